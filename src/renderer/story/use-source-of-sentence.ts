import { toOffset } from '@core/manuscript'
import { announce, say } from '../ui'
import { useStoryView } from './desk-view'
import { borrowedIn } from './origins'

/** Opens the source at the passage that the sentence at the caret stands on; once more, the sentence's next passage. */
export function useSourceOfSentence(): () => void {
  const { story, now, chosen, choose, openTab } = useStoryView()
  return () => {
    const { known } = now
    if (!known || now.sources.length === 0) return void say('No source is attached.')
    const caret = toOffset(story.text, story.state.selection.from)
    const here = known.assessment.provenance.sentences.find((one) => {
      const range = story.rangeNow(known.of, one)
      return range !== undefined && range.start <= caret && caret <= range.end
    })
    const [sentence] = here ? borrowedIn(known.assessment.provenance, here) : []
    if (!sentence) return void say('This sentence stands on no attached source.')
    const at = sentence.from.findIndex(
      ({ source, start }) => chosen?.kind === 'source' && chosen.id === source && chosen.range?.start === start,
    )
    const passage = sentence.from[(at + 1) % sentence.from.length]!
    openTab('sources')
    choose({ kind: 'source', id: passage.source, range: { start: passage.start, end: passage.end }, sentence })
    announce(`Passage ${((at + 1) % sentence.from.length) + 1} of ${sentence.from.length}.`)
  }
}

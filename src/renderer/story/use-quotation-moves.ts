import type { Utterance } from '@core/analysis'
import { say } from '../ui'
import { anchorRange, decideOn, undoLastMove } from './decisions'
import { useStoryView } from './desk-view'

/** What one does with an utterance, from the inspector, the card over the text, or a key. */
export function useQuotationMoves() {
  const { story, now, choose, open, openTab } = useStoryView()
  const { known } = now
  const newest = (utterance: Utterance) =>
    utterance.quotations
      .flatMap(({ decisions }) => decisions)
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      .at(-1)
  return {
    show(utterance: Utterance) {
      choose({ kind: 'utterance', key: utterance.key })
      const first = utterance.quotations[0]
      const range = known && first && story.rangeNow(known.of, anchorRange(first.quotation))
      if (range) story.show(range)
    },
    confirm(utterance: Utterance) {
      if (!known) return
      decideOn(story, known.of, utterance, { kind: 'confirm' })
    },
    askSpeaker: (utterance: Utterance) => open({ kind: 'speaker', utterance }),
    askNotAQuotation: (utterance: Utterance) => open({ kind: 'not-a-quotation', utterance }),
    askNote: (utterance: Utterance) => open({ kind: 'note', utterance }),
    askSource(utterance: Utterance) {
      if (now.sources.length === 0) {
        openTab('sources')
        say('No source is attached yet. Attach one, then link the quotation to its passage.')
      } else open({ kind: 'source-passage', utterance })
    },
    revoke(utterance: Utterance) {
      const last = newest(utterance)
      if (!last) return
      // One move may have ruled on several wordings at the same moment.
      const seen = new Set(
        utterance.quotations
          .flatMap(({ decisions }) => decisions)
          .filter(({ ruling, by }) => ruling.kind === last.ruling.kind && by === last.by)
          .map(({ id }) => id),
      )
      for (const id of seen) story.revoke(id)
    },
    undo() {
      if (!undoLastMove(story)) say('Nothing was decided here since the story was opened.')
    },
  }
}

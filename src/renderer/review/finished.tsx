import { CheckCheck } from 'lucide-react'
import { useEffect } from 'react'
import { useListing, useStoryView } from '../story'
import { announce, CommandButton, count } from '../ui'
import { useNextStory } from './use-next-story'

/** When every quotation is decided: what is left before publishing, and where to go on. */
export function Finished() {
  const { now } = useStoryView()
  const { list } = useListing()
  const { known } = now
  const done = !!known && list.counts.all + list.counts.not > 0 && list.counts['to-decide'] === 0
  const next = useNextStory(now.card.id, done)
  const blocks = known?.assessment.findings.filter(({ level }) => level === 'block').length ?? 0
  const acknowledge = known?.assessment.findings.filter(({ level }) => level === 'acknowledge').length ?? 0
  const left = [
    blocks > 0 ? count(blocks, 'thing blocks', 'things block') : '',
    acknowledge > 0 ? `${acknowledge} to acknowledge` : '',
  ].filter(Boolean)
  const words = left.length > 0 ? `Left before publishing: ${left.join(', ')}.` : 'Nothing blocks publishing.'
  useEffect(() => {
    if (done) announce(`Every quotation is decided. ${words}`)
  }, [done, words])
  if (!done) return undefined
  return (
    <div className="banner finished">
      <CheckCheck size={16} aria-hidden />
      <span className="banner-words">
        <b>Every quotation is decided.</b> {words}
      </span>
      <CommandButton command="go.story" size="small">
        Back to the story
      </CommandButton>
      {next && (
        <CommandButton command="review.next-story" size="small">
          Next: <span className="mono">{next.slug}</span>
        </CommandButton>
      )}
      <CommandButton command="go.publish" size="small" kind="primary">
        Publish
      </CommandButton>
    </div>
  )
}

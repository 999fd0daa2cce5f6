import { ArrowLeft, ListChecks, Send, Undo2 } from 'lucide-react'
import { tally, useListing, useStoryView } from '../story'
import { CommandButton, Kbd, Progress } from '../ui'

/** Which story, how far the review has come, and the ways on. */
export function ReviewBar() {
  const { now } = useStoryView()
  const { list } = useListing()
  const { checked, matched } = list.counts
  const total = list.counts.all
  return (
    <header className="title-bar review-bar">
      <CommandButton
        command="go.story"
        kind="quiet"
        size="small"
        icon={<ArrowLeft size={16} />}
        aria-label="Back to the story"
      />
      <h1>
        <span className="mono">{now.card.slug}</span> <span className="review-name">Attribution review</span>
      </h1>
      <Progress
        label="Quotations checked"
        done={checked}
        total={total}
        text={total === 0 ? 'No quotations' : `${checked} of ${tally(list.all)}`}
      />
      <span className="spring" />
      {matched > 0 && (
        <CommandButton command="quotation.accept-matched" icon={<ListChecks size={15} />}>
          Accept {matched} matched <Kbd keys="Shift-a" />
        </CommandButton>
      )}
      <CommandButton command="decide.undo" icon={<Undo2 size={15} />}>
        Undo <Kbd keys="u" />
      </CommandButton>
      {list.counts['to-decide'] > 0 && (
        <CommandButton command="go.publish" icon={<Send size={15} />}>
          Publish
        </CommandButton>
      )}
    </header>
  )
}

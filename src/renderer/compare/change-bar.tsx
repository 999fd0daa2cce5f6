import { ChevronDown, ChevronUp } from 'lucide-react'
import { describeChange } from '@core/comparison'
import { CommandButton } from '../ui'
import type { SessionNow } from './session'

/** The selected change as a sentence, and what one can do with it. */
export function ChangeBar({ now, decides }: { now: SessionNow; decides: boolean }) {
  const { shown, selected } = now
  const at = shown.findIndex(({ id }) => id === selected)
  const change = shown[at]
  if (shown.length === 0) return null
  return (
    <div className="cmp-bar" role="toolbar" aria-label="Selected change">
      <span className="cmp-bar-place">{change ? `${at + 1} of ${shown.length}` : `${shown.length}`}</span>
      <p className={`cmp-bar-words${change?.touches.includes('quoted-words') ? ' altered' : ''}`}>
        {change ? describeChange(change) : 'No change is selected'}
      </p>
      {decides && (
        <>
          <CommandButton command="compare.leave" size="small" />
          <CommandButton command="compare.take" size="small" kind="primary" />
        </>
      )}
      <CommandButton command="list.previous" size="small" kind="quiet" icon={<ChevronUp size={16} />} />
      <CommandButton command="list.next" size="small" kind="quiet" icon={<ChevronDown size={16} />} />
    </div>
  )
}

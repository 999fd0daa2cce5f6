import { Check, CircleAlert, Minus, MoveVertical, PencilLine, Pilcrow, Plus, Combine, Type, Bold } from 'lucide-react'
import { memo } from 'react'
import { describeChange, type Change, type ChangeKind } from '@core/comparison'
import { shortened } from '../ui'
import { deedOf, formatWords, styleOf, tagsOf } from './words'

const icons: Record<ChangeKind, typeof Plus> = {
  insert: Plus,
  delete: Minus,
  replace: PencilLine,
  move: MoveVertical,
  split: Pilcrow,
  merge: Combine,
  retype: Type,
  format: Bold,
}

// Two lines of the list at its usual width.
const excerpt = 96

/** A change in the list: what was done, the words, what it touches. Its name for a screen reader is a sentence. */
export const ChangeRow = memo(function ChangeRow({
  change,
  left,
}: {
  change: Change
  /** "Kept" or "Left", where somebody looked at it and let it be. */
  left: string | undefined
}) {
  const Icon = icons[change.kind]
  const altered = change.touches.includes('quoted-words')
  return (
    <div className={`cmp-change kind-${change.kind}${altered ? ' altered' : ''}${left ? ' left' : ''}`}>
      <span className="visually-hidden">
        {describeChange(change)}.{left && ` ${left} as it is.`}
      </span>
      <span className="cmp-change-icon" aria-hidden>
        {altered ? <CircleAlert size={15} /> : <Icon size={15} />}
      </span>
      <span className="cmp-change-body" aria-hidden>
        <span className="cmp-change-head">
          <b>{deedOf(change)}</b>
          {tagsOf(change).map(({ touch, title }) => (
            <span key={touch} className={`cmp-tag touch-${touch}`}>
              {title}
            </span>
          ))}
          {left && (
            <span className="cmp-left">
              <Check size={12} /> {left}
            </span>
          )}
        </span>
        <span className="cmp-change-words">
          <Words change={change} />
        </span>
      </span>
    </div>
  )
})

/** The words of a change in short: old struck, new underlined. */
function Words({ change }: { change: Change }) {
  const { kind, oldText, newText, from, to } = change
  const half = kind === 'replace' ? excerpt / 2 : excerpt
  const old = shortened(oldText, half)
  const fresh = shortened(newText, half)
  switch (kind) {
    case 'insert':
      return fresh ? <ins>{fresh}</ins> : <i>Space</i>
    case 'delete':
      return old ? <del>{old}</del> : <i>Space</i>
    case 'replace':
      return (
        <>
          <del>{old || '␣'}</del> <ins>{fresh || '␣'}</ins>
        </>
      )
    case 'retype':
      return (
        <>
          {from === to ? 'Settings of' : `${styleOf(from)} → ${styleOf(to)}:`} {fresh}
        </>
      )
    case 'format':
      return (
        <>
          {formatWords(change)}: {fresh}
        </>
      )
    case 'move':
    case 'split':
    case 'merge':
      return fresh
  }
}

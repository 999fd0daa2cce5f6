import { ProgressBar } from 'react-aria-components'

/** How far something long has come. `text` is what stands beside the bar ("4 of 12"). */
export function Progress({ label, done, total, text }: { label: string; done: number; total: number; text?: string }) {
  const full = total > 0 && done >= total
  return (
    <ProgressBar
      className={`progress${full ? ' done' : ''}`}
      aria-label={label}
      value={total === 0 ? 0 : (done / total) * 100}
      valueLabel={text ?? `${done} of ${total}`}
    >
      {({ percentage, valueText }) => (
        <>
          <div className="track">
            <div className="fill" style={{ width: `${percentage ?? 0}%` }} />
          </div>
          <span>{valueText}</span>
        </>
      )}
    </ProgressBar>
  )
}

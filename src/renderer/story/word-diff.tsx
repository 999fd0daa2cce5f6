import { diffWordsWithSpace } from 'diff'

/** Two wordings in one line: what is gone from the old struck, what is new underlined. */
export function WordDiff({ old, now, label }: { old: string; now: string; label: string }) {
  return (
    <p className="word-diff" aria-label={label}>
      {diffWordsWithSpace(old, now).map(({ value, added, removed }, index) =>
        added ? (
          <ins key={index}>{value}</ins>
        ) : removed ? (
          <del key={index}>{value}</del>
        ) : (
          <span key={index}>{value}</span>
        ),
      )}
    </p>
  )
}

import { stretches, type Stretch } from './stretches'

const titles: Partial<Record<Stretch['kind'], string>> = {
  cue: 'The source’s own cue, between two parts of what was said',
}

/**
 * Two wordings in one line: what is gone from the old struck, what is new underlined. Two that have next to nothing in
 * common stand one below the other. `across` tells that the words were joined across the source's own cue.
 */
export function WordDiff({
  old,
  now,
  label,
  across = 'nothing',
}: {
  old: string
  now: string
  label: string
  across?: 'cue' | 'nothing'
}) {
  const found = stretches(old, now, across)
  if (found === undefined)
    return (
      <div className="word-diff apart" role="group" aria-label={label}>
        <p className="grey">{old}</p>
        <p>{now}</p>
      </div>
    )
  return (
    <p className="word-diff" aria-label={label}>
      {found.map(({ kind, text }, index) =>
        kind === 'new' ? (
          <ins key={index}>{text}</ins>
        ) : kind === 'gone' ? (
          <del key={index}>{text}</del>
        ) : (
          <span key={index} {...(kind === 'cue' ? { className: 'own-cue', title: titles.cue } : {})}>
            {text}
          </span>
        ),
      )}
    </p>
  )
}

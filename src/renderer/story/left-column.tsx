import { useEffect, useMemo } from 'react'
import { plainText } from '@core/manuscript'
import type { RevisionCard, RevisionKind } from '@core/record'
import { go } from '../navigation'
import { Button, CommandButton, attempt, fullTime, say, shortTime } from '../ui'
import { useStoryView } from './desk-view'

const kindTitles: Record<RevisionKind, string> = {
  named: 'Saved',
  import: 'Imported',
  restore: 'Restored',
  release: 'Published',
  start: 'Started',
  merge: 'Merged',
}

/** The outline above, the revisions below. */
export function LeftColumn({
  shown,
  onShow,
}: {
  shown: number | undefined
  onShow: (number: number | undefined) => void
}) {
  return (
    <>
      <Outline />
      <Timeline shown={shown} onShow={onShow} />
    </>
  )
}

function Outline() {
  const { story, now } = useStoryView()
  const lines = useMemo(
    () =>
      plainText(now.manuscript).blocks.filter(
        ({ type, start, end }) => (type === 'headline' || type === 'subhead') && end > start,
      ),
    [now.manuscript],
  )
  return (
    <nav className="column-part" aria-label="Outline">
      <h2>Outline</h2>
      {lines.length === 0 ? (
        <p className="grey">The headline and subheads stand here. Make a paragraph a subhead with Ctrl+Alt+2.</p>
      ) : (
        <ol className="outline">
          {lines.map(({ type, start, node, pos }) => (
            <li key={pos} data-level={type === 'headline' ? 1 : Number(node.attrs['level'])}>
              <button
                type="button"
                onClick={() => {
                  const range = story.rangeNow(now.manuscript, { start, end: start + node.content.size })
                  if (range) story.show({ start: range.start, end: range.start }, 'focus')
                }}
              >
                {node.textContent}
              </button>
            </li>
          ))}
        </ol>
      )}
    </nav>
  )
}

function Timeline({ shown, onShow }: { shown: number | undefined; onShow: (number: number | undefined) => void }) {
  const { story, now } = useStoryView()
  const revisions = useMemo(() => [...now.revisions].sort((a, b) => b.number - a.number), [now.revisions])
  const restore = async (number: number) => {
    const made = await attempt(() => story.restore(number))
    if (!made) return
    onShow(undefined)
    say(`The draft is what revision ${number} said. What stood before is kept as a revision.`, { kind: 'good' })
  }
  useEffect(() => {
    if (shown !== undefined && !revisions.some(({ number }) => number === shown)) onShow(undefined)
  }, [shown, revisions, onShow])
  return (
    <section className="column-part timeline" aria-label="Revisions">
      <div className="column-head">
        <h2>Revisions</h2>
        <CommandButton command="story.save-revision" size="small" kind="quiet">
          Save revision
        </CommandButton>
      </div>
      <ol className="revisions">
        <li className={shown === undefined ? 'shown' : ''}>
          <button
            type="button"
            className="revision"
            onClick={() => onShow(undefined)}
            aria-current={shown === undefined}
          >
            <span className="revision-head">
              <b>Draft</b>
              <SavedAt />
            </span>
          </button>
        </li>
        {revisions.map(({ number, at, by, note, kind, words, parents, joined }) => (
          <li key={number} className={shown === number ? 'shown' : ''}>
            <button
              type="button"
              className="revision"
              title={`${fullTime(at)} · ${words} words`}
              aria-current={shown === number}
              onClick={() => onShow(number)}
            >
              <span className="revision-head">
                <b>r{number}</b>
                <span>{kindTitles[kind]}</span>
                <span className="grey">{shortTime(at)}</span>
              </span>
              <span className="revision-by">{by}</span>
              {note && <span className="revision-note">{note}</span>}
              {parents.length > 1 && <span className="revision-on">{standsOn(parents, revisions)}</span>}
            </button>
            {joined && <Joined story={story.id} joined={joined} />}
            {shown === number && (
              <span className="revision-actions">
                <Button size="small" onPress={() => void restore(number)}>
                  Restore
                </Button>
                <Button
                  size="small"
                  onPress={() => go({ screen: 'compare', story: story.id, old: String(number), new: 'draft' })}
                >
                  Compare with draft
                </Button>
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** "Stands on r5 and on Kiran’s r5": the parents of a merge, whosever they are. */
function standsOn(parents: readonly string[], revisions: readonly RevisionCard[]): string {
  const others = revisions.flatMap(({ joined }) => joined ?? [])
  const named = parents.map((id) => {
    const own = revisions.find((one) => one.id === id)
    const other = others.find((one) => one.id === id)
    return own ? `r${own.number}` : other ? `${other.by}’s r${other.number}` : id.slice(0, 8)
  })
  return `Stands on ${named.join(' and ')}`
}

/** The revisions of others that a merge brought in: beside the own line, each to be compared with the draft. */
function Joined({ story, joined }: { story: string; joined: NonNullable<RevisionCard['joined']> }) {
  return (
    <ol className="joined" aria-label="Merged in">
      {joined.map(({ id, number, at, by, note, words }) => (
        <li key={id}>
          <button
            type="button"
            className="revision"
            title={`${fullTime(at)} · ${words} words. Compare with the draft`}
            onClick={() => go({ screen: 'compare', story, old: `id:${id}`, new: 'draft' })}
          >
            <span className="revision-head">
              <b>r{number}</b>
              <span>{by}</span>
              <span className="grey">{shortTime(at)}</span>
            </span>
            {note && <span className="revision-note">{note}</span>}
          </button>
        </li>
      ))}
    </ol>
  )
}

/** When the draft was last committed; drawn apart, since every keystroke changes it. */
function SavedAt() {
  const { now } = useStoryView()
  return <span className="grey">{shortTime(now.savedAt)}</span>
}

import { GitCompareArrows, PanelLeft, PanelRight, Quote, Send } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { tokenize } from '@core/language'
import type { StoryCard } from '@contract/index'
import { CommandButton, Toggle, attempt, count } from '../ui'
import { useStoryView } from './desk-view'
import { setColumns, useColumns } from './use-layout'

const statusTitles: Record<StoryCard['status'], string> = {
  draft: 'Draft',
  'in-review': 'In review',
  ready: 'Ready',
  published: 'Published',
  corrected: 'Corrected',
  updated: 'Updated',
  killed: 'Killed',
}

/** Slug, status, saved or not, words, and the ways on. */
export function TopBar() {
  const { now, openTab } = useStoryView()
  const { card, known } = now
  const columns = useColumns()
  const blocks = known?.assessment.findings.filter(({ level }) => level === 'block').length
  return (
    <header className="title-bar story-bar">
      <Toggle
        label="Outline and revisions"
        keys="Mod-\"
        size="small"
        icon={<PanelLeft size={16} />}
        isSelected={columns.left === 'open'}
        onChange={(on) => setColumns({ left: on ? 'open' : 'shut' })}
      />
      <Slug />
      <span className={`story-status status-${card.status}`}>{statusTitles[card.status]}</span>
      <SaveMark />
      <span className="spring" />
      <Counts />
      <button
        type="button"
        className="gate-mark"
        data-blocks={blocks ? 'some' : 'none'}
        onClick={() => openTab('checks')}
      >
        {blocks === undefined
          ? 'Checking…'
          : blocks === 0
            ? 'Nothing blocks publishing'
            : `${count(blocks, 'thing blocks', 'things block')} publishing`}
      </button>
      <CommandButton command="story.compare" icon={<GitCompareArrows size={15} />}>
        <span className="bar-words">Compare</span>
      </CommandButton>
      <CommandButton command="story.review" icon={<Quote size={15} />}>
        <span className="bar-words">Review</span>
      </CommandButton>
      <CommandButton command="story.publish" kind="primary" icon={<Send size={15} />}>
        <span className="bar-words">Publish</span>
      </CommandButton>
      <Toggle
        label="Inspector"
        keys="Mod-Shift-\"
        size="small"
        icon={<PanelRight size={16} />}
        isSelected={columns.right === 'open'}
        onChange={(on) => setColumns({ right: on ? 'open' : 'shut' })}
      />
    </header>
  )
}

/** The slug; Enter or a click renames it, a slug that is taken is refused where it is typed. */
function Slug() {
  const { story, now } = useStoryView()
  const [draft, setDraft] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (draft !== undefined) field.current?.select()
  }, [draft !== undefined])
  if (draft === undefined)
    return (
      <h1 className="slug">
        <button type="button" className="mono" title="Rename" onClick={() => setDraft(now.card.slug)}>
          {now.card.slug}
        </button>
      </h1>
    )
  const done = async () => {
    const slug = draft.trim()
    setDraft(undefined)
    if (slug && slug !== now.card.slug) await attempt(() => story.rename(slug))
  }
  return (
    <input
      ref={field}
      className="input mono slug-field"
      aria-label="Slug"
      value={draft}
      maxLength={80}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => void done()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setDraft(undefined)
      }}
    />
  )
}

/** "Saved" only after the commit was answered. */
function SaveMark() {
  const { now } = useStoryView()
  const { save, card } = now
  const words = {
    saved: card.revision > 0 ? `Saved · r${card.revision}` : 'Saved',
    saving: 'Saving…',
    failed: 'Not saved',
  }[save.kind]
  return (
    <span className={`save-mark ${save.kind}`} role="status" aria-label="Save state">
      {words}
    </span>
  )
}

function Counts() {
  const { now } = useStoryView()
  const { manuscript, known } = now
  const first = manuscript.firstChild
  const headline = first?.type.name === 'headline' ? first.textContent.length : 0
  const words = known?.assessment.words ?? countWords(manuscript.textBetween(0, manuscript.content.size, '\n'))
  return (
    <span className="counts">
      <span>{count(words, 'word')}</span>
      <span title="Characters in the headline" data-long={headline > 90 ? '' : undefined}>
        Headline {headline}
      </span>
    </span>
  )
}

const countWords = (text: string) => tokenize(text).filter(({ kind }) => kind !== 'mark').length

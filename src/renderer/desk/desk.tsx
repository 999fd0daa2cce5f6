import './desk.css'
import { Command as CommandIcon, FilePlus2, FolderInput, Inbox, Settings as SettingsIcon } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { StoryCard } from '@contract/index'
import { exportCopy, formatWords } from '../app/download'
import { pickFiles, useImporting } from '../app/imports'
import { inText, useCommands } from '../commands/registry'
import { go } from '../navigation'
import {
  CommandButton,
  EmptyState,
  runLastAction,
  Screen,
  SearchField,
  Segments,
  TitleBar,
  ToolRow,
  count,
  type MenuEntry,
} from '../ui'
import { archiveStory, createStory, duplicateStory, pasteStory, RenameDialog } from './actions'
import { filters, keepOrder, sorted, type FilterId, type Sort } from './arrange'
import { useCounting } from './counting'
import { refresh, useLibrary } from './library'
import { useSearch } from './search'
import { StoryTable } from './table'
import { WhoIsHere } from './who'

const sortKept = 'writethru.desk.sort'
const viewKept = 'writethru.desk.view'

function keptSort(): Sort {
  try {
    return JSON.parse(localStorage.getItem(sortKept) ?? '') as Sort
  } catch {
    return { by: 'changed', direction: 'descending' }
  }
}

// Where somebody was in the list, for when he comes back from a story.
let lastSelected: string | undefined

/** Every story of the library. */
export function Desk() {
  const { cards, loaded } = useLibrary()
  const [filter, setFilter] = useState<FilterId>(() => (sessionStorage.getItem(viewKept) as FilterId | null) ?? 'all')
  const [sort, setSort] = useState(keptSort)
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState(lastSelected)
  const [renaming, setRenaming] = useState<StoryCard>()
  const grid = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const hits = useSearch(words)
  useCounting(cards)
  const { arrived } = useImporting()

  const select = useCallback((id: string | undefined) => {
    lastSelected = id
    setChosen(id)
  }, [])
  const open = useCallback((story: string) => go({ screen: 'story', story }), [])

  useEffect(() => {
    // Whoever writes a name or a search already goes on writing.
    if (loaded && !inText(document.activeElement)) grid.current?.focus({ preventScroll: true })
  }, [loaded])

  const order = useOrder(cards, sort, arrived)
  const byId = useMemo(() => new Map(cards.map((card) => [card.id, card])), [cards])
  const holds = filters.find(({ id }) => id === filter)?.holds ?? (() => true)
  const searched = order.flatMap((id) => byId.get(id) ?? []).filter(({ id }) => !hits || hits.has(id))
  const shown = searched.filter(holds)
  const selected = shown.some(({ id }) => id === chosen) ? chosen : shown[0]?.id
  const current = selected === undefined ? undefined : byId.get(selected)

  const [seen, setSeen] = useState(arrived)
  if (seen !== arrived) {
    setSeen(arrived)
    setChosen(arrived.at(-1))
  }
  useEffect(() => void refresh(), [arrived])

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event
      if (target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]')) return
      if (!clipboardData || clipboardData.files.length > 0) return
      event.preventDefault()
      void pasteStory(clipboardData)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])

  const move = (by: 1 | -1) => {
    const at = shown.findIndex(({ id }) => id === selected)
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))]
    if (next) select(next.id)
  }
  const choose = (id: FilterId) => {
    sessionStorage.setItem(viewKept, id)
    setFilter(id)
  }
  const sortBy = (next: Sort) => {
    localStorage.setItem(sortKept, JSON.stringify(next))
    setSort(next)
  }
  const archive = (card: StoryCard) => {
    // The row below takes the place of the one that leaves, so that the hand stays where it is.
    const at = shown.findIndex(({ id }) => id === card.id)
    select((shown[at + 1] ?? shown[at - 1])?.id)
    void archiveStory(card, !card.archived)
  }
  const menuOf = useCallback(
    (card: StoryCard): (MenuEntry | '-')[] => [
      { id: 'open', title: 'Open', run: () => open(card.id) },
      { id: 'review', title: 'Review attribution', keys: 'r', run: () => go({ screen: 'review', story: card.id }) },
      { id: 'compare', title: 'Compare', keys: 'c', run: () => go({ screen: 'compare', story: card.id }) },
      { id: 'publish', title: 'Publish', keys: 'p', run: () => go({ screen: 'publish', story: card.id }) },
      '-',
      { id: 'rename', title: 'Rename', keys: 'F2', run: () => setRenaming(card) },
      { id: 'duplicate', title: 'Duplicate', keys: 'd', run: () => void duplicateStory(card, select) },
      {
        id: 'export',
        title: 'Export a clean copy',
        entries: (['html', 'md', 'txt', 'docx', 'ninjs'] as const).map((format) => ({
          id: format,
          title: formatWords[format],
          run: () => void exportCopy(card.id, format),
        })),
      },
      '-',
      {
        id: 'archive',
        title: card.archived ? 'Bring back to the desk' : 'Archive',
        keys: 'e',
        run: () => void archiveStory(card, !card.archived),
      },
    ],
    [open, select],
  )

  const on = !!current
  const withCurrent = (act: (card: StoryCard) => void) => () => current && act(current)
  useCommands([
    { id: 'story.new', title: 'New story', group: 'File', keys: ['Mod-n', 'n'], run: () => void createStory() },
    { id: 'story.import', title: 'Import files', group: 'File', keys: ['Mod-o', 'i'], run: () => void pickFiles() },
    {
      id: 'desk.open',
      title: 'Open story',
      group: 'File',
      keys: ['o'],
      enabled: on,
      run: withCurrent(({ id }) => open(id)),
    },
    {
      id: 'story.rename',
      title: 'Rename story',
      group: 'File',
      keys: ['F2'],
      enabled: on,
      run: withCurrent(setRenaming),
    },
    {
      id: 'story.duplicate',
      title: 'Duplicate story',
      group: 'File',
      keys: ['d'],
      enabled: on,
      run: withCurrent((card) => void duplicateStory(card, select)),
    },
    {
      id: 'story.archive',
      title: current?.archived ? 'Bring story back to the desk' : 'Archive story',
      group: 'File',
      keys: ['e'],
      enabled: on,
      run: withCurrent(archive),
    },
    ...(['html', 'md', 'txt', 'docx', 'ninjs'] as const).map((format) => ({
      id: `export.${format}`,
      title: `Export clean copy as ${formatWords[format]}`,
      group: 'File' as const,
      enabled: on,
      run: withCurrent((card) => void exportCopy(card.id, format)),
    })),
    {
      id: 'desk.undo',
      title: 'Undo last desk action',
      group: 'Edit',
      keys: ['u', 'Mod-z'],
      run: () => runLastAction(),
    },
    {
      id: 'desk.review',
      title: 'Review attribution of story',
      group: 'Review',
      keys: ['r'],
      enabled: on,
      run: withCurrent(({ id }) => go({ screen: 'review', story: id })),
    },
    {
      id: 'desk.compare',
      title: 'Compare story',
      group: 'Compare',
      keys: ['c'],
      enabled: on,
      run: withCurrent(({ id }) => go({ screen: 'compare', story: id })),
    },
    {
      id: 'desk.publish',
      title: 'Publish story',
      group: 'Story',
      keys: ['p'],
      enabled: on,
      run: withCurrent(({ id }) => go({ screen: 'publish', story: id })),
    },
    { id: 'list.next', title: 'Next', group: 'Go', keys: ['j'], run: () => move(1) },
    { id: 'list.previous', title: 'Previous', group: 'Go', keys: ['k'], run: () => move(-1) },
    {
      id: 'desk.search',
      title: 'Search stories',
      group: 'Go',
      keys: ['/', 'Mod-f'],
      run: () => search.current?.focus(),
    },
    ...filters.map(({ id, title }, index) => ({
      id: `desk.filter-${id}`,
      title: `Show ${title.toLowerCase()}`,
      group: 'View' as const,
      keys: [String(index + 1)],
      run: () => choose(id),
    })),
  ])

  const counting = cards.filter((card) => !card.archived && card.digest === undefined).length
  return (
    <Screen label="Desk" className="desk">
      <TitleBar title="Writethru">
        <div className="desk-search">
          <SearchField
            label="Search headlines, text, speakers and sources"
            value={words}
            onChange={setWords}
            inputRef={search}
            onKeyDown={(event) => {
              if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') {
                if (event.key === 'Escape') setWords('')
                event.preventDefault()
                grid.current?.focus()
              }
            }}
          />
        </div>
        <span className="spring" />
        <CommandButton command="story.import" icon={<FolderInput size={16} />}>
          Import
        </CommandButton>
        <CommandButton command="story.new" kind="primary" icon={<FilePlus2 size={16} />}>
          New story
        </CommandButton>
        <CommandButton command="go.basket" kind="quiet" icon={<Inbox size={16} />} />
        <CommandButton command="go.palette" kind="quiet" icon={<CommandIcon size={16} />} />
        <CommandButton command="go.settings" kind="quiet" icon={<SettingsIcon size={16} />} />
      </TitleBar>
      <WhoIsHere />
      <ToolRow label="Filters">
        <Segments
          label="Which stories"
          value={filter}
          onChange={choose}
          choices={filters.map(({ id, title, holds: fits }) => ({ id, title, count: cards.filter(fits).length }))}
        />
        <span className="spring" />
        <span className="grey" role="status">
          {hits
            ? count(shown.length, 'story matches', 'stories match')
            : counting > 0
              ? `Counting ${count(counting, 'story', 'stories')}`
              : ''}
        </span>
      </ToolRow>
      <div className="screen-body">
        {shown.length > 0 ? (
          <StoryTable
            cards={shown}
            hits={hits}
            selected={selected}
            sort={sort}
            grid={grid}
            onSelect={select}
            onOpen={open}
            onSort={sortBy}
            menuOf={menuOf}
          />
        ) : (
          loaded && <Nothing filter={filter} words={words} elsewhere={searched.length} all={cards.length} />
        )}
      </div>
      {renaming && <RenameDialog card={renaming} onClose={() => setRenaming(undefined)} />}
    </Screen>
  )
}

/** The order of the list: sorted when somebody asks or brings stories in, else kept while stories change below the hand. */
function useOrder(cards: readonly StoryCard[], sort: Sort, arrived: readonly string[]): readonly string[] {
  const [state, setState] = useState<{
    cards: readonly StoryCard[]
    sort?: Sort
    arrived?: readonly string[]
    /** What was brought in is not in the list yet; it is sorted again when it is. */
    pending: boolean
    order: string[]
  }>({ cards: [], pending: false, order: [] })
  if (state.cards === cards && state.sort === sort && state.arrived === arrived) return state.order
  const anew = state.sort !== sort || state.arrived !== arrived || state.pending || state.order.length === 0
  const order = anew ? sorted(cards, sort) : keepOrder(state.order, cards, sort)
  setState({ cards, sort, arrived, order, pending: !arrived.every((id) => order.includes(id)) })
  return order
}

const nothing: Record<FilterId, { title: string; text: string }> = {
  all: {
    title: 'The desk is clear',
    text: 'Drop a file anywhere in this window, paste copy with the keyboard, or start a story of your own.',
  },
  attention: {
    title: 'Nothing needs attribution',
    text: 'Stories come here when a quotation is open, differs from its source, or changed since it was checked.',
  },
  'in-review': { title: 'Nothing is in review', text: 'Open a story and send it to review with Ctrl+Enter.' },
  ready: {
    title: 'Nothing is ready',
    text: 'A story is ready when its review is complete and nothing blocks publishing.',
  },
  published: {
    title: 'Nothing was published yet',
    text: 'Published stories stay here with their releases and hashes.',
  },
  archived: {
    title: 'Nothing is archived',
    text: 'Archive a story with E. Nothing of it is deleted, and it comes back with the same key.',
  },
}

function Nothing({
  filter,
  words,
  elsewhere,
  all,
}: {
  filter: FilterId
  words: string
  elsewhere: number
  all: number
}) {
  if (words.trim())
    return (
      <EmptyState
        title={`No story here holds “${words.trim()}”`}
        actions={elsewhere > 0 && <CommandButton command="desk.filter-all" />}
      >
        {elsewhere > 0
          ? `${count(elsewhere, 'story matches', 'stories match')} under another filter.`
          : 'The search reads headlines, text, speakers, sources and remarks. Try fewer words.'}
      </EmptyState>
    )
  const { title, text } = nothing[filter]
  return (
    <EmptyState
      title={title}
      actions={
        filter === 'all' ? (
          <>
            <CommandButton command="story.new" kind="primary" />
            <CommandButton command="story.import" />
          </>
        ) : (
          all > 0 && <CommandButton command="desk.filter-all" />
        )
      }
    >
      {text}
    </EmptyState>
  )
}

import './basket.css'
import { ArrowLeft, ClipboardPaste, FilePlus2 } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { manuscriptFromText } from '@core/manuscript'
import type { WireCard } from '@core/record'
import { useCommands } from '../commands/registry'
import { host } from '../host'
import { go } from '../navigation'
import {
  attempt,
  Button,
  CommandButton,
  count,
  EmptyState,
  List,
  PopoverButton,
  Screen,
  SearchField,
  TitleBar,
  ToolRow,
  type ListHandle,
} from '../ui'
import { BasketFolder, WatchButton } from './folder'
import { useBasket } from './items'
import { PasteWire } from './paste-wire'
import { readAgain, Refusals } from './refusals'
import { WireLine } from './wire-line'
import { WireReader } from './wire-reader'

/** The wire basket: what came over the wire in the last days, to read, to start a story from, to attach. */
export function BasketScreen() {
  const { items, state, loaded } = useBasket()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<string>()
  const [pasting, setPasting] = useState(false)
  const list = useRef<ListHandle>(null)
  const search = useRef<HTMLInputElement>(null)
  const shown = useMemo(() => items.filter((item) => holds(item, words)), [items, words])
  const selected = shown.some(({ id }) => id === chosen) ? chosen : shown[0]?.id
  const item = shown.find(({ id }) => id === selected)
  const back = () => (history.length > 1 ? history.back() : go({ screen: 'desk' }))
  const move = (by: 1 | -1) => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, shown.findIndex(({ id }) => id === selected) + by))]
    if (next) setChosen(next.id)
  }
  useCommands([
    { id: 'basket.close', title: 'Close the basket', group: 'Go', keys: ['Escape'], run: back },
    { id: 'list.next', title: 'Next', group: 'Go', keys: ['j'], run: () => move(1) },
    { id: 'list.previous', title: 'Previous', group: 'Go', keys: ['k'], run: () => move(-1) },
    {
      id: 'basket.paste',
      title: 'Paste wire',
      group: 'File',
      keys: ['p'],
      run: () => setPasting(true),
    },
    {
      id: 'basket.start-story',
      title: 'Start a story from this wire',
      group: 'File',
      keys: ['n', 'Mod-n'],
      enabled: item !== undefined,
      run: () => item && void startStory(item),
    },
    {
      id: 'basket.read-again',
      title: 'Read again what was not read',
      group: 'File',
      keys: ['r'],
      enabled: state.refused.length > 0,
      run: () => void readAgain(),
    },
    {
      id: 'basket.search',
      title: 'Search the basket',
      group: 'Go',
      keys: ['/', 'Mod-f'],
      run: () => search.current?.focus(),
    },
  ])
  return (
    <Screen label="Wire basket" className="basket-screen">
      <TitleBar
        title="Wire basket"
        left={<Button kind="quiet" aria-label="Back" keys="Escape" icon={<ArrowLeft size={16} />} onPress={back} />}
      >
        <div className="desk-search">
          <SearchField
            label="Search agencies, headlines and slugs"
            value={words}
            onChange={setWords}
            inputRef={search}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' && event.key !== 'ArrowDown' && event.key !== 'Enter') return
              if (event.key === 'Escape') setWords('')
              event.preventDefault()
              list.current?.focus()
            }}
          />
        </div>
        <span className="spring" />
        <CommandButton command="basket.paste" icon={<ClipboardPaste size={16} />}>
          Paste wire
        </CommandButton>
        <CommandButton command="basket.start-story" kind="primary" icon={<FilePlus2 size={16} />}>
          Start a story
        </CommandButton>
      </TitleBar>
      <ToolRow label="Basket">
        <span className="grey" role="status">
          {words.trim() ? `${shown.length} of ${count(items.length, 'item')}` : count(items.length, 'item')}
          {state.waiting > 0 && ` · reading ${count(state.waiting, 'file')}`}
        </span>
        <span className="spring" />
        <Refusals refused={state.refused} />
        <PopoverButton label="Watched folder" size="small" kind="quiet" content={() => <BasketFolder />}>
          {state.folder ? `Watches ${folderName(state.folder)}` : 'Watch a folder'}
        </PopoverButton>
      </ToolRow>
      {state.trouble && (
        <div className="banner danger" role="alert">
          {state.trouble}. What came in before is kept.
        </div>
      )}
      {shown.length > 0 ? (
        <div className="basket-columns">
          <List
            label="Wire"
            className="basket-list"
            items={shown}
            keyOf={({ id }) => id}
            selected={selected}
            onSelect={setChosen}
            onAct={(one) => void startStory(one)}
            handle={list}
            autoFocus
          >
            {(one) => <WireLine item={one} />}
          </List>
          {item && <WireReader key={item.id} item={item} />}
        </div>
      ) : (
        loaded && <Nothing words={words} />
      )}
      {pasting && <PasteWire onClose={() => setPasting(false)} onDone={setChosen} />}
    </Screen>
  )
}

/** A story that begins as the wire stands, with the wire attached, opened at once. */
async function startStory(item: WireCard): Promise<void> {
  const card = await attempt(async () => {
    const { text, slug, headline } = await host.ask('basket.item', { item: item.id })
    const manuscript = manuscriptFromText(text, headline).toJSON() as unknown
    const made = await host.ask('story.create', { manuscript, ...(slug ? { slug: slug.slice(0, 80) } : {}) })
    await host.ask('basket.attach', { story: made.id, items: [item.id] })
    return made
  })
  if (card) go({ screen: 'story', story: card.id })
}

function holds({ agency, headline, slug, file, lead }: WireCard, words: string): boolean {
  const text = [agency, headline, slug, file, lead].filter(Boolean).join(' ').toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

const folderName = (folder: string) => folder.split(/[\\/]/).findLast(Boolean) ?? folder

function Nothing({ words }: { words: string }) {
  if (words.trim())
    return (
      <EmptyState title={`No wire here matches “${words.trim()}”`}>
        The search reads agencies, headlines, slugs, file names and first lines. Try fewer words.
      </EmptyState>
    )
  return (
    <EmptyState
      title="The basket is empty"
      actions={
        <>
          <WatchButton kind="primary" />
          <CommandButton command="basket.paste" />
        </>
      }
    >
      Watch the folder that your wire arrives in, or paste an item. Opening a story then shows which of them it was made
      from.
    </EmptyState>
  )
}

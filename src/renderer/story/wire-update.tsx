import { X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { wireUpdate, type UpdatedSentence, type WireUpdate } from '@core/analysis'
import { plainText, toPosition, type Manuscript } from '@core/manuscript'
import type { Source } from '@core/record'
import { useCommands } from '../commands/registry'
import { host } from '../host'
import { attempt, Button, count, Kbd, say } from '../ui'
import { useStoryView } from './desk-view'
import { sourceName } from './source-words'
import type { OpenStory } from './store'
import { useNewerWire } from './use-newer-wire'
import { WordDiff } from './word-diff'

interface Loaded {
  of: Manuscript
  newer: string
  update: WireUpdate
}

/**
 * Steps through the sentences of the story that stand on words which a newer version of the wire changed, old and new
 * beside one another. Enter takes the change into the story, Delete leaves it, F6 goes on, Escape closes.
 */
export function WireUpdatePanel() {
  const { story, now, panel, open } = useStoryView()
  const source =
    panel?.kind === 'wire-update' ? now.sources.find(({ id, news }) => id === panel.source && news) : undefined
  const updatable = now.sources.find(({ news }) => news?.what === 'newer' || news?.what === 'corrected')
  useCommands([
    {
      id: 'story.wire-update',
      title: 'Step through what the wire changed',
      group: 'Story',
      keys: ['F6'],
      enabled: updatable !== undefined && panel?.kind !== 'wire-update',
      run: () => updatable && open({ kind: 'wire-update', source: updatable.id }),
    },
  ])
  if (!source) return null
  return <Steps key={source.id} source={source} story={story} onClose={() => open(undefined)} />
}

function Steps({ source, story, onClose }: { source: Source; story: OpenStory; onClose: () => void }) {
  const { now } = useStoryView()
  const loaded = useUpdate(source)
  const take = useNewerWire()
  const [at, setAt] = useState(0)
  const [done, setDone] = useState<ReadonlyMap<number, 'taken' | 'left'>>(new Map())
  const box = useRef<HTMLDivElement>(null)
  const used = loaded?.update.used ?? []
  const one = used[at]
  useEffect(() => box.current?.focus(), [loaded])
  useEffect(() => {
    const there = one && loaded && story.rangeNow(loaded.of, one)
    if (there) story.show(there)
  }, [one, loaded, story])
  const close = () => {
    onClose()
    story.view?.focus()
  }
  const step = (by: 1 | -1) => setAt((before) => (used.length === 0 ? 0 : (before + by + used.length) % used.length))
  const settle = (how: 'taken' | 'left') => {
    const next = new Map(done).set(at, how)
    setDone(next)
    const open = used.findIndex((_, index) => index > at && !next.has(index))
    const again = open >= 0 ? open : used.findIndex((_, index) => !next.has(index))
    if (again >= 0) setAt(again)
  }
  const accept = () => {
    if (!one?.edit || !loaded || done.get(at) === 'taken') return
    if (edited(story, loaded.of, one)) settle('taken')
    else say('The sentence was changed since; take the wire’s words by hand.')
  }
  const finished = loaded && done.size === used.length
  const adopt = async () => {
    close()
    await take(source)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the steps act inside the panel
    <div
      ref={box}
      className="wire-update"
      role="dialog"
      aria-label="Update from wire"
      tabIndex={-1}
      onKeyDown={(event) => {
        const onButton = event.target instanceof HTMLButtonElement
        if (event.key === 'Escape') close()
        else if (event.key === 'F6') step(event.shiftKey ? -1 : 1)
        else if (event.key === 'Enter' && !onButton) accept()
        else if (event.key === 'Delete') settle('left')
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <header>
        <strong>
          {sourceName(source)} → v{source.news?.version ?? 'newer'}
        </strong>
        <span className="grey" role="status">
          {loaded
            ? `${count(loaded.update.changed, 'sentence')} changed, ${used.length} used here${
                one ? ` · ${at + 1} of ${used.length}` : ''
              }`
            : 'Reading the newer version…'}
        </span>
        <span className="spring" />
        <Button size="small" kind="quiet" aria-label="Close" icon={<X size={14} />} onPress={close} />
      </header>
      {loaded && one && <Sentence loaded={loaded} one={one} source={source} how={done.get(at)} />}
      {loaded && used.length === 0 && <p>Nothing that the story uses was changed.</p>}
      <footer>
        {one && (
          <>
            <Button size="small" kind="primary" isDisabled={!one.edit || done.get(at) === 'taken'} onPress={accept}>
              Take it <Kbd keys="Enter" />
            </Button>
            <Button size="small" onPress={() => settle('left')}>
              Leave it <Kbd keys="Delete" />
            </Button>
            {used.length > 1 && (
              <Button size="small" kind="quiet" onPress={() => step(1)}>
                Next <Kbd keys="F6" />
              </Button>
            )}
            {!one.edit && <span className="grey">The story words it otherwise: change it by hand.</span>}
          </>
        )}
        <span className="spring" />
        {finished && (
          <Button size="small" {...(used.length > 0 ? {} : { kind: 'primary' })} onPress={() => void adopt()}>
            Use v{source.news?.version ?? 'newer'} as the source
          </Button>
        )}
      </footer>
      {now.known === undefined && <p className="grey">The story is being read.</p>}
    </div>
  )
}

function Sentence({
  loaded,
  one,
  source,
  how,
}: {
  loaded: Loaded
  one: UpdatedSentence
  source: Source
  how: 'taken' | 'left' | undefined
}) {
  const old = source.text.slice(one.old.start, one.old.end)
  const now = one.new && loaded.newer.slice(one.new.start, one.new.end)
  return (
    <div className="wire-update-sentence">
      {how && <b className="wire-update-how">{how === 'taken' ? 'Taken' : 'Left'}</b>}
      {now === undefined ? (
        <p>
          <del>{old}</del> <span className="grey">The newer version has cut this sentence.</span>
        </p>
      ) : (
        <WordDiff old={old} now={now} label="What the wire changed" />
      )}
    </div>
  )
}

/** What the newer version changed of what the story stands on, as the story stood when the panel opened. */
function useUpdate(source: Source): Loaded | undefined {
  const { now } = useStoryView()
  const [newer, setNewer] = useState<string>()
  const item = source.news?.item
  useEffect(() => {
    let there = true
    if (item)
      void attempt(() => host.ask('basket.item', { item })).then((found) => {
        if (there && found) setNewer(found.text)
      })
    return () => {
      there = false
    }
  }, [item])
  // The steps stand on one reading of the story; edits made from them do not shuffle the list.
  const [first, setFirst] = useState(now.known)
  if (!first && now.known) setFirst(now.known)
  return useMemo(() => {
    if (!first || newer === undefined) return undefined
    const text = first.of
    const { sentences } = first.assessment.provenance
    return { of: text, newer, update: wireUpdate(plainText(text).text, sentences, source.id, source.text, newer) }
  }, [first, newer, source])
}

/** Makes the change in the draft as one step that undo takes back. Answers false when its words are gone. */
function edited(story: OpenStory, of: Manuscript, { edit = [] }: UpdatedSentence): boolean {
  const { tr } = story.state
  for (const { start, end, text } of edit.toSorted((a, b) => b.start - a.start)) {
    const there = start === end ? story.pointNow(of, start) : story.rangeNow(of, { start, end })
    if (!there) return false
    const [from, to] = [toPosition(story.text, there.start), toPosition(story.text, there.end)]
    if (text) tr.insertText(text, from, to)
    else tr.delete(from, to)
  }
  story.dispatch(tr)
  return true
}

import { startTransition, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { deskName, settings } from '../app/settings'
import { host } from '../host'
import { OpenStory, type StoryNow } from './store'

const open = new Map<string, OpenStory>()
const opening = new Map<string, Promise<OpenStory>>()

// Stories kept open beside the one on the screen, so that going back finds the undo history.
const mostOpen = 8

/** The open story, opened when it is not. Rejects with the host's refusal. */
export function openStory(id: string): Promise<OpenStory> {
  const there = open.get(id)
  if (there) return Promise.resolve(there)
  const known = opening.get(id)
  if (known) return known
  const promise = host
    .ask('story.open', { story: id })
    .then((opened) => {
      const story = new OpenStory(opened, { name: deskName, smartQuotes: () => settings().smartQuotes })
      open.set(id, story)
      closeSome()
      return story
    })
    .finally(() => opening.delete(id))
  opening.set(id, promise)
  return promise
}

function closeSome() {
  for (const [id, story] of open) {
    if (open.size <= mostOpen) return
    if (story.unsaved || story.view) continue
    story.close()
    open.delete(id)
  }
}

/** Everything typed in every open story is committed. Rejects when something could not be. */
export async function flushAll(): Promise<void> {
  await Promise.all([...open.values()].map((story) => story.flush()))
}

host.on('host.closing', () => {
  flushAll().then(
    () => host.ask('host.flushed', {}),
    () => undefined, // The story's banner says what could not be kept; the host waits.
  )
})

addEventListener('beforeunload', (event) => {
  if ([...open.values()].some((story) => story.unsaved)) event.preventDefault()
})
addEventListener('pagehide', () => {
  flushAll().catch(() => undefined)
})

/** An open story and what it holds now; `failed` when it could not be opened. */
export type StoryAt = { kind: 'opening' } | { kind: 'failed'; cause: unknown } | { kind: 'open'; story: OpenStory }

/** Opens a story for a screen. The same story gives the same store on every screen. */
export function useStory(id: string): StoryAt {
  const [at, setAt] = useState<StoryAt>(() => {
    const there = open.get(id)
    return there ? { kind: 'open', story: there } : { kind: 'opening' }
  })
  useEffect(() => {
    let current = true
    openStory(id).then(
      (story) => current && setAt({ kind: 'open', story }),
      (cause: unknown) => current && setAt({ kind: 'failed', cause }),
    )
    return () => {
      current = false
    }
  }, [id])
  return at.kind === 'open' && at.story.id !== id ? { kind: 'opening' } : at
}

/**
 * What an open story holds. A component is drawn again only when something that it read has changed: a keystroke changes
 * the manuscript and the saving, and draws what shows these. Read in an event, it tells what holds then.
 */
export function useStoryNow(story: OpenStory): StoryNow {
  const reading = useMemo(() => new Reading(story), [story])
  const [version, setVersion] = useState(0)
  useLayoutEffect(() => {
    const look = () => {
      const changed = reading.look()
      if (changed === 'now') setVersion((before) => before + 1)
      // What the analysis knows is drawn between the keys, never in their way.
      if (changed === 'in-time') startTransition(() => setVersion((before) => before + 1))
    }
    look()
    return story.subscribe(look)
  }, [reading, story])
  // A new value for each version, so that what is memoised over it reads anew.
  return useMemo(() => reading.value(), [reading, version])
}

const known: ReadonlySet<keyof StoryNow> = new Set(['known', 'analysisFailed'])

/** Which parts of a story were read, and whether one of them has changed since. */
class Reading {
  readonly #story: OpenStory
  readonly #read = new Set<keyof StoryNow>()
  #seen: StoryNow

  constructor(story: OpenStory) {
    this.#story = story
    this.#seen = story.now()
  }

  /** Whether something that was read has changed, and whether that must be shown at once. */
  look(): 'no' | 'in-time' | 'now' {
    const [before, now] = [this.#seen, this.#story.now()]
    this.#seen = now
    const changed = [...this.#read].filter((part) => now[part] !== before[part])
    if (changed.length === 0) return 'no'
    return changed.every((part) => known.has(part)) ? 'in-time' : 'now'
  }

  value(): StoryNow {
    // What is drawn next tells anew what it reads.
    this.#read.clear()
    return new Proxy({} as StoryNow, {
      get: (_, part: string) => {
        this.#read.add(part as keyof StoryNow)
        return this.#story.now()[part as keyof StoryNow]
      },
    })
  }
}

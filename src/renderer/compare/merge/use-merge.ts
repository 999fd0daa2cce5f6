import { useEffect, useMemo, useRef, useState } from 'react'
import { settledAs, settlementsFor, type MergeReading, type Settled, type Settlement } from '@core/comparison'
import type { Output } from '@contract/index'
import { mergeBeside, type Version } from '../../analysis'
import { host } from '../../host'
import { useStoryNow, type OpenStory } from '../../story'
import { sayError } from '../../ui'
import { draftVersion } from '../use-sides'

type Opened = Output<'merge.open'>

/** Settlements as they were before the last ones, and after those that were taken back. */
interface Settling {
  settled: readonly Settled[]
  past: readonly { settled: readonly Settled[]; at: string }[]
  future: readonly { settled: readonly Settled[]; at: string }[]
}
const none: Settling = { settled: [], past: [], future: [] }

export interface MergeNow {
  opened: Opened | undefined
  /** Why what waits could not be read, in a sentence. */
  failed: string | undefined
  /** The merged text with its conflicts; what was settled since it was made is on the way. */
  reading: MergeReading | undefined
  settled: readonly Settled[]
  /** How each conflict was settled so far, by its id. */
  settlements: ReadonlyMap<string, Settlement>
  settle: (id: string, as: Settlement | undefined) => void
  /** Takes the last settlement back, or does it again; the id of its conflict, undefined where there is none. */
  undo: () => string | undefined
  redo: () => string | undefined
  canUndo: boolean
  canRedo: boolean
  again: () => void
}

/** What waits, opened, and settled step by step: every step is kept in the library as it is made. */
export function useMerge(story: OpenStory, tip: string): MergeNow {
  const { manuscript } = useStoryNow(story)
  const [tries, setTries] = useState(0)
  const [opened, setOpened] = useState<Opened>()
  const [failed, setFailed] = useState<string>()
  const [settling, setSettling] = useState(none)
  const [reading, setReading] = useState<MergeReading>()
  const keeping = useRef<Promise<unknown>>(Promise.resolve())

  useEffect(() => {
    let current = true
    setFailed(undefined)
    // What was settled just now is kept before what is kept is read.
    keeping.current
      .then(() => story.flush())
      .then(() => host.ask('merge.open', { story: story.id, tip }))
      .then(
        (answer) => {
          if (!current) return
          setOpened(answer)
          setSettling({ ...none, settled: answer.settled })
        },
        (cause: unknown) => current && setFailed(cause instanceof Error ? cause.message : String(cause)),
      )
    return () => {
      current = false
    }
  }, [story, tip, tries])

  const sides = useMemo(
    () =>
      opened && {
        base: {
          key: `common ${tip} ${opened.waiting.common.map(({ number }) => number).join()}`,
          manuscript: opened.base,
        },
        theirs: { key: `theirs ${tip}`, manuscript: opened.theirs },
      },
    [opened, tip],
  ) satisfies Record<string, Version> | undefined
  useEffect(() => {
    if (!sides) return
    let current = true
    mergeBeside(sides.base, draftVersion(manuscript), sides.theirs, settling.settled).then(
      (answer) => current && setReading(answer),
      (cause: unknown) => current && setFailed(cause instanceof Error ? cause.message : String(cause)),
    )
    return () => {
      current = false
    }
  }, [sides, manuscript, settling.settled])

  const conflicts = reading?.conflicts
  const settlements = useMemo(() => settlementsFor(conflicts ?? [], settling.settled), [conflicts, settling.settled])
  const keep = (settled: readonly Settled[]) => {
    keeping.current = keeping.current.then(() => story.keepSettled(tip, [...settled])).catch(sayError)
  }
  const to = (next: Settling) => {
    setSettling(next)
    keep(next.settled)
  }
  return {
    opened,
    failed,
    reading,
    settled: settling.settled,
    settlements,
    settle: (id, as) => {
      const conflict = conflicts?.find((one) => one.id === id)
      if (!conflict) return
      const own = settledAs(conflict, 'base')
      const mark = (one: Settled) => JSON.stringify([one.base, one.ours, one.theirs])
      const others = settling.settled.filter((one) => mark(one) !== mark(own))
      to({
        settled: as === undefined ? others : [...others, settledAs(conflict, as)],
        past: [...settling.past, { settled: settling.settled, at: id }],
        future: [],
      })
    },
    undo: () => {
      const last = settling.past.at(-1)
      if (!last) return undefined
      const { settled, past, future } = settling
      to({ settled: last.settled, past: past.slice(0, -1), future: [...future, { settled, at: last.at }] })
      return last.at
    },
    redo: () => {
      const next = settling.future.at(-1)
      if (!next) return undefined
      const { settled, past, future } = settling
      to({ settled: next.settled, past: [...past, { settled, at: next.at }], future: future.slice(0, -1) })
      return next.at
    },
    canUndo: settling.past.length > 0,
    canRedo: settling.future.length > 0,
    again: () => setTries(tries + 1),
  }
}

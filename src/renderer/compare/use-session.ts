import { closeHistory, redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import { Step } from 'prosemirror-transform'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { schema, type Manuscript } from '@core/manuscript'
import { compareBeside, takeBeside } from '../analysis'
import type { OpenStory } from '../story'
import { Session, type DraftHand, type Engine, type Pair, type SessionNow } from './session'
import { draftVersion, type SideAt } from './use-sides'

const engine: Engine = { compare: compareBeside, take: takeBeside }

// Pairs whose place in the list and marks are found again on coming back.
const most = 6
const sessions = new Map<string, Session>()

function sessionOf(key: string): Session {
  const session = sessions.get(key) ?? new Session(engine)
  sessions.delete(key)
  sessions.set(key, session)
  for (const oldest of sessions.keys()) {
    if (sessions.size <= most) break
    sessions.delete(oldest)
  }
  return session
}

/** The comparison of two sides, kept true while the draft is one of them and changes. */
export function useSession(
  story: OpenStory,
  old: SideAt,
  now: SideAt,
  key: string,
): { session: Session; now: SessionNow } {
  const session = useMemo(() => sessionOf(key), [key])
  useEffect(() => {
    const look = (manuscript: Manuscript) => {
      const pair = pairOf(old, now, manuscript)
      if (pair) session.look(pair)
    }
    session.resume(story.state.doc)
    look(story.state.doc)
    return story.onTransaction((tr) => {
      if (tr.docChanged) look(story.state.doc)
    })
  }, [session, story, old, now])
  return { session, now: useSyncExternalStore(session.subscribe, session.now) }
}

function pairOf(old: SideAt, now: SideAt, draft: Manuscript): Pair | undefined {
  const versionOf = (side: SideAt) =>
    side.kind === 'draft' ? draftVersion(draft) : side.kind === 'there' ? side.version : undefined
  const [left, right] = [versionOf(old), versionOf(now)]
  if (!left || !right) return undefined
  // A draft against itself has nothing to take.
  const side =
    old.kind === now.kind ? undefined : old.kind === 'draft' ? 'old' : now.kind === 'draft' ? 'new' : undefined
  return { old: left, new: right, ...(side ? { draft: { side, manuscript: draft } } : {}) }
}

/** The story's draft as a comparison changes it. */
export function draftHand(story: OpenStory): DraftHand {
  return {
    manuscript: () => story.state.doc,
    apply: (steps) => {
      // Each decision is one step of the history, however fast they follow one another.
      const tr = closeHistory(story.state.tr)
      for (const step of steps) tr.step(Step.fromJSON(schema, step))
      story.dispatch(tr)
    },
    undo: () => undoDepth(story.state) > 0 && undo(story.state, (tr) => story.dispatch(tr)),
    redo: () => redoDepth(story.state) > 0 && redo(story.state, (tr) => story.dispatch(tr)),
  }
}

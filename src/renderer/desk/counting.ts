import { useEffect } from 'react'
import { parseManuscript, plainText, storyTextOf } from '@core/manuscript'
import type { StoryCard } from '@contract/index'
import { assessBeside, earlierRevisions } from '../analysis'
import { host } from '../host'
import { isFresh } from './arrange'
import { take } from './library'

// A story that could not be counted is left until the desk is opened again: it says why when it is opened itself.
const failed = new Set<string>()
let busy = false

/** Counts quotations and shares of stories that nobody has opened since they changed, one at a time, beside the page. */
export function useCounting(cards: readonly StoryCard[]): void {
  useEffect(() => {
    const next = cards.find((card) => !card.archived && !isFresh(card) && !failed.has(`${card.id} ${card.seq}`))
    if (!next || busy) return
    busy = true
    // The answer changes the list, and the changed list asks for the next.
    void count(next)
      .catch(() => {
        failed.add(`${next.id} ${next.seq}`)
        return next
      })
      .then((card) => {
        busy = false
        take(card)
      })
  }, [cards])
}

async function count({ id }: StoryCard): Promise<StoryCard> {
  const [{ seq, manuscript, annotations, decisions, sources }, policy, cards] = await Promise.all([
    host.ask('story.open', { story: id }),
    host.ask('policy.read', {}),
    host.ask('revision.list', { story: id }),
  ])
  const revisions = await earlierRevisions(id, cards)
  const { digest } = await assessBeside(id, {
    story: storyTextOf(plainText(parseManuscript(manuscript))),
    annotations,
    decisions,
    sources,
    revisions,
    policy,
    now: new Date().toISOString(),
  })
  return host.ask('story.digest', { story: id, digest: { ...digest, seq } })
}

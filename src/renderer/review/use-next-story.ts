import { useEffect, useState } from 'react'
import type { StoryCard } from '@contract/index'
import { useCommands } from '../commands/registry'
import { host } from '../host'
import { go } from '../navigation'
import { attempt } from '../ui'

/** The story that waits longest for somebody to look at its quotations, and the command that goes to its review. */
export function useNextStory(story: string, wanted: boolean): StoryCard | undefined {
  const [next, setNext] = useState<StoryCard>()
  useEffect(() => {
    if (!wanted) return
    let current = true
    void attempt(async () => {
      const cards = await host.ask('desk.list', {})
      if (current) setNext(waitingLongest(cards, story))
    })
    return () => {
      current = false
    }
  }, [story, wanted])
  useCommands([
    {
      id: 'review.next-story',
      title: 'Review the next story',
      group: 'Review',
      keys: ['Shift-n'],
      enabled: wanted && next !== undefined,
      run: () => {
        if (next) go({ screen: 'review', story: next.id })
      },
    },
  ])
  return next
}

const waitingLongest = (cards: readonly StoryCard[], story: string): StoryCard | undefined =>
  cards
    .filter(({ id, archived, digest }) => id !== story && !archived && (digest?.attention ?? 0) > 0)
    .toSorted((a, b) => a.updatedAt.localeCompare(b.updatedAt))[0]

import { useState, type ReactNode } from 'react'
import { HostError } from '@contract/index'
import { Button, EmptyState, Screen } from '../ui'
import { go } from '../navigation'
import { useStory } from './open-stories'
import type { OpenStory } from './store'

/** Opens a story for a screen; says so while it opens, and says why when it cannot be. */
export function StoryGate({
  story,
  label,
  children,
}: {
  story: string
  label: string
  children: (story: OpenStory) => ReactNode
}) {
  const [tries, setTries] = useState(0)
  return (
    <Opening key={`${story} ${tries}`} story={story} label={label} again={() => setTries(tries + 1)}>
      {children}
    </Opening>
  )
}

function Opening({
  story,
  label,
  again,
  children,
}: {
  story: string
  label: string
  again: () => void
  children: (story: OpenStory) => ReactNode
}) {
  const at = useStory(story)
  if (at.kind === 'open') return children(at.story)
  if (at.kind === 'opening')
    return (
      <Screen label={label}>
        <p className="story-opening" role="status">
          Opening…
        </p>
      </Screen>
    )
  const missing = at.cause instanceof HostError && at.cause.code === 'not-found'
  return (
    <Screen label={label}>
      <EmptyState
        title={missing ? 'This story is not in the library' : 'The story could not be opened'}
        actions={
          <>
            <Button kind="primary" onPress={() => go({ screen: 'desk' })}>
              Go to the desk
            </Button>
            {!missing && <Button onPress={again}>Open again</Button>}
          </>
        }
      >
        {at.cause instanceof Error ? at.cause.message : String(at.cause)}
      </EmptyState>
    </Screen>
  )
}

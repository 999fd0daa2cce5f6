import { useState, type ReactNode } from 'react'
import { HostError } from '@contract/index'
import { go } from '../navigation'
import { Button, EmptyState, Screen } from '../ui'
import { useStory } from './open-stories'
import type { OpenStory } from './store'

interface Asked {
  story: string
  /** What the screen is called. */
  label: string
  children: (story: OpenStory) => ReactNode
}

/** A screen about one story: opens it, and says so when it cannot be opened. */
export function WithStory(asked: Asked) {
  const [tries, setTries] = useState(0)
  return <Opening key={`${asked.story} ${tries}`} {...asked} again={() => setTries(tries + 1)} />
}

function Opening({ story, label, children, again }: Asked & { again: () => void }) {
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

import './compare.css'
import { useState } from 'react'
import { HostError } from '@contract/index'
import { go } from '../navigation'
import { useStory } from '../story'
import { Button, EmptyState, Screen } from '../ui'
import { ComparedStory } from './compared-story'

/** The Compare screen: any two texts of a story, what changed between them, and each change to take or leave. */
export function CompareScreen({ story, old, now }: { story: string; old?: string; now?: string }) {
  const [tries, setTries] = useState(0)
  return (
    <Opening
      key={`${story} ${tries}`}
      story={story}
      {...(old === undefined ? {} : { old })}
      {...(now === undefined ? {} : { now })}
      again={() => setTries(tries + 1)}
    />
  )
}

function Opening({ story, old, now, again }: { story: string; old?: string; now?: string; again: () => void }) {
  const at = useStory(story)
  if (at.kind === 'open')
    return (
      <ComparedStory story={at.story} {...(old === undefined ? {} : { old })} {...(now === undefined ? {} : { now })} />
    )
  if (at.kind === 'opening')
    return (
      <Screen label="Compare">
        <p className="story-opening" role="status">
          Opening…
        </p>
      </Screen>
    )
  const missing = at.cause instanceof HostError && at.cause.code === 'not-found'
  return (
    <Screen label="Compare">
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

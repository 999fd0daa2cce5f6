import { useState } from 'react'
import { HostError } from '@contract/index'
import { Button, EmptyState, Screen } from '../ui'
import { go } from '../navigation'
import { OpenedStory } from './opened-story'
import { useStory } from './open-stories'
import './story.css'

/** The Story screen: outline and revisions, the manuscript, the inspector. */
export function StoryScreen({ story }: { story: string }) {
  const [tries, setTries] = useState(0)
  return <Opening key={`${story} ${tries}`} story={story} again={() => setTries(tries + 1)} />
}

function Opening({ story, again }: { story: string; again: () => void }) {
  const at = useStory(story)
  if (at.kind === 'open') return <OpenedStory key={story} story={at.story} />
  if (at.kind === 'opening')
    return (
      <Screen label="Story">
        <p className="story-opening" role="status">
          Opening…
        </p>
      </Screen>
    )
  const missing = at.cause instanceof HostError && at.cause.code === 'not-found'
  return (
    <Screen label="Story">
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

import { OpenedStory } from './opened-story'
import { StoryGate } from './story-gate'
import './story.css'

/** The Story screen: outline and revisions, the manuscript, the inspector. */
export function StoryScreen({ story }: { story: string }) {
  return (
    <StoryGate story={story} label="Story">
      {(opened) => <OpenedStory key={opened.id} story={opened} />}
    </StoryGate>
  )
}

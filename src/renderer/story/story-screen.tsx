import { OpenedStory } from './opened-story'
import './story.css'
import { WithStory } from './with-story'

/** The Story screen: outline and revisions, the manuscript, the inspector. */
export function StoryScreen({ story }: { story: string }) {
  return (
    <WithStory story={story} label="Story">
      {(opened) => <OpenedStory key={story} story={opened} />}
    </WithStory>
  )
}

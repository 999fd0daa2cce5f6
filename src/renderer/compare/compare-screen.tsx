import './text.css'
import './compare.css'
import { WithStory } from '../story'
import { ComparedStory } from './compared-story'

/** The Compare screen: any two texts of a story, what changed between them, and each change to take or leave. */
export function CompareScreen({ story, old, now }: { story: string; old?: string; now?: string }) {
  return (
    <WithStory story={story} label="Compare">
      {(opened) => (
        <ComparedStory
          key={story}
          story={opened}
          {...(old === undefined ? {} : { old })}
          {...(now === undefined ? {} : { now })}
        />
      )}
    </WithStory>
  )
}

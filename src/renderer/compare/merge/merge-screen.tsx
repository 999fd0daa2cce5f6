import '../text.css'
import '../compare.css'
import './merge.css'
import { WithStory } from '../../story'
import { MergeStory } from './merge-story'

/** The merge view: what came in a package against the draft, conflict by conflict. */
export function MergeScreen({ story, tip }: { story: string; tip: string }) {
  return (
    <WithStory story={story} label="Merge">
      {(opened) => <MergeStory key={`${story} ${tip}`} story={opened} tip={tip} />}
    </WithStory>
  )
}

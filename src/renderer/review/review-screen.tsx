import { WithStory } from '../story'
import { Review } from './review'
import './review.css'

/** Attribution review: quotation by quotation, the story beside its sources. */
export function ReviewScreen({ story }: { story: string }) {
  return (
    <WithStory story={story} label="Attribution review">
      {(opened) => <Review key={opened.id} story={opened} />}
    </WithStory>
  )
}

import type { Range } from '@core/manuscript'
import { go, type Place } from '../navigation'
import type { Chosen } from './desk-view'
import type { OpenStory } from './store'

/** Why somebody comes to the story from another screen, and the way back there. */
export interface Arrival {
  /** What to look at, in a sentence. */
  message: string
  chosen?: Chosen
  range?: Range
  back: { title: string; place: Place }
}

const coming = new Map<string, Arrival>()

/** Goes to the story, at a range of its draft's text, with a note above it that says why and leads back. */
export function showInStory(story: OpenStory, arrival: Arrival): void {
  coming.set(story.id, arrival)
  go({ screen: 'story', story: story.id })
}

/** Why the story screen was come to; undefined when one simply went there. */
export const arrivalAt = (story: OpenStory): Arrival | undefined => coming.get(story.id)

/** The screen has taken it up. */
export const forgetArrival = (story: OpenStory): boolean => coming.delete(story.id)

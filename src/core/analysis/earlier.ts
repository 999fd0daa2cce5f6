import { parseManuscript, plainText, storyTextOf } from '../manuscript'
import type { RevisionContent } from '../record'
import type { EarlierRevision } from './types'

/** How many of the newest revisions an assessment looks back on for credits that editing lost (C-17). */
export const lookedBackOn = 5

/** A revision as an assessment looks back on it. */
export function earlierRevision({ number, by, at, manuscript }: Omit<RevisionContent, 'id'>): EarlierRevision {
  return { number, by, at, story: storyTextOf(plainText(parseManuscript(manuscript))) }
}

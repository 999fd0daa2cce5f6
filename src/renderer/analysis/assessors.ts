import { createAssessor, type Assessment, type Assessor } from '@core/analysis'
import type { Question } from './messages'

// Stories that are open at once, with what was read of each.
const mostStories = 6

const assessors = new Map<string, { background: string; assessor: Assessor }>()

/** Assesses a story with what was read of it before. Empty when its background is not at hand. */
export function assessStory({ story, background, input }: Extract<Question, { kind: 'assess' }>): {
  assessment?: Assessment
} {
  let known = assessors.get(story)
  if (known?.background !== background.key) {
    if (!background.given) return {}
    known = { background: background.key, assessor: createAssessor(background.given) }
  }
  assessors.delete(story)
  assessors.set(story, known)
  for (const oldest of assessors.keys()) {
    if (assessors.size <= mostStories) break
    assessors.delete(oldest)
  }
  return { assessment: known.assessor.assess(input) }
}

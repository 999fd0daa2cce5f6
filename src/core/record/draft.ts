import { Step, type Mapping, Transform } from 'prosemirror-transform'
import { schema, type Manuscript } from '../manuscript'

/** Why steps could not be taken into a draft. */
export class DraftError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'DraftError'
  }
}

/**
 * Applies journalled steps to a manuscript, trusting none: each must parse, fit and leave a valid manuscript.
 * Returns the new manuscript with the mapping from old positions to new.
 * @throws DraftError naming the first step that does not fit; nothing is applied then.
 */
export function applySteps(
  manuscript: Manuscript,
  steps: readonly unknown[],
): { manuscript: Manuscript; mapping: Mapping } {
  const transform = new Transform(manuscript)
  for (const [index, json] of steps.entries()) {
    try {
      const result = transform.maybeStep(Step.fromJSON(schema, json))
      if (result.failed) throw new Error(result.failed)
      transform.doc.check()
    } catch (cause) {
      throw new DraftError(
        `Edit ${index + 1} of ${steps.length} does not fit the draft: ${cause instanceof Error ? cause.message : String(cause)}`,
      )
    }
  }
  return { manuscript: transform.doc, mapping: transform.mapping }
}

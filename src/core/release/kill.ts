import { schema, type Manuscript } from '../manuscript'

/**
 * What goes out in place of a story that is killed: its headline, so that it is known which, and the reason. None of its
 * text, so that nothing which reads the copies can publish it again.
 */
export function killNotice(manuscript: Manuscript, reason: string): Manuscript {
  const headline = manuscript.firstChild?.type.name === 'headline' ? [manuscript.firstChild] : []
  return schema.node('doc', null, [
    ...headline,
    schema.node('correction', null, [schema.text(`Kill: ${reason.trim()}`)]),
  ])
}

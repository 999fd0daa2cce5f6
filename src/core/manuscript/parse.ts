import { schema, type Manuscript } from './schema'

/** Why a value is no manuscript. */
export class ManuscriptError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ManuscriptError'
  }
}

// Deeper than any story's lists and tables, shallow enough that no recursion overflows.
const maxDepth = 32
const maxNodes = 400_000
const maxTextLength = 20_000_000

/**
 * Reads a manuscript from its JSON, trusting nothing: depth, size, node names, attributes, marks and content are checked.
 * @throws ManuscriptError naming what was wrong.
 */
export function parseManuscript(json: unknown): Manuscript {
  measure(json)
  let manuscript: Manuscript
  try {
    manuscript = schema.nodeFromJSON(json)
    manuscript.check()
  } catch (cause) {
    throw new ManuscriptError(`This is not a manuscript: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
  if (manuscript.type !== schema.topNodeType) throw new ManuscriptError('A manuscript begins with a doc node')
  return manuscript
}

function measure(json: unknown) {
  let nodes = 0
  let length = 0
  const visit = (value: unknown, depth: number) => {
    if (depth > maxDepth) throw new ManuscriptError(`This is not a manuscript: nested deeper than ${maxDepth} levels`)
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new ManuscriptError('This is not a manuscript: a node is an object')
    if (++nodes > maxNodes) throw new ManuscriptError(`This manuscript has more than ${maxNodes} nodes`)
    const { content, text } = value as { content?: unknown; text?: unknown }
    if (typeof text === 'string' && (length += text.length) > maxTextLength)
      throw new ManuscriptError(`This manuscript is longer than ${maxTextLength} characters`)
    if (content === undefined) return
    if (!Array.isArray(content)) throw new ManuscriptError('This is not a manuscript: content is a list of nodes')
    for (const child of content) visit(child, depth + 1)
  }
  visit(json, 0)
}

/** A story with nothing in it yet: an empty headline over an empty paragraph. */
export function emptyManuscript(): Manuscript {
  return schema.node('doc', null, [schema.node('headline'), schema.node('paragraph')])
}

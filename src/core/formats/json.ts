import { isSafeLink, ManuscriptError, parseManuscript } from '../manuscript'
import { ReadError, type ReadStory } from './types'

const maxDepth = 200

/** Parses JSON that a stranger wrote: not too deep, no keys that reach an object's prototype. */
export function parseJson(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text, (key, inner: unknown) => (key === '__proto__' ? undefined : inner))
  } catch (cause) {
    if (cause instanceof RangeError) throw new ReadError('unsafe', 'The JSON is nested too deep.')
    throw new ReadError(
      'damaged',
      `The JSON cannot be read: ${cause instanceof Error ? cause.message.slice(0, 200) : 'it is broken'}.`,
    )
  }
  return value
}

/** The deepest nest of brackets in JSON text, counted before it is parsed. */
export function measureJson(text: string) {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i)
    if (inString) {
      if (sign === 92) i++
      else if (sign === 34) inString = false
    } else if (sign === 34) inString = true
    else if (sign === 91 || sign === 123) {
      if (++depth > maxDepth) throw new ReadError('unsafe', `The JSON is nested deeper than ${maxDepth} levels.`)
    } else if (sign === 93 || sign === 125) depth--
  }
}

/** Reads a bare manuscript. Links to unsafe places lose the link and keep the words. */
export function readManuscriptJson(value: unknown): ReadStory {
  const remarks: string[] = []
  const safe = withoutUnsafeLinks(value, remarks, 0)
  try {
    return { type: 'json', manuscript: parseManuscript(safe), wire: { text: '' }, remarks }
  } catch (cause) {
    if (cause instanceof ManuscriptError) throw new ReadError('damaged', `${cause.message}.`)
    throw cause
  }
}

function withoutUnsafeLinks(value: unknown, remarks: string[], depth: number): unknown {
  if (depth > maxDepth || typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const node = value as { marks?: unknown; content?: unknown }
  const next = { ...node }
  if (Array.isArray(node.marks)) {
    const marks = node.marks as { type?: unknown; attrs?: { href?: unknown } }[]
    next.marks = marks.filter((mark) => mark?.type !== 'link' || isSafeLink(mark.attrs?.href))
    if ((next.marks as unknown[]).length < marks.length) remarks.push('A link to an unsafe address was taken off.')
  }
  if (Array.isArray(node.content))
    next.content = node.content.map((child) => withoutUnsafeLinks(child, remarks, depth + 1))
  return next
}

import { ReadError, type ReadStory } from './types'
import { together } from './wire-item'
import { decodeWire } from './wire-lines'

const mostMessages = 500

/**
 * Reads the messages of a wire that begins each with SOH, one or several in a file: what begins with `head` is one.
 * `read` is given a message whole and what is to be told of it so far.
 * @throws ReadError 'empty' where there is no message, 'too-large' where there are too many.
 */
export function readMessages(
  bytes: Uint8Array,
  head: RegExp,
  read: (message: string, remarks: string[]) => ReadStory,
): ReadStory {
  const { text, remarks } = decodeWire(bytes)
  // oxlint-disable-next-line no-control-regex
  const messages = text.split(/(?=\u0001)/).filter((message) => head.test(message))
  if (messages.length > mostMessages)
    throw new ReadError('too-large', `The file holds more than ${mostMessages} messages.`)
  return together(messages.map((message) => read(message, [...remarks])))
}

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { assessedSource, type AssessedSource } from '@core/analysis'
import { defaultPolicy, type Policy } from '@core/policy'
import { PolicySchema } from '@contract/values'
import { readOutside, type FileStory } from '../reader/read-file'
import { InputFailure, UsageFailure } from './failure'

let inputIsRead = false

/** The bytes of a file, or of standard input for "-". */
export async function bytesOf(file: string): Promise<Uint8Array> {
  if (file !== '-') {
    try {
      return await readFile(file)
    } catch (cause) {
      throw new InputFailure(`${file}: ${reasonOf(cause)}`)
    }
  }
  if (inputIsRead) throw new InputFailure('standard input can be given for one file only')
  inputIsRead = true
  const pieces: Uint8Array[] = []
  for await (const piece of process.stdin) pieces.push(piece as Uint8Array)
  return Buffer.concat(pieces)
}

/** What a file is called in what is said of it. */
export const nameOf = (file: string): string => (file === '-' ? 'standard input' : basename(file))

/** What is wrong with a file, in one line that names it. */
export function oneLine(message: string, file: string): string {
  const line = message.replace(/\s+/g, ' ')
  return line.includes(nameOf(file)) ? line : `${file}: ${line}`
}

/** Reads a story from a file of any kind, its type told by content; the first one of a message or feed of several. */
export async function storyOf(file: string): Promise<FileStory> {
  return (await storiesOf(file))[0]
}

async function storiesOf(file: string): Promise<[FileStory, ...FileStory[]]> {
  const read = await readOutside({ name: nameOf(file), bytes: await bytesOf(file) })
  if (!read.ok) throw new InputFailure(oneLine(read.error.message, file))
  return [read.story, ...read.others]
}

/**
 * The sources in FILE or FILE:AGENCY, with what their agency says of them. A source's id is the file as given; of several
 * items in one file the second is "FILE#2", and so on.
 */
export async function sourcesOf(given: string): Promise<AssessedSource[]> {
  const [, path, named] = /^(.+):([\p{L}][\p{L}\p{N} .&-]{0,30})$/u.exec(given) ?? []
  // A colon may belong to the file's own name.
  const file = path !== undefined && !existsSync(given) ? path : given
  return (await storiesOf(file)).map(({ wire }, index) => ({
    ...assessedSource({ ...wire, id: index === 0 ? file : `${file}#${index + 1}` }),
    ...(file === path ? { agency: named! } : {}),
  }))
}

/** The policy in a file, or the house policy a new library starts with. */
export async function policyOf(file: string | undefined): Promise<Policy> {
  if (file === undefined) return defaultPolicy
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(await bytesOf(file)))
  } catch (cause) {
    if (cause instanceof InputFailure) throw cause
    throw new InputFailure(`${file}: it is not JSON: ${reasonOf(cause)}`)
  }
  const parsed = PolicySchema.partial().safeParse(json)
  if (parsed.success)
    return {
      ...defaultPolicy,
      ...(Object.fromEntries(Object.entries(parsed.data).filter(([, v]) => v !== undefined)) as Partial<Policy>),
    }
  const [issue] = parsed.error.issues
  throw new InputFailure(`${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a policy'}`)
}

/** A port as given; 0, where none is, lets the system choose. */
export function portOf(given: string | undefined): number {
  const port = given === undefined ? 0 : Number(given)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageFailure(`--port is a number from 0 to 65535, not “${given}”`)
  return port
}

export function reasonOf(cause: unknown): string {
  const { code, message } = cause as { code?: string; message?: string }
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a folder'
  if (code === 'EACCES') return 'it may not be read'
  return message ?? String(cause)
}

import * as z from 'zod'
import { ManuscriptError, parseManuscript, type Manuscript } from '@core/manuscript'
import type { SourceInput } from '@core/record'
import type { FileBytes } from '@contract/index'
import { SourceInputSchema } from '@contract/values'
import { startReader } from './reader-process'

/** What a reader may take. Sizes are in bytes, time in milliseconds. */
export interface ReadLimits {
  input: number
  heapMegabytes: number
  time: number
  output: number
}

// A 1,000-page report with pictures is under 64 MB; the largest story seen takes a hundredth of the heap and of the time.
export const readLimits: ReadLimits = {
  input: 64 * 1024 * 1024,
  heapMegabytes: 512,
  time: 20_000,
  output: 48 * 1024 * 1024,
}

/** A story that was read from a file. */
export interface FileStory {
  /** The format it was read from, as `FileType` names it. */
  type: string
  manuscript: Manuscript
  slug?: string
  wire: SourceInput
  remarks: string[]
}

/** `others` came in one message or feed with the story, in order. */
export type ReadOutcome =
  { ok: true; story: FileStory; others: FileStory[] } | { ok: false; error: { code: string; message: string } }

const story = z.object({
  type: z.string().max(20),
  manuscript: z.unknown(),
  slug: z.string().max(200).exactOptional(),
  // A manuscript that nobody has begun has no words to be a source.
  wire: SourceInputSchema.extend({ text: z.string() }),
  remarks: z.array(z.string()).max(1000),
})
const answered = z.union([
  z.object({ ok: z.literal(true), story: story.extend({ others: z.array(story).max(1000) }) }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) }),
])

/**
 * Reads a file in a process of its own that is killed past its limits. What comes back is parsed again before it is
 * trusted. Never rejects: a file that cannot be read gives a code and a sentence that names it.
 */
export async function readOutside({ name, bytes }: FileBytes, limits: ReadLimits = readLimits): Promise<ReadOutcome> {
  const refuse = (code: string, why: string): ReadOutcome => ({
    ok: false,
    error: { code, message: `${name}: ${why.replace(/\.$/, '')}. Nothing of it was kept.` },
  })
  if (bytes.length > limits.input) return refuse('too-large', `it is larger than ${megabytes(limits.input)} MB`)
  const said = await askReader({ name, bytes }, limits)
  if ('fault' in said) return refuse(said.code, said.fault)
  try {
    const parsed = answered.safeParse(JSON.parse(said.text))
    if (!parsed.success) return refuse('damaged', 'its reader answered something that could not be trusted')
    if (!parsed.data.ok) return refuse(parsed.data.error.code, parsed.data.error.message)
    const { others, ...first } = parsed.data.story
    const trusted = ({ manuscript, ...rest }: z.output<typeof story>) => ({
      ...rest,
      manuscript: parseManuscript(manuscript),
    })
    return { ok: true, story: trusted(first), others: others.map(trusted) }
  } catch (cause) {
    if (cause instanceof ManuscriptError) return refuse('damaged', cause.message)
    return refuse('damaged', 'its reader answered something that could not be understood')
  }
}

type Said = { text: string } | { fault: string; code: string }

function askReader(file: FileBytes, limits: ReadLimits): Promise<Said> {
  return new Promise((resolve) => {
    const reader = startReader(limits)
    let settled = false
    const settle = (said: Said) => {
      if (settled) return
      settled = true
      clearTimeout(deadline)
      reader.kill()
      resolve(said)
    }
    const deadline = setTimeout(
      () =>
        settle({ code: 'unsafe', fault: `reading it took longer than ${limits.time / 1000} seconds and was stopped` }),
      limits.time,
    )
    reader.onAnswer((text) => {
      if (typeof text !== 'string') settle({ code: 'damaged', fault: 'its reader answered nothing' })
      else if (text.length > limits.output)
        settle({ code: 'too-large', fault: `what is in it is larger than ${megabytes(limits.output)} MB` })
      else settle({ text })
    })
    reader.onFault((fault) => settle({ code: 'damaged', fault }))
    reader.onEnd(() =>
      settle({ code: 'unsafe', fault: 'reading it took more memory than a story may, and was stopped' }),
    )
    reader.send(file)
  })
}

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)

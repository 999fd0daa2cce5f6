import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { compareDocs, type Doc } from '@core/comparison'
import { storyText } from '@core/manuscript'
import { traceProvenance, type SourceText } from '@core/provenance'
import { findQuotations } from '@core/quotations'
import * as z from 'zod'
import { exitCodes, InputFailure } from './failure'
import { reasonOf } from './inputs'
import { writeJson } from './output'
import { publicComparison, publicProvenance } from './public-json'

const id = z.union([z.string(), z.number()])
const words = z.string()
const block = z.object({
  type: words,
  text: words,
  marks: z
    .array(z.object({ type: words, from: z.int().min(0), to: z.int().min(0), href: words.exactOptional() }))
    .exactOptional(),
})
const doc = z.object({ blocks: z.array(block), slug: words.exactOptional() }) satisfies z.ZodType<Doc>
const source = z.object({ id: words, agency: words.exactOptional(), text: words }) satisfies z.ZodType<SourceText>

/** What each command does with one line; the value is what stands beside `id` in the line out. */
export const lineCommands = {
  quotes: {
    line: z.object({ id, text: words }),
    answer({ text }: { text: string }) {
      const { quotations, notQuotations } = findQuotations(storyText(text))
      return { quotes: quotations, notQuotations }
    },
  },
  provenance: {
    line: z.object({ id, text: words, sources: z.array(source) }),
    answer({ text, sources }: { text: string; sources: SourceText[] }) {
      const story = storyText(text)
      const { quotations } = findQuotations(story)
      return publicProvenance(traceProvenance({ story, sources, quotations }))
    },
  },
  diff: {
    line: z.object({ id, old: doc, new: doc }),
    answer: (given: { old: Doc; new: Doc }) => publicComparison(compareDocs(given.old, given.new)),
  },
} as const

export type LineCommand = keyof typeof lineCommands

/**
 * Answers one JSON object a line with one a line, in order, as they come. A line that fails says so in its place and the
 * rest go on. Answers the exit code.
 */
export async function answerLines(command: LineCommand, file: string): Promise<number> {
  const { line: schema, answer } = lineCommands[command]
  const input = file === '-' ? process.stdin : createReadStream(file)
  const failed = new Promise<never>((_, reject) =>
    input.once('error', (cause: unknown) => reject(new InputFailure(`${file}: ${reasonOf(cause)}`))),
  )
  let failures = 0
  const work = async () => {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      if (line.trim() === '') continue
      let known: string | number | undefined
      try {
        const json = JSON.parse(line) as { id?: string | number } | null
        known = typeof json === 'object' ? json?.id : undefined
        const given = schema.parse(json)
        await writeJson({ id: given.id, ...(answer as (given: unknown) => object)(given) })
      } catch (cause) {
        failures++
        await writeJson({ ...(known === undefined ? {} : { id: known }), error: errorOf(cause) })
      }
    }
  }
  await Promise.race([work(), failed])
  return failures > 0 ? exitCodes.input : exitCodes.done
}

function errorOf(cause: unknown): { code: string; message: string } {
  if (cause instanceof SyntaxError) return { code: 'bad-json', message: `The line is not JSON: ${cause.message}` }
  if (cause instanceof z.ZodError) {
    const [issue] = cause.issues
    return { code: 'bad-line', message: `${issue?.path.join('.') ?? 'line'}: ${issue?.message ?? 'not understood'}` }
  }
  return { code: 'failed', message: cause instanceof Error ? cause.message : String(cause) }
}

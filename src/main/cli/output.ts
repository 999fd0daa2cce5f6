import { once } from 'node:events'
import { writeWhole } from '../services/whole-file'
import { InputFailure } from './failure'
import { reasonOf } from './inputs'

/** Writes to standard output and waits while whoever reads is behind. */
export async function write(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** One JSON value on one line; absent fields are left out. */
export const writeJson = (value: unknown) => write(`${JSON.stringify(value)}\n`)

/** Rows in columns as wide as they need. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length)
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
    .concat(rows.length > 0 ? '\n' : '')
}

/** Words shortened to fit a line. */
export function short(text: string, most = 70): string {
  const words = text.replace(/\s+/g, ' ').trim()
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`
}

/** Writes a file, whole or not at all, or to standard output for "-". */
export async function writeOut(out: string, content: string | Uint8Array): Promise<void> {
  if (out === '-') return write(content)
  try {
    await writeWhole(out, content)
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such folder' : reasonOf(cause)
    throw new InputFailure(`${out}: it could not be written: ${reason}`)
  }
}

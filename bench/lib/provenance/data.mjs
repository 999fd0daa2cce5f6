import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The rows of a data set: DIR/NAME.jsonl, DIR/NAME.public.jsonl or the same under DIR/private; undefined when absent. */
export function readRows(directory, name) {
  const path = [`${name}.public.jsonl`, `${name}.jsonl`]
    .flatMap((file) => [join(directory, file), join(directory, 'private', file)])
    .find((file) => existsSync(file))
  if (!path) return undefined
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line))
}

/** One half of the rows, every other one, so that numbers chosen on "even" can be read again on "odd". */
export function half(rows, which) {
  if (which === undefined) return rows
  return rows?.filter((_, at) => at % 2 === (which === 'odd' ? 1 : 0))
}

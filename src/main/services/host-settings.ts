import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const place = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
})

// Fields that a newer version wrote are kept as they are.
const schema = z.looseObject({ library: z.string().min(1).exactOptional(), window: place.exactOptional() })

/** Where a window stood, in the screen's own points. */
export type WindowPlace = z.infer<typeof place>
export type HostSettings = Pick<z.infer<typeof schema>, 'library' | 'window'>

const fileName = 'host.json'

/**
 * What this machine remembers besides the library: which library, and where the window stood. Both can be chosen anew in
 * a moment, so a file that cannot be read counts as none.
 */
export function readHostSettings(folder: string): HostSettings {
  try {
    return schema.parse(JSON.parse(readFileSync(join(folder, fileName), 'utf8')))
  } catch {
    return {}
  }
}

/**
 * Remembers a change. The file is whole at every moment.
 * @throws the system's error when the folder refuses; nothing is lost but the memory.
 */
export function changeHostSettings(folder: string, change: HostSettings): void {
  const settings = { ...readHostSettings(folder), ...change }
  mkdirSync(folder, { recursive: true })
  const beside = join(folder, `${fileName}.${process.pid}`)
  writeFileSync(beside, `${JSON.stringify(settings, undefined, 2)}\n`)
  renameSync(beside, join(folder, fileName))
}

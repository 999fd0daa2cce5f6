import { randomUUID } from 'node:crypto'
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes a file that is whole at every moment: beside its place first, then under its name. A file that stood there is
 * kept until then; where the path is no plain file (a pipe, a device) it is written to directly.
 * @throws the system's error; nothing of the new file is left.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const there = await stat(path).catch(() => undefined)
  if (there && !there.isFile()) return writeFile(path, content)
  // A link stays a link.
  const place = there ? await realpath(path) : path
  const beside = join(dirname(place), `.${randomUUID()}.part`)
  try {
    await writeFile(beside, content, there ? { mode: there.mode } : {})
    await rename(beside, place)
  } catch (cause) {
    await rm(beside, { force: true })
    throw cause
  }
}

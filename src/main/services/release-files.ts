import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { HostError } from '@contract/index'
import type { Library } from '../storage/library'
import type { Host } from './host'
import { writeWhole } from './whole-file'

/**
 * Writes a release's files into a folder: the one named, else the one the person picks. Each file appears whole or not at
 * all, and takes the place of an earlier release's of the same name. Undefined folder: none was picked, nothing was written.
 * @throws HostError 'bad-input' when the folder is not there, 'disk' naming the file that could not be written.
 */
export async function saveRelease(
  library: Library,
  host: Pick<Host, 'pickFolder'>,
  release: string,
  named: string | undefined,
): Promise<{ folder?: string; files: string[] }> {
  const { files } = await library.release(release)
  const folder = named ?? (await host.pickFolder())
  if (folder === undefined) return { files: [] }
  const there = await stat(folder).catch(() => undefined)
  if (!there?.isDirectory())
    throw new HostError('bad-input', `There is no folder ${folder}. Nothing was written; the release is kept.`)
  const written: string[] = []
  for (const { name } of files) {
    const { bytes } = await library.releaseFile(release, name)
    const path = join(folder, basename(name))
    try {
      await writeWhole(path, bytes)
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new HostError(
        'disk',
        `${path} could not be written: ${why}. ${written.length} of ${files.length} files were written; the release is kept.`,
      )
    }
    written.push(path)
  }
  return { folder, files: written }
}

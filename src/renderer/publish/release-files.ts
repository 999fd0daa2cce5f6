import { zipSync } from 'fflate'
import type { Release } from '@core/record'
import { download } from '../app/download'
import { changeSettings, settings } from '../app/settings'
import { host, inOwnWindow } from '../host'
import { attempt, count, say } from '../ui'

/** One file of a release, to the person. */
export async function takeFile(release: Release, name: string): Promise<void> {
  await attempt(async () => {
    const file = await host.ask('release.file', { release: release.id, name })
    download(file.name, file.mediaType, file.bytes)
  })
}

/**
 * All files of a release: into the folder remembered (asked for the first time) where the host can write, else as one
 * archive for the browser's downloads.
 */
export async function takeAll(release: Release, slug: string): Promise<void> {
  await attempt(async () => {
    if (inOwnWindow()) return void (await saveFiles(release, settings().releaseFolder || undefined))
    const files = await Promise.all(
      release.files.map(({ name }) => host.ask('release.file', { release: release.id, name })),
    )
    const zip = zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 6 })
    const name = `${slug}-r${release.revision}.zip`
    download(name, 'application/zip', zip)
    say(`${name} was handed to the browser’s downloads.`, { kind: 'good' })
  })
}

/** Writes a release's files into a folder and remembers it. Nothing happens when none was picked. */
export async function saveFiles(release: Release, folder: string | undefined): Promise<boolean> {
  const saved = await host.ask('release.save', { release: release.id, ...(folder ? { folder } : {}) })
  if (!saved.folder) return false
  if (saved.folder !== settings().releaseFolder) await changeSettings({ releaseFolder: saved.folder })
  say(`${count(saved.files.length, 'file')} written to ${saved.folder}.`, { kind: 'good' })
  return true
}

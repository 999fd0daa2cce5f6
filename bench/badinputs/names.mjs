import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importInto } from './library.mjs'

// Names that Windows keeps for itself: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** A story with this title gets a slug that names a file safely on every system, and no other story's. */
export function nameFaults(title, library) {
  const folder = mkdtempSync(join(tmpdir(), 'writethru-names-'))
  const file = join(folder, 'story.json')
  const text = title.isWellFormed() ? title : title.toWellFormed()
  const manuscript = {
    type: 'doc',
    content: [
      { type: 'headline', content: text ? [{ type: 'text', text }] : [] },
      { type: 'paragraph', content: [{ type: 'text', text: 'A paragraph of the story.' }] },
    ],
  }
  writeFileSync(file, JSON.stringify(manuscript))
  // Twice: the same title never leads to the same name.
  const slugs = [1, 2].flatMap(() => {
    const { code, out, err } = importInto(library, file)
    return code === 0 ? JSON.parse(out).imported.map(({ slug }) => slug) : [`refused: ${err.trim()}`]
  })
  rmSync(folder, { recursive: true, force: true })
  const faults = []
  for (const slug of slugs)
    if (
      !/^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u.test(slug) ||
      devices.test(slug) ||
      slug.length > 80
    )
      faults.push(`“${slug}” is no name for a file`)
  if (slugs[0]?.normalize().toLowerCase() === slugs[1]?.normalize().toLowerCase()) faults.push('two stories share it')
  return { faults, told: slugs.join(', ') }
}

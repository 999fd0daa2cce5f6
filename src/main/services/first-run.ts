import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SourceInput } from '@core/record'
import { readOutside } from '../reader/read-file'
import type { Library } from '../storage/library'

interface Sample {
  slug: string
  story: string
  sources: (Omit<SourceInput, 'text'> & { file: string })[]
}

/**
 * Puts the sample story with its two sources into a library that has no story yet, so that a first look has something to
 * see. `folder` holds `sample.json` and the files it names.
 */
export async function welcome(library: Library, folder: string): Promise<void> {
  if ((await library.list()).length > 0) return
  const sample = JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8')) as Sample
  const read = await readOutside({ name: sample.story, bytes: await readFile(join(folder, sample.story)) })
  if (!read.ok) throw new Error(read.error.message)
  const sources: SourceInput[] = []
  for (const { file, ...fields } of sample.sources)
    sources.push({ ...fields, file, text: (await readFile(join(folder, file), 'utf8')).trim() })
  await library.create({
    slug: sample.slug,
    manuscript: read.story.manuscript.toJSON() as unknown,
    kind: 'import',
    note: 'The sample story',
    sources,
  })
}

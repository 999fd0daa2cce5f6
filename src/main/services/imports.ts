import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { isAgencyItem, storyExtensions } from '@core/formats'
import type { Manuscript } from '@core/manuscript'
import { HostError, type FileBytes, type ImportOutcome } from '@contract/index'
import { readLimits, readOutside, type FileStory } from '../reader/read-file'
import type { Library } from '../storage/library'
import type { Host } from './host'

export const looksLikeStory = (path: string): boolean => storyExtensions.includes(extname(path).slice(1).toLowerCase())

type Announcer = Pick<Host, 'announce'>

/** Imports files one after another, each read outside this process; one that cannot be read stops no other. */
export const importFiles = (library: Library, host: Announcer, files: readonly FileBytes[]) =>
  oneByOne(
    host,
    files,
    ({ name }) => name,
    (file) => importFile(library, host, file),
  )

/** As `importFiles`, for files on this machine. */
export const importPaths = (library: Library, host: Announcer, paths: readonly string[]) =>
  oneByOne(
    host,
    paths,
    (path) => basename(path),
    async (path) => {
      const file = await fileAt(path)
      return 'error' in file ? [file] : importFile(library, host, file)
    },
  )

async function oneByOne<T>(
  host: Announcer,
  given: readonly T[],
  nameOf: (one: T) => string,
  work: (one: T) => Promise<ImportOutcome[]>,
): Promise<ImportOutcome[]> {
  const outcomes: ImportOutcome[] = []
  const total = given.length
  for (const [done, one] of given.entries()) {
    host.announce('import.progress', { done, total, file: nameOf(one) })
    outcomes.push(...(await work(one)))
  }
  if (total > 0) host.announce('import.progress', { done: total, total, file: '' })
  return outcomes
}

async function fileAt(path: string): Promise<FileBytes | Extract<ImportOutcome, { error: unknown }>> {
  const name = basename(path)
  try {
    // A file too large to import is not even taken into memory.
    const { size } = await stat(path)
    if (size > readLimits.input) return { file: name, error: tooLarge(name) }
    return { name, bytes: await readFile(path) }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    return {
      file: name,
      error: { code: 'disk', message: `${name} could not be read: ${why}. Nothing of it was kept.` },
    }
  }
}

const tooLarge = (name: string) => ({
  code: 'too-large',
  message: `${name}: it is larger than ${readLimits.input / 1024 / 1024} MB. Nothing of it was kept.`,
})

/**
 * Reads one file and makes a story of it, one of each item where it is a message or a feed of several; or goes on with one
 * where it is a story package; or says why not, with nothing kept. A story that was here and changed is announced.
 * An agency's item stands beside its story as the source it is made of.
 */
export async function importFile(library: Library, host: Announcer, file: FileBytes): Promise<ImportOutcome[]> {
  const read = await readOutside(file)
  if (!read.ok && read.error.code === 'package') return [await importPackage(library, host, file)]
  if (!read.ok) return [{ file: file.name, error: read.error }]
  const outcomes: ImportOutcome[] = []
  for (const story of [read.story, ...read.others]) outcomes.push(await keep(library, file, story))
  return outcomes
}

async function keep(library: Library, file: FileBytes, story: FileStory): Promise<ImportOutcome> {
  const { manuscript, slug, remarks, wire } = story
  try {
    const card = await library.create({
      manuscript: manuscript.toJSON() as unknown,
      kind: 'import',
      note: `Imported from ${file.name}`,
      ...(slug === undefined ? {} : { slug }),
      // Its embargo, its terms and what the wire says of it later hold for the story too.
      ...(isAgencyItem(story) ? { sources: [{ ...wire, file: file.name }] } : {}),
    })
    return { file: file.name, card, remarks, blocks: countBlocks(manuscript) }
  } catch (cause) {
    return refused(file, cause)
  }
}

/** A story package goes to the library whole: only that can check it against what it holds. */
async function importPackage(library: Library, host: Announcer, { name, bytes }: FileBytes): Promise<ImportOutcome> {
  try {
    const { changed, ...came } = await library.importPackage(name, new TextDecoder().decode(bytes))
    if (changed) host.announce('library.changed', { stories: [came.card.id] })
    return { file: name, ...came }
  } catch (cause) {
    return refused({ name }, cause)
  }
}

function refused({ name }: Pick<FileBytes, 'name'>, cause: unknown): ImportOutcome {
  if (cause instanceof HostError) return { file: name, error: { code: cause.code, message: cause.message } }
  throw cause
}

function countBlocks(manuscript: Manuscript): number {
  let blocks = 0
  manuscript.descendants((node) => {
    if (node.isTextblock) blocks++
    return !node.isTextblock
  })
  return blocks
}

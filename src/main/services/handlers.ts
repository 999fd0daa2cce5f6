import type { Manuscript } from '@core/manuscript'
import { HostError, type FileBytes, type Handlers, type ImportOutcome } from '@contract/index'
import { readOutside, type ReadOutcome } from '../reader/read-file'
import type { Library } from '../storage/library'
import type { Host } from './host'
import { saveRelease } from './release-files'

/** What the handlers need besides the library: who they answer for. */
export interface About {
  version: string
}

/** Answers every request of the contract from a library and a host. */
export function createHandlers(library: Library, host: Host, { version }: About): Handlers {
  const copyOf = (story: string, format: Parameters<Library['exportCopy']>[1], revision: number | undefined) =>
    library.exportCopy(story, format, revision)
  return {
    'host.about': async () => ({
      host: host.kind,
      version,
      node: process.versions.node,
      sqlite: (await library.about()).sqlite,
      platform: process.platform,
      library: library.folder,
    }),
    'settings.read': () => library.settings(),
    'settings.change': (change) => library.changeSettings(definedOnly(change)),
    'policy.read': () => library.policy(),
    'policy.change': (policy) => library.changePolicy(policy),
    'library.choose': async ({ folder }) => {
      const chosen = folder ?? (await host.pickFolder())
      if (chosen === undefined) throw new HostError('cancelled', 'No folder was chosen. The library stays where it is.')
      await host.reopen(chosen)
      return { library: chosen }
    },
    'library.verify': () => library.verify(),
    'library.backup': () => library.backup(),
    // The carrier that brought it knows which page has sent everything.
    'host.flushed': () => ({}),
    'host.print': async () => ({ printed: await host.print() }),

    'desk.list': () => library.list(),
    'desk.search': ({ words }) => library.search(words),
    'story.create': ({ slug, manuscript }) =>
      library.create({ ...(slug === undefined ? {} : { slug }), ...(manuscript === undefined ? {} : { manuscript }) }),
    'story.open': ({ story }) => library.open(story),
    'story.rename': ({ story, slug }) => library.rename(story, slug),
    'story.duplicate': ({ story }) => library.duplicate(story),
    'story.archive': ({ story, archived }) => library.archive(story, archived),
    'story.status': ({ story, status }) => library.status(story, status),
    'story.digest': ({ story, digest }) => library.digest(story, digest),

    'draft.append': (typed) => library.append(typed),
    'draft.since': ({ story, after }) => library.since(story, after),
    'annotation.put': ({ story, annotation }) => library.putAnnotation(story, annotation),
    'decision.put': ({ story, decision }) => library.putDecision(story, decision),
    'source.attach': ({ story, source }) => library.attach(story, source),
    'source.describe': ({ story, source, fields }) => library.describe(story, source, fields),
    'source.detach': async ({ story, source }) => {
      await library.setAttached(story, source, false)
      return { at: host.now().toISOString() }
    },
    'source.reattach': ({ story, source }) => library.setAttached(story, source, true),

    'revision.create': ({ story, note }) => library.createRevision(story, note),
    'revision.list': ({ story }) => library.revisions(story),
    'revision.open': ({ story, number }) => library.revision(story, number),
    'revision.restore': ({ story, number }) => library.restore(story, number),

    'import.files': ({ files }) => importFiles(library, host, files),
    'import.pick': async () => importFiles(library, host, await host.pickFiles()),
    'import.paste': async ({ text, html }) => {
      const bytes = new TextEncoder().encode(html ?? text)
      return importOne(library, { name: html === undefined ? 'Pasted text.txt' : 'Pasted text.html', bytes })
    },
    'read.file': async ({ file }) => {
      const read = await readOutside(file)
      if (!read.ok) throw new HostError('unreadable', read.error.message)
      const { manuscript, wire, remarks } = read.story
      return { manuscript: manuscript.toJSON() as unknown, wire, remarks }
    },
    'export.copy': ({ story, format, revision }) => copyOf(story, format, revision),
    'export.save': async ({ story, format, revision }) => {
      const { name, bytes } = await copyOf(story, format, revision)
      const path = await host.saveFile(name, bytes)
      return path === undefined ? {} : { path }
    },
    'release.consider': ({ story }) => library.consider(story),
    'release.publish': (signed) => library.publish(signed),
    'release.save': ({ release, folder }) => saveRelease(library, host, release, folder),
    'release.file': ({ release, name }) => library.releaseFile(release, name),
  }
}

/** Imports files one after another, each read outside this process; one that cannot be read stops no other. */
export async function importFiles(library: Library, host: Pick<Host, 'announce'>, files: readonly FileBytes[]) {
  const outcomes: ImportOutcome[] = []
  for (const [done, file] of files.entries()) {
    host.announce('import.progress', { done, total: files.length, file: file.name })
    outcomes.push(await importOne(library, file))
  }
  if (files.length > 0) host.announce('import.progress', { done: files.length, total: files.length, file: '' })
  return outcomes
}

/** Reads one file and makes a story of it; or says why not, with nothing kept. */
export async function importOne(library: Library, file: FileBytes): Promise<ImportOutcome> {
  const read: ReadOutcome = await readOutside(file)
  if (!read.ok) return { file: file.name, error: read.error }
  const { manuscript, slug, remarks } = read.story
  try {
    const card = await library.create({
      manuscript: manuscript.toJSON() as unknown,
      kind: 'import',
      note: `Imported from ${file.name}`,
      ...(slug === undefined ? {} : { slug }),
    })
    return { file: file.name, card, remarks, blocks: countBlocks(manuscript) }
  } catch (cause) {
    if (cause instanceof HostError) return { file: file.name, error: { code: cause.code, message: cause.message } }
    throw cause
  }
}

function countBlocks(manuscript: Manuscript): number {
  let blocks = 0
  manuscript.descendants((node) => {
    if (node.isTextblock) blocks++
    return !node.isTextblock
  })
  return blocks
}

function definedOnly<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, given]) => given !== undefined)) as never
}

import { isWireText } from '@core/formats'
import { HostError, type Handlers } from '@contract/index'
import { readOutside } from '../reader/read-file'
import type { Basket } from '../basket'
import type { Library } from '../storage/library'
import { basketHandlers } from './basket-handlers'
import type { Host } from './host'
import { importFiles, importFile, importPaths } from './imports'
import { saveRelease } from './release-files'

/** What the handlers need besides the library: who they answer for. */
export interface About {
  version: string
}

/** Answers every request of the contract from a library and a host. */
export function createHandlers(library: Library, host: Host, { version }: About, basket: Basket): Handlers {
  const copyOf = (story: string, format: Parameters<Library['exportCopy']>[1], revision: number | undefined) =>
    library.exportCopy(story, format, revision)
  return {
    ...basketHandlers(library, host, basket),
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
    'menu.offer': ({ menus }) => {
      host.showMenus(menus)
      return {}
    },
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
    'revision.open': (asked) =>
      'id' in asked ? library.revisionById(asked.story, asked.id) : library.revision(asked.story, asked.number),
    'revision.restore': ({ story, number }) => library.restore(story, number),

    'merge.open': ({ story, tip }) => library.openMerge(story, tip),
    'merge.settle': ({ story, tip, settled }) => library.keepSettled(story, tip, settled),
    'merge.save': async (order) => {
      const card = await library.merge(order)
      host.announce('library.changed', { stories: [order.story] })
      return card
    },
    'merge.aside': ({ story, tip }) => library.setMergeAside(story, tip),

    'import.files': ({ files }) => importFiles(library, host, files),
    'import.pick': async () => importPaths(library, host, await host.pickFiles()),
    'import.paste': async ({ text, html }) => {
      // An item's markup is shown in colours by some programs, whose clipboard has that as a page.
      const page = html === undefined || isWireText(text) ? undefined : html
      const bytes = new TextEncoder().encode(page ?? text)
      return importFile(library, host, { name: page === undefined ? 'Pasted text.txt' : 'Pasted text.html', bytes })
    },
    'read.file': async ({ file }) => {
      const read = await readOutside(file)
      if (!read.ok) throw new HostError('unreadable', read.error.message)
      const { manuscript, wire, remarks } = read.story
      if (!wire.text) throw new HostError('unreadable', `${file.name} has no text in it.`)
      const others = read.others.flatMap((other) => (other.wire.text ? [other.wire] : []))
      return { manuscript: manuscript.toJSON() as unknown, wire, others, remarks }
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

function definedOnly<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, given]) => given !== undefined)) as never
}

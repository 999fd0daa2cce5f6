import type { ExportFormat, RevisionCard } from '@core/record'
import { plainText, parseManuscript } from '@core/manuscript'
import type { ImportOutcome } from '@contract/index'
import { importFile as importBytes } from '../services/imports'
import { openLibrary, type Library } from '../storage/library'
import { waitingWords } from '../storage/waiting-words'
import { exitCodes, InputFailure, isLibraryCode } from './failure'
import { bytesOf, nameOf, oneLine } from './inputs'
import { short, table, write, writeJson, writeOut } from './output'

interface Asked {
  library: string
  json: boolean
}

/** Opens the library, does something with it, and lets go of it whatever happened. */
async function withLibrary(folder: string, work: (library: Library) => Promise<number>): Promise<number> {
  const library = await openLibrary({ folder })
  try {
    return await work(library)
  } finally {
    await library.close()
  }
}

/** `writethru import FILE...`: every file that can be read becomes a story; the others are named on standard error. */
export const importFiles = (files: readonly string[], { library: folder, json }: Asked) =>
  withLibrary(folder, async (library) => {
    const imported = []
    let failed = 0
    let libraryRefused = false
    for (const file of files) {
      if (libraryRefused) break
      for (const outcome of await importFile(library, file)) {
        if ('error' in outcome) {
          failed++
          // No other file would fare better in this library; what came in before stands.
          libraryRefused = libraryRefused || isLibraryCode(outcome.error.code)
          process.stderr.write(`writethru: ${oneLine(outcome.error.message, file)}\n`)
          continue
        }
        const { card, blocks, remarks, waits } = outcome
        const { slug, id, words } = card
        imported.push({ slug, id, file, words, blocks, ...(waits === undefined ? {} : { waits }) })
        if (!json) {
          await write(`${card.slug}  ${card.words} words from ${file}\n`)
          for (const remark of remarks) await write(`  ${remark}\n`)
        }
      }
    }
    if (json && !(libraryRefused && imported.length === 0)) await writeJson({ imported })
    return libraryRefused ? exitCodes.library : failed > 0 ? exitCodes.input : exitCodes.done
  })

/** No page is open here; one that is elsewhere sees by itself that the library changed. */
const nobody = { announce: () => undefined }

/** A file that is not there, or may not be read, stops no other either. */
async function importFile(library: Library, file: string): Promise<ImportOutcome[]> {
  try {
    return await importBytes(library, nobody, { name: nameOf(file), bytes: await bytesOf(file) })
  } catch (cause) {
    if (cause instanceof InputFailure) return [{ file, error: { code: 'unreadable', message: cause.message } }]
    throw cause
  }
}

export const list = ({ library: folder, json }: Asked) =>
  withLibrary(folder, async (library) => {
    const stories = (await library.list())
      .filter(({ archived }) => !archived)
      .map(({ slug, headline, status, revision, words, updatedAt }) => ({
        slug,
        headline,
        status,
        revision,
        words,
        updatedAt,
      }))
    if (json) await writeJson({ stories })
    else
      await write(
        table(
          stories.map(({ slug, status, revision, words, headline }) => [
            slug,
            status,
            `r${revision}`,
            `${words} words`,
            short(headline),
          ]),
        ),
      )
    return exitCodes.done
  })

/** `writethru show SLUG`: the draft as it stands. */
export const show = (slug: string, { library: folder, json }: Asked) =>
  withLibrary(folder, async (library) => {
    const { card, manuscript, annotations, decisions, sources } = await library.open(await library.bySlug(slug))
    if (json) await writeJson({ slug, revision: card.revision, manuscript, annotations, decisions, sources })
    else await write(`${plainText(parseManuscript(manuscript)).text}\n`)
    return exitCodes.done
  })

type Named = Pick<RevisionCard, 'number' | 'id' | 'at' | 'by' | 'note' | 'kind'>
const named = ({ number, id, at, by, note, kind }: Named): Named => ({ number, id, at, by, note, kind })

/** `writethru log SLUG`: the story's own line; what a merge brought in stands below it, what waits at the end. */
export const log = (slug: string, { library: folder, json }: Asked) =>
  withLibrary(folder, async (library) => {
    const story = await library.bySlug(slug)
    const revisions = (await library.revisions(story)).map(
      ({ number, id, at, by, note, kind, parents, joined = [] }) => ({
        ...{ number, id, at, by, note, kind },
        ...(parents.length > 1 ? { parents } : {}),
        ...(joined.length > 0 ? { joined: joined.map(named) } : {}),
      }),
    )
    const { waiting } = await library.open(story)
    if (json)
      await writeJson({
        slug,
        revisions,
        ...(waiting.length > 0
          ? {
              waiting: waiting.map(({ tip, file, at, who, revisions }) => ({
                tip,
                file,
                at,
                who,
                revisions: revisions.map(named),
              })),
            }
          : {}),
      })
    else {
      const row = ({ number, at, by, kind, note, id }: Named, before = '') => [
        `${before}r${number}`, at, by, kind, id.slice(0, 12), note,
      ] // prettier-ignore
      await write(table(revisions.flatMap((one) => [row(one), ...(one.joined ?? []).map((other) => row(other, '+ '))])))
      for (const one of waiting)
        await write(
          `${waitingWords(one)} from ${one.file} ${one.revisions.length === 1 ? 'waits' : 'wait'} to be merged.\n`,
        )
    }
    return exitCodes.done
  })

export const restore = (slug: string, number: number, { library: folder, json }: Asked) =>
  withLibrary(folder, async (library) => {
    const card = await library.restore(await library.bySlug(slug), number)
    const { id, at, by, note, kind } = card
    if (json) await writeJson({ slug, revision: { number: card.number, id, at, by, note, kind } })
    else await write(`${slug} says what r${number} said, as r${card.number}. What stood before is kept.\n`)
    return exitCodes.done
  })

export const search = (words: string, { library: folder, json }: Asked) =>
  withLibrary(folder, async (library) => {
    const hits = (await library.search(words)).map(({ slug, field, snippet }) => ({ slug, field, snippet }))
    if (json) await writeJson({ hits })
    else await write(table(hits.map(({ slug, field, snippet }) => [slug, field, short(snippet, 100)])))
    return exitCodes.done
  })

/** `writethru verify`: exit code 1 when something is damaged. */
export const verify = ({ library: folder, json }: Asked) =>
  withLibrary(folder, async (library) => {
    const verification = await library.verify()
    const { stories, revisions, damaged } = verification
    if (json) await writeJson(verification)
    else {
      for (const { slug, number, what } of damaged) await write(`damaged: ${slug} r${number}: ${what}\n`)
      await write(`${stories} stories, ${revisions} revisions, ${damaged.length} damaged.\n`)
    }
    return damaged.length > 0 ? exitCodes.found : exitCodes.done
  })

/** `writethru export --story SLUG [--revision N] --format FORMAT -o OUT` */
export const exportStory = (slug: string, format: string, out: string, revision: number | undefined, folder: string) =>
  withLibrary(folder, async (library) => {
    const { bytes } = await library.exportCopy(await library.bySlug(slug), format as ExportFormat, revision)
    await writeOut(out, bytes)
    return exitCodes.done
  })

import { basename, extname } from 'node:path'
import { assess } from '@core/analysis'
import { compare, docOf, writeComparisonHtml } from '@core/comparison'
import { isCopyFormat, writeCopy } from '@core/formats'
import { plainText, type Manuscript } from '@core/manuscript'
import { traceProvenance } from '@core/provenance'
import { findQuotations } from '@core/quotations'
import { slugFrom } from '../storage/slug'
import { exitCodes, InputFailure } from './failure'
import { policyOf, reasonOf, sourcesOf, storyOf } from './inputs'
import { publicComparison, publicProvenance } from './public-json'
import { short, table, write, writeJson, writeOut } from './output'

interface Shown {
  json: boolean
}

/** `writethru quotes FILE` */
export async function quotes(file: string, { json }: Shown): Promise<number> {
  const story = plainText((await storyOf(file)).manuscript)
  const { quotations, notQuotations } = findQuotations(story)
  if (json) await writeJson({ id: file, text: story.text, quotes: quotations, notQuotations })
  else {
    await write(
      table(
        quotations.map(({ type, speaker, cue, start, end }) => [
          type,
          speaker ?? '–',
          cue ?? '–',
          short(story.text.slice(start, end)),
        ]),
      ),
    )
    for (const { kind, start, end } of notQuotations)
      await write(`not a quotation (${kind}): ${short(story.text.slice(start, end))}\n`)
  }
  return exitCodes.done
}

/** `writethru provenance FILE --source FILE[:AGENCY]...` */
export async function provenance(file: string, given: readonly string[], { json }: Shown): Promise<number> {
  const story = plainText((await storyOf(file)).manuscript)
  const sources = (await Promise.all(given.map(sourcesOf))).flat()
  const { quotations } = findQuotations(story)
  const traced = traceProvenance({ story, sources, quotations })
  if (json) {
    await writeJson({ id: file, text: story.text, ...publicProvenance(traced) })
    return exitCodes.done
  }
  await write(`As a whole: ${traced.level}\n`)
  await write(
    table(
      traced.sentences.map(({ level, from, start, end }) => [
        level,
        from.map(({ source }) => source).join(' + ') || '–',
        short(story.text.slice(start, end)),
      ]),
    ),
  )
  for (const { verdict, start, end } of traced.quotes)
    await write(`${verdict}: ${short(story.text.slice(start, end))}\n`)
  for (const { message } of traced.credits) await write(`${message}\n`)
  return exitCodes.done
}

/** `writethru diff OLD NEW` */
export async function diff(old: string, now: string, { json, html }: Shown & { html?: string }): Promise<number> {
  const [before, after] = [(await storyOf(old)).manuscript, (await storyOf(now)).manuscript]
  const comparison = compare(before, after)
  const { changes, summary } = comparison
  if (html !== undefined) {
    const title = headlineOf(after) ?? headlineOf(before) ?? basename(now)
    const labels = { title, old: basename(old), new: basename(now) }
    await writeOut(html, writeComparisonHtml(docOf(before), docOf(after), comparison, labels))
    if (html === '-') return exitCodes.done
  }
  if (json)
    await writeJson({
      oldText: plainText(before).text,
      newText: plainText(after).text,
      ...publicComparison(comparison),
    })
  else {
    await write(`${summary.sentence}\n`)
    await write(
      table(
        changes.map(({ kind, oldText, newText, touches }) => [
          kind,
          touches.join(', ') || '–',
          [oldText && `− ${short(oldText, 50)}`, newText && `+ ${short(newText, 50)}`].filter(Boolean).join('  '),
        ]),
      ),
    )
  }
  return exitCodes.done
}

function headlineOf(manuscript: Manuscript): string | undefined {
  const first = manuscript.firstChild
  return first?.type.name === 'headline' && first.textContent.trim() !== '' ? first.textContent : undefined
}

/** `writethru check FILE`: exit code 1 when something blocks. */
export async function check(
  file: string,
  { json, source, policy: policyFile }: Shown & { source: readonly string[]; policy?: string },
): Promise<number> {
  const story = plainText((await storyOf(file)).manuscript)
  const { findings } = assess({
    story,
    annotations: [],
    decisions: [],
    sources: (await Promise.all(source.map(sourcesOf))).flat(),
    policy: await policyOf(policyFile),
    now: new Date().toISOString(),
  })
  const blocks = findings.some(({ level }) => level === 'block')
  if (json)
    await writeJson({
      text: story.text,
      findings: findings.map(({ rule, level, start, end, message, fix }) => ({
        rule,
        level,
        start,
        end,
        message,
        fix: fix?.map((one) => ({ start: one.start, end: one.end, text: one.text })),
      })),
      blocks,
    })
  else {
    await write(table(findings.map(({ level, rule, message }) => [level, rule, message])))
    await write(blocks ? 'Something blocks publishing.\n' : 'Nothing blocks publishing.\n')
  }
  return blocks ? exitCodes.found : exitCodes.done
}

/** `writethru export FILE --format FORMAT -o OUT`: the clean copy of a file that is in no library. */
export async function exportFile(file: string, format: string, out: string): Promise<number> {
  if (!isCopyFormat(format))
    throw new InputFailure(
      format === 'json'
        ? 'a story package needs a story of the library: export --story SLUG'
        : `this version cannot write ${format} files`,
    )
  const { manuscript, slug } = await storyOf(file)
  const name = slugFrom(slug ?? (file === '-' ? 'story' : basename(file, extname(file))))
  const { dialect } = await policyOf(undefined)
  const { bytes } = writeCopy(manuscript, { slug: name, language: dialect, uri: `urn:writethru:${name}` }, format)
  await writeOut(out, bytes)
  return exitCodes.done
}

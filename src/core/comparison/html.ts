import { describeChange } from './describe'
import { pilcrow, readingOf, type ReadingBlock, type ReadingRun } from './reading'
import type { Change, Comparison, Doc } from './types'

/** What the page says about the two versions: their names ("r11, Rao, 24 Nov 2026 09:10") and the story's. */
export interface ComparisonLabels {
  title: string
  old: string
  new: string
}

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => escaped[character]!)

const style = `
:root{color-scheme:light dark;--ink:#1c1c1a;--paper:#fdfcf9;--quiet:#5d5b55;--rule:#d9d6cd;--in:#0b5c33;--in-bg:#d9f0e1;--out:#92200f;--out-bg:#fbe0da;--move:#2b4a8f;--move-bg:#e1e8f8;--form:#6b4a00;--quote:#7a1450}
@media (prefers-color-scheme:dark){:root{--ink:#ecebe6;--paper:#191917;--quiet:#aaa79d;--rule:#3a3934;--in:#8fdcab;--in-bg:#14341f;--out:#ffb0a1;--out-bg:#45180f;--move:#b3c6ff;--move-bg:#1c2a4d;--form:#f0cf86;--quote:#ffaadb}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Georgia,'Times New Roman',serif}
main{max-width:42rem;margin:0 auto;padding:2rem 1.25rem}
h1.page{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}
.versions,.summary,.changes{font:.9375rem/1.5 system-ui,sans-serif}
.versions{color:var(--quiet);margin:0}.summary{font-weight:600}
.changes{padding-left:1.75rem}.changes li{margin:.2rem 0}.changes .loud{color:var(--quote);font-weight:600}
article{border-top:1px solid var(--rule);margin-top:1.5rem;padding-top:1rem;overflow-wrap:anywhere}
ins{background:var(--in-bg);color:var(--in);text-decoration:underline;text-decoration-thickness:2px}
del{background:var(--out-bg);color:var(--out);text-decoration:line-through}del+ins{margin-left:.25em}
.altered{outline:1.5px solid var(--quote);outline-offset:1px}ins.altered{text-decoration-style:double;font-weight:600}
.here,.away{background:var(--move-bg);color:var(--move)}.here{border-bottom:2px solid}.away{border-bottom:2px dotted;opacity:.8}
.format{border-bottom:2px dashed var(--form)}.note{font:600 .75rem/1 system-ui,sans-serif;color:var(--move)}.note.loud{color:var(--quote)}
.li{margin-left:1.5rem;display:list-item}a{color:inherit}
@media print{body{background:#fff;color:#000}main{max-width:none;padding:0}.changes{break-after:page}}
`.trim()

/**
 * A comparison as one HTML page that stands alone: no script, nothing loaded, every text escaped. Changes are told by
 * colour, line and words, and the list reads as sentences.
 */
export function writeComparisonHtml(old: Doc, fresh: Doc, comparison: Comparison, labels: ComparisonLabels): string {
  const blocks = readingOf(old, fresh, comparison)
  const list = comparison.changes.map((change) => `<li>${listed(change)}</li>`).join('\n')
  const page = pageOf(comparison.changes)
  const body = blocks.map((block) => blockHtml(block, page)).join('\n')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(labels.title)}: what changed</title>
<style>
${style}
</style>
</head>
<body>
<main>
<h1 class="page">${escape(labels.title)}</h1>
<p class="versions">From <strong>${escape(labels.old)}</strong> to <strong>${escape(labels.new)}</strong></p>
<p class="summary">${escape(comparison.summary.sentence)}.</p>${slugLine(comparison)}
${list === '' ? '' : `<ol class="changes">\n${list}\n</ol>`}
<article>
${body}
</article>
</main>
</body>
</html>
`
}

function slugLine({ slug }: Comparison): string {
  return slug ? `\n<p class="summary">Slug: <del>${escape(slug.old)}</del><ins>${escape(slug.new)}</ins></p>` : ''
}

function listed(change: Change): string {
  const loud = change.touches.includes('quoted-words') ? ' class="loud"' : ''
  return `<a href="#${change.id}"${loud}>${escape(describeChange(change))}</a>`
}

/** What the blocks of a page have in common. */
interface Page {
  changes: ReadonlyMap<string, Change>
  /** The number that joins the two places of a moved thing. */
  numbers: ReadonlyMap<number, number>
  /** Changes that the list can lead to already. */
  anchored: Set<string>
}

function pageOf(changes: readonly Change[]): Page {
  const moves = changes.filter(({ kind }) => kind === 'move')
  return {
    changes: new Map(changes.map((change) => [change.id, change])),
    numbers: new Map(moves.map(({ move }, index) => [move!, index + 1])),
    anchored: new Set(),
  }
}

function blockHtml({ type, runs, split, retype }: ReadingBlock, page: Page): string {
  const tag = type === 'h1' || type === 'h2' || type === 'h3' ? type : type === 'quote' ? 'blockquote' : 'p'
  const name = type === 'li' ? ' class="li"' : ''
  const anchors = [split, retype].map((id) => anchor(id, page)).join('')
  const altered = runs.some(
    ({ change, state: run }) => run !== 'moved-here' && run !== 'moved-away' && isAltered(change, page),
  )
  const notes = altered ? '<span class="note loud">≠ quotation altered</span> ' : ''
  const noted = new Set<string>()
  const words = runs.map((run) => {
    const move = run.move !== undefined && run.state !== 'kept' ? `${run.move} ${run.state}` : undefined
    const opens = move !== undefined && !noted.has(move)
    if (opens) noted.add(move)
    return (opens ? moveNote(run, page) : '') + runHtml(run, page)
  })
  return `<${tag}${name}>${anchors}${notes}${words.join('')}</${tag}>`
}

function moveNote({ move, state }: ReadingRun, { numbers }: Page): string {
  const words = state === 'moved-away' ? 'moved away' : 'moved here'
  return `<span class="note">${numbers.get(move!) ?? ''} ${words}</span> `
}

const isAltered = (change: string | undefined, { changes }: Page): boolean =>
  change !== undefined && (changes.get(change)?.touches.includes('quoted-words') ?? false)

/** The first place a change is seen carries its id, so that the list can lead there. */
function anchor(id: string | undefined, { anchored }: Page): string {
  if (id === undefined || anchored.has(id)) return ''
  anchored.add(id)
  return `<span id="${id}"></span>`
}

function runHtml(run: ReadingRun, page: Page): string {
  const away = run.state === 'moved-away'
  const marks = (away ? '' : anchor(run.change, page)) + anchor(run.format, page)
  let html = escape(run.text)
  for (const mark of run.marks)
    if (mark === 'strong' || mark === 'em' || mark === 'code') html = `<${mark}>${html}</${mark}>`
  if (run.marks.some((mark) => mark.startsWith('link|'))) html = `<u>${html}</u>`
  if (run.format) html = `<span class="format" title="Formatting changed">${html}</span>`
  // The space that a paragraph's break took the place of says nothing of its own.
  const kind = run.change === undefined ? undefined : page.changes.get(run.change)?.kind
  if ((kind === 'split' || kind === 'merge') && run.text !== pilcrow && run.text.trim() === '') return marks + html
  const altered = isAltered(run.change, page) ? ' class="altered"' : ''
  switch (run.state) {
    case 'inserted':
      return `${marks}<ins${altered}>${html}</ins>`
    case 'deleted':
      return `${marks}<del${altered}>${html}</del>`
    case 'moved-here':
      return `${marks}<span class="here" title="Moved here">${html}</span>`
    case 'moved-away':
      return `${marks}<span class="away" title="Moved away">${html}</span>`
    case 'kept':
      return marks + html
  }
}

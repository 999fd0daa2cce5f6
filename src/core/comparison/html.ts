import { readingOf, type ReadingBlock, type ReadingRun } from './reading'
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
del{background:var(--out-bg);color:var(--out);text-decoration:line-through}
.here,.away{background:var(--move-bg);color:var(--move)}.here{border-bottom:2px solid}.away{border-bottom:2px dotted;opacity:.8}
.format{border-bottom:2px dashed var(--form)}.note{font:600 .75rem/1 system-ui,sans-serif;color:var(--move)}
.li{margin-left:1.5rem;display:list-item}a{color:inherit}
@media print{body{background:#fff;color:#000}main{max-width:none;padding:0}.changes{break-after:page}}
`.trim()

/**
 * A comparison as one HTML page that stands alone: no script, nothing loaded, every text escaped. Changes are told by
 * colour, line and words, and the list reads as sentences.
 */
export function writeComparisonHtml(old: Doc, fresh: Doc, comparison: Comparison, labels: ComparisonLabels): string {
  const blocks = readingOf(old, fresh, comparison)
  const anchored = new Set<string>()
  const list = comparison.changes.map((change) => `<li>${listed(change)}</li>`).join('\n')
  const body = blocks.map((block) => blockHtml(block, anchored)).join('\n')
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
<p class="summary">${escape(comparison.summary.sentence)}.</p>
${list === '' ? '' : `<ol class="changes">\n${list}\n</ol>`}
<article>
${body}
</article>
</main>
</body>
</html>
`
}

function listed(change: Change): string {
  const loud = change.touches.includes('quoted-words') ? ' class="loud"' : ''
  return `<a href="#${change.id}"${loud}>${escape(describeChange(change))}</a>`
}

const touchNames: Record<Change['touches'][number], string> = {
  quotation: 'touches a quotation',
  'quoted-words': 'changes words inside quotation marks',
  number: 'touches a number',
  name: 'touches a name',
  credit: 'touches the credit',
  cue: 'touches an attribution',
  headline: 'in the headline',
}

// Enough to know the place, short enough to scan a list.
const excerptLength = 90

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= excerptLength) return `“${line}”`
  const cut = line.lastIndexOf(' ', excerptLength)
  return `“${line.slice(0, cut > 0 ? cut : excerptLength)}…”`
}

/** A change as a sentence: what a list shows and a screen reader says. */
export function describeChange(change: Change): string {
  const touched = change.touches.includes('quoted-words')
    ? change.touches.filter((touch) => touch !== 'quotation')
    : change.touches
  const suffix = touched.length > 0 ? ` (${touched.map((touch) => touchNames[touch]).join(', ')})` : ''
  return `${deed(change)}${suffix}`
}

function deed({ kind, unit, oldText, newText, from, to, add = [], remove = [] }: Change): string {
  const whole = unit === 'paragraph' ? ' paragraph' : ''
  const blank = (text: string) => text.trim() === ''
  switch (kind) {
    case 'insert':
      return blank(newText) ? `Added${whole || ' space'}` : `Added${whole} ${excerpt(newText)}`
    case 'delete':
      return blank(oldText) ? `Removed${whole || ' space'}` : `Removed${whole} ${excerpt(oldText)}`
    case 'replace':
      return blank(oldText) && blank(newText) ? 'Changed space' : `Changed ${excerpt(oldText)} to ${excerpt(newText)}`
    case 'move':
      return `Moved ${unit === 'paragraph' ? 'paragraph' : 'sentence'} ${excerpt(newText)}`
    case 'split':
      return `Split paragraph ${excerpt(oldText)}`
    case 'merge':
      return `Joined paragraphs into ${excerpt(newText)}`
    case 'retype':
      return from === to
        ? `Changed the settings of ${excerpt(newText)}`
        : `Changed ${blockName(from)} to ${blockName(to)}: ${excerpt(newText)}`
    case 'format': {
      const changes = [
        ...remove.map((mark) => `removed ${markName(mark)}`),
        ...add.map((mark) => `added ${markName(mark)}`),
      ]
      const said = changes.length > 0 ? changes.join(', ') : 'changed formatting'
      return `${said[0]!.toUpperCase()}${said.slice(1)} on ${excerpt(newText)}`
    }
  }
}

const markNames: Record<string, string> = { strong: 'bold', em: 'italics', code: 'code style' }

function markName(mark: string): string {
  if (mark.startsWith('link|')) return `link to ${mark.slice('link|'.length)}`
  return markNames[mark] ?? mark
}

const blockNames: Record<string, string> = {
  h1: 'headline',
  h2: 'subhead',
  h3: 'minor subhead',
  p: 'paragraph',
  li: 'list item',
  quote: 'block quotation',
  pullQuote: 'pull quote',
  photoCredit: 'photo credit',
  tableCell: 'table cell',
  tableHeader: 'table heading',
  related: 'related link',
}

function blockName(type: string | undefined): string {
  return blockNames[type ?? ''] ?? type ?? 'block'
}

function blockHtml({ type, runs, split, retype, state }: ReadingBlock, anchored: Set<string>): string {
  const tag = type === 'h1' || type === 'h2' || type === 'h3' ? type : type === 'quote' ? 'blockquote' : 'p'
  const name = type === 'li' ? ' class="li"' : ''
  const anchors = [split, retype].map((id) => anchor(id, anchored)).join('')
  const note = state === 'moved-away' ? '<span class="note">moved away</span> ' : ''
  return `<${tag}${name}>${anchors}${note}${runs.map((run) => runHtml(run, anchored)).join('')}</${tag}>`
}

/** The first place a change is seen carries its id, so that the list can lead there. */
function anchor(id: string | undefined, anchored: Set<string>): string {
  if (id === undefined || anchored.has(id)) return ''
  anchored.add(id)
  return `<span id="${id}"></span>`
}

function runHtml(run: ReadingRun, anchored: Set<string>): string {
  const away = run.state === 'moved-away'
  const marks = (away ? '' : anchor(run.change, anchored)) + anchor(run.format, anchored)
  let html = escape(run.text)
  for (const mark of run.marks)
    if (mark === 'strong' || mark === 'em' || mark === 'code') html = `<${mark}>${html}</${mark}>`
  if (run.marks.some((mark) => mark.startsWith('link|'))) html = `<u>${html}</u>`
  if (run.format) html = `<span class="format" title="Formatting changed">${html}</span>`
  switch (run.state) {
    case 'inserted':
      return `${marks}<ins>${html}</ins>`
    case 'deleted':
      return `${marks}<del>${html}</del>`
    case 'moved-here':
      return `${marks}<span class="here" title="Moved here">${html}</span>`
    case 'moved-away':
      return `${marks}<span class="away" title="Moved away">${html}</span>`
    case 'kept':
      return marks + html
  }
}

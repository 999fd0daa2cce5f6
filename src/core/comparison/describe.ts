import type { Change } from './types'

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
  // Words with quotation marks of their own stand between single ones.
  const [open, close] = /["“”]/.test(line) ? ['‘', '’'] : ['“', '”']
  if (line.length <= excerptLength) return `${open}${line}${close}`
  const cut = line.lastIndexOf(' ', excerptLength)
  return `${open}${line.slice(0, cut > 0 ? cut : excerptLength)}…${close}`
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

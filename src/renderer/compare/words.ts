import type { Change, ChangeKind, Touch } from '@core/comparison'
import { count } from '../ui/time'

/** What each kind of change is called in a list, and several of it on a menu. */
export const kindWords: Record<ChangeKind, { one: string; many: string }> = {
  insert: { one: 'Added', many: 'additions' },
  delete: { one: 'Removed', many: 'removals' },
  replace: { one: 'Changed', many: 'rewordings' },
  move: { one: 'Moved', many: 'moves' },
  split: { one: 'Split', many: 'splits' },
  merge: { one: 'Joined', many: 'joins' },
  retype: { one: 'Style', many: 'style changes' },
  format: { one: 'Formatting', many: 'formatting changes' },
}

/** A row's first word: "Moved paragraph", "Added sentence". */
export function deedOf({ kind, unit }: Change): string {
  const { one } = kindWords[kind]
  if (kind === 'split' || kind === 'merge') return `${one} paragraph`
  return unit && unit !== 'words' && (kind === 'insert' || kind === 'delete' || kind === 'move')
    ? `${one} ${unit}`
    : one
}

const touchWords: Record<Touch, string> = {
  'quoted-words': 'Quotation altered',
  quotation: 'Quotation',
  number: 'Number',
  name: 'Name',
  credit: 'Credit',
  cue: 'Cue',
  headline: 'Headline',
}
const weight: Touch[] = ['quoted-words', 'headline', 'quotation', 'number', 'name', 'credit', 'cue']

/** What a change touches, the heaviest first; an altered quotation is not also a touched one. */
export function tagsOf({ touches }: Pick<Change, 'touches'>): { touch: Touch; title: string }[] {
  const altered = touches.includes('quoted-words')
  return weight
    .filter((touch) => touches.includes(touch) && !(altered && touch === 'quotation'))
    .map((touch) => ({ touch, title: touchWords[touch] }))
}

const styleWords: Record<string, string> = {
  h1: 'Headline',
  h2: 'Subhead',
  h3: 'Minor subhead',
  p: 'Paragraph',
  li: 'List item',
  quote: 'Block quotation',
  pullQuote: 'Pull quote',
  standfirst: 'Standfirst',
  byline: 'Byline',
  dateline: 'Dateline',
  caption: 'Caption',
  photoCredit: 'Photo credit',
  tableCell: 'Table cell',
  tableHeader: 'Table heading',
  related: 'Related link',
  credit: 'Credit line',
  correction: 'Correction',
  notice: 'Notice',
}

/** A block's style as people call it. */
export function styleOf(type: string | undefined): string {
  return styleWords[type ?? ''] ?? 'Block'
}

const markWords: Record<string, string> = { strong: 'bold', em: 'italics', code: 'code' }

/** A mark as `format` changes name it: "bold", "link to example.org". */
export function markOf(mark: string): string {
  if (!mark.startsWith('link|')) return markWords[mark] ?? mark
  const address = mark.slice('link|'.length)
  return `link to ${address.replace(/^(?:https?:\/\/(?:www\.)?|mailto:)/i, '').replace(/\/$/, '')}`
}

/** What a format change does: "+ bold, − italics". */
export function formatWords({ add = [], remove = [] }: Change): string {
  return [...add.map((mark) => `+ ${markOf(mark)}`), ...remove.map((mark) => `− ${markOf(mark)}`)].join(', ')
}

/** What stands at either end of a move. */
export function movedWords(way: 'up' | 'down', end: 'away' | 'here'): string {
  return end === 'away' ? `Moved ${way}` : `Moved ${way} to here`
}

/** What was done to a published copy outside: "2 edits made outside: 1 touches a quotation." */
export function outsideWords(changes: readonly Change[]): string {
  const quotations = changes.filter(({ touches }) => touches.includes('quotation') || touches.includes('quoted-words'))
  const touching =
    quotations.length === 0 ? '' : `: ${quotations.length} ${quotations.length === 1 ? 'touches' : 'touch'} a quotation`
  return `${count(changes.length, 'edit')} made outside${touching}.`
}

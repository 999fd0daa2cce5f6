import type { SourceInput, SourceNews, WireStatus } from './types'

/**
 * Whether two pieces of wire are versions of one item: they carry the same item name of the agency, or, where one has
 * none, the same agency and slug. Slugs are compared without case, "/" and "-" being one, as desks retype them.
 */
export function sameItem(a: Named, b: Named): boolean {
  if (a.item !== undefined && b.item !== undefined && a.item === b.item) return true
  if (a.item !== undefined && b.item !== undefined && a.agency === undefined) return false
  const [key, other] = [wireKey(a), wireKey(b)]
  return key !== undefined && key === other
}

type Named = Pick<SourceInput, 'item' | 'agency' | 'slug'>

/** The agency and slug of a piece of wire as one word, the same for all its versions; undefined when either is unknown. */
export function wireKey({ agency, slug }: Named): string | undefined {
  if (!agency || !slug) return undefined
  return `${agency.toLowerCase()} ${slug.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`
}

type Versioned = Pick<SourceInput, 'version' | 'at'>

/** Whether `a` came after `b`: a higher version where both are numbered, else a later time. */
export function isNewer(a: Versioned, b: Versioned): boolean {
  const [x, y] = [numbered(a.version), numbered(b.version)]
  if (x !== undefined && y !== undefined && x !== y) return x > y
  return a.at !== undefined && b.at !== undefined && Date.parse(a.at) > Date.parse(b.at)
}

function numbered(version: string | undefined): number | undefined {
  const found = /\d+(?:\.\d+)?/.exec(version ?? '')
  return found ? Number(found[0]) : undefined
}

// How agencies mark an item that must not run, and one that replaces a wrong one, in slug, headline, note or first line
// (AP "kill" and "corrective" advisories, Reuters "WITHDRAWN" and "CORRECTED", dpa "HOLD/KILL").
// The word stands first, in capitals or behind a word that only advisories carry: a killing in the news is no kill.
const killing =
  /^\W*(?:(?:[A-Z]+\W+){0,3}?(?:KILL(?:ED|S)?|WITHDRAWN?|WITHDRAWAL|WITHHOLD)\b(?=\W*(?:[:,.(–—-]|$|[A-Z]{2})))/
const killingAnyCase =
  /^\W*(?:(?:bulletin|mandatory|advisory|editors|eds)\W+)+(?:kill|withdraw|withhold)\b|^\W*(?:kill|withdrawal)\s+(?:advisory|notice)\b/i
const correcting =
  /^\W*(?:[A-Z]+\W+){0,3}?CORRECT(?:S|ED|ION|IVE)?\b|^\W*\(?(?:Correct(?:s|ed|ion|ive)\b\s*:|Corrects\b)/

/** What a piece of wire says of itself: a kill, a correction, or nothing of the kind. */
export function wireStatus({ status, slug, headline, editorsNote, text }: Omit<SourceInput, 'file'>): WireStatus {
  if (status !== undefined && status !== 'usable') return status
  const first = text.slice(0, 400).split('\n').slice(0, 3)
  const heads = [headline, editorsNote, ...first].filter((one) => one !== undefined)
  if (heads.some((head) => killing.test(head) || killingAnyCase.test(head)) || /\bKILL\b/.test(slug ?? ''))
    return 'killed'
  if (heads.some((head) => correcting.test(head))) return 'corrected'
  return 'usable'
}

// A shorter slug ("UN", "RAIN") stands in a notice by chance.
const leastSlug = 5

/**
 * Whether a notice without a slug of its own names the item it is about in its text, as kills sent as plain text do
 * ("Kill the story slugged EU--CABLE").
 */
function tellsOf(notice: SourceInput, item: SourceInput): boolean {
  if (notice.slug !== undefined || !item.slug || item.slug.length < leastSlug) return false
  if (notice.agency && item.agency && notice.agency.toLowerCase() !== item.agency.toLowerCase()) return false
  const plain = (text: string) =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `
  return plain(`${notice.headline ?? ''} ${notice.text.slice(0, 2000)}`).includes(plain(item.slug))
}

/**
 * What a later piece of wire means for an attached source: its kill, its correction, or its newer version; undefined when
 * it is not the same item or says nothing new.
 */
export function newsOf(attached: SourceInput, later: SourceInput): SourceNews['what'] | undefined {
  const status = wireStatus(later)
  if (status === 'killed' && (sameItem(attached, later) || tellsOf(later, attached))) return 'killed'
  if (!sameItem(attached, later)) return undefined
  if (!isNewer(later, attached)) return undefined
  return status === 'corrected' ? 'corrected' : 'newer'
}

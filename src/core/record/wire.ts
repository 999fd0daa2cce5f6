import type { SourceInput, SourceNews, WireStatus } from './types'

/**
 * Whether two pieces of wire are versions of one item: they carry the same item name of the agency, one names the other
 * as what it replaces, or they have the same agency and slug. Slugs are compared without case, "/" and "-" being one, as
 * desks retype them.
 */
export function sameItem(a: Named, b: Named): boolean {
  if (a.item !== undefined && b.item !== undefined && a.item === b.item) return true
  if (replaces(a, b) || replaces(b, a)) return true
  if (a.item !== undefined && b.item !== undefined && a.agency === undefined) return false
  const [key, other] = [wireKey(a), wireKey(b)]
  return key !== undefined && key === other
}

type Named = Pick<SourceInput, 'item' | 'agency' | 'slug' | 'previous'>

/** Whether the agency says of `a` that it stands in place of `b`. */
const replaces = (a: Named, b: Named): boolean => a.previous !== undefined && a.previous === b.item

/** The agency and slug of a piece of wire as one word, the same for all its versions; undefined when either is unknown. */
export function wireKey({ agency, slug }: Named): string | undefined {
  if (!agency || !slug) return undefined
  return `${agency.toLowerCase()} ${slug.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`
}

/** A version as people say it: "v3" for a number, and an agency's own words ("1st Ld-Writethru") as they are. */
export function versionName(version: string): string {
  return /^v?\d+(?:\.\d+)*$/i.test(version) ? `v${version.replace(/^v/i, '')}` : version
}

type Versioned = Pick<SourceInput, 'version' | 'at'>

/** Whether `a` came after `b`: a higher version where both are numbered, part by part ("2.10" after "2.9"), else a later time. */
export function isNewer(a: Versioned, b: Versioned): boolean {
  const [x, y] = [numbered(a.version), numbered(b.version)]
  const part = x && y ? [0, 1, 2, 3].find((at) => (x[at] ?? 0) !== (y[at] ?? 0)) : undefined
  if (x && y && part !== undefined) return (x[part] ?? 0) > (y[part] ?? 0)
  return a.at !== undefined && b.at !== undefined && Date.parse(a.at) > Date.parse(b.at)
}

function numbered(version: string | undefined): number[] | undefined {
  return /\d+(?:\.\d+){0,3}/
    .exec(version ?? '')?.[0]
    .split('.')
    .map(Number)
}

// How agencies mark an item that must not run, must not run yet, and one that replaces a wrong one, in slug, headline, note or first line
// (AP "kill" and "corrective" advisories, Reuters "WITHDRAWN" and "CORRECTED", dpa "HOLD/KILL").
// The word stands first, in capitals or behind a word that only advisories carry: a killing in the news is no kill.
const killing = /^\W*(?:(?:[A-Z]+\W+){0,3}?(?:KILL(?:ED|S)?|WITHDRAWN?|WITHDRAWAL)\b(?=\W*(?:[:,.(–—-]|$|[A-Z]{2})))/
const killingAnyCase =
  /^\W*(?:(?:bulletin|mandatory|advisory|editors|eds)\W+)+(?:kill|withdraw)\b|^\W*(?:kill|withdrawal)\s+(?:advisory|notice)\b/i
const withholding =
  /^\W*(?:[A-Z]+\W+){0,3}?(?:HOLD|WITHHOLD|WITHHELD)\b(?=\s*[:(–—]|\s+-{1,2}\s|\s+(?:STORY|PUBLICATION)\b|\s*$)/
const withholdingAnyCase =
  /^\W*(?:(?:bulletin|mandatory|advisory|editors|eds)\W+)+withhold\b|^\W*withhold(?:ing)?\s+(?:advisory|notice)\b/i
const correcting =
  /^\W*(?:[A-Z]+\W+){0,3}?CORRECT(?:S|ED|ION|IVE)?\b|^\W*\(?(?:Correct(?:s|ed|ion|ive)\b\s*:|Corrects\b)/

/** What a piece of wire says of itself: a kill, a correction, or nothing of the kind. An advisory may tell of a kill in words. */
export function wireStatus({ status, slug, headline, editorsNote, text }: Omit<SourceInput, 'file'>): WireStatus {
  if (status !== undefined && status !== 'usable' && status !== 'advisory') return status
  const first = text.slice(0, 400).split('\n').slice(0, 3)
  const heads = [headline, editorsNote, ...first].filter((one) => one !== undefined)
  if (heads.some((head) => killing.test(head) || killingAnyCase.test(head)) || /\bKILL\b/.test(slug ?? ''))
    return 'killed'
  if (heads.some((head) => withholding.test(head) || withholdingAnyCase.test(head))) return 'withheld'
  if (status === 'advisory') return status
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
 * What a later piece of wire means for an attached source: its kill, that it is withheld, its correction, or its newer
 * version; undefined when it is not the same item or says nothing new. An advisory is no version.
 */
export function newsOf(attached: SourceInput, later: SourceInput): SourceNews['what'] | undefined {
  const status = wireStatus(later)
  if ((status === 'killed' || status === 'withheld') && (sameItem(attached, later) || tellsOf(later, attached)))
    return status
  if (status === 'advisory' || !sameItem(attached, later)) return undefined
  if (!replaces(later, attached) && !isNewer(later, attached)) return undefined
  return status === 'corrected' ? 'corrected' : 'newer'
}

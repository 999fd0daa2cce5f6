import { agenciesIn, type AgencyMention } from '../language'
import type { BlockType, Range, StoryText, TextBlock } from '../manuscript'
import type { Credit } from './types'

/** A credit as the reader sees it: who is named, how, and where. Generic ones name nobody ("agencies"). */
export interface FoundCredit extends Range {
  agency?: string
  generic?: true
  kind: NonNullable<Credit['kind']>
}

const inputs =
  /\binputs from\b|\bwith\b[^.()]{0,60}\binputs?\b|\binputs?\s+(?:from|by)\b|\bagency\s+inputs?\b|\binputs?\s*:/i
const contributed =
  /\bcontribut(?:ed|ing)\s+(?:to|reporting)\b|\b(?:additional|further)\s+(?:reporting|inputs?|material)\b|\bthis (?:story|report|article)\b[^.]{0,60}\b(?:agency|agencies|feed|wire)\b|\bwith (?:reporting|reports|material|information)\s+(?:from|by)\b|\b(?:compiled|adapted) from\b/i
const labelled = /^[([—–\-\s]*(?:source|sources|courtesy|credit|credits|inputs?)\s*[:\-–—]/i
const genericName =
  /\b(?:news\s+)?agencies\b|\bagency\s+inputs?\b|\bwire\s+(?:services|reports|copy)\b|\binputs?\s+from\s+(?:news\s+)?agency\b/i
const photo =
  /\b(?:photo|photograph|picture|image|pic|file|video|graphic|screengrab)s?\b\s*(?:[:|/]|by|via|credit|courtesy|\/)|\/[A-Z]\w+ [A-Z]\w+\)?$/i

// What may stand around bare agency names in a credit of their own.
const onlyNames =
  /^(?:[\s()[\],;:/|&.—–-]|\b(?:and|with|the|by|from|staff|agency|agencies|news|services?|reporters?|correspondents?|bureau|desk|web|online)\b)*$/i

const before =
  /(?:\b(?:told|tells|telling|informed|spoke (?:to|with)|speaking (?:to|with)|talking to|according to|reported by|reports by|quoted by|cited by|published by|carried by|released by|interview (?:with|to)|statement to|remarks to|comments to|confirmed to|said to)\s+|\bas\s+|\b(?:said|says|added)\s+(?:[\p{L}.’'-]+\s+){1,5}to\s+)(?:\p{L}+(?:[-’']\p{L}+)*\s+){0,3}?$/u
const after =
  /^(?:[’']s?\s+(?:\p{L}+\s+){0,3}?(?:report|dispatch|correspondent|reporter|tally|count|photographer|journalist)|,?\s+(?:news agency|agency|news service)?,?\s*(?:has\s+|had\s+|also\s+)?(?:reported|reports|reporting|said|says|quoted|quotes|citing|cited|added|adds|announced|has learned|learned|saw|confirmed)\b|,?\s+(?:quoting|citing)\b|\s+reporter\b|\s+journalist\b)/u
const prefix = /^[([]?\s*(?:according to\s+)?$/i
const adds = /^\s*(?:\([^)]{1,30}\)\s*)?(?:adds?|reports?|writes)(?:\s+from\s+[\p{L} .-]{2,30})?\s*:/u

// Parties that share an agency's initials: when the party stands in the story, the initials alone are the party.
const parties: Record<string, RegExp> = {
  PTI: /Tehreek|Tehrik|Imran Khan/,
  AAP: /Aam Aadmi|Kejriwal/,
  AP: /Andhra Pradesh/,
  UNI: /\buniversit/i,
  SPA: /\bspa\b/,
}

const bodyTypes: ReadonlySet<BlockType> = new Set<BlockType>([
  'paragraph',
  'blockquote',
  'item',
  'credit',
  'byline',
  'dateline',
  'pullQuote',
  'subhead',
  'standfirst',
  'headline',
])

/** A credit as one block shows it; `party` when the initials may be a party's, which the whole story decides. */
type BlockCredit = FoundCredit & { party?: RegExp }

/** Where a block stands in its story, as far as credits care. */
interface Place {
  head: boolean
  /** Before, at or after the last paragraph of prose. */
  last: -1 | 0 | 1
}

const head = 3
// Blocks kept, for a story of any length a desk writes.
const keptBlocks = 8000

/** Every credit in the text, in order. Party initials and photo credits are none. */
export function findCredits(story: StoryText): FoundCredit[] {
  return createCreditFinder()(story)
}

/** Finds credits in story after story; a block that was read before is not read again. */
export function createCreditFinder(): (story: StoryText) => FoundCredit[] {
  const known = new Map<string, BlockCredit[]>()
  return (story) => {
    const blocks = story.blocks.filter((block) => block.end > block.start)
    const lastBody = blocks.findLastIndex((block) => isProse(story, block))
    const parties = new Map<RegExp, boolean>()
    const isParty = (party: RegExp) => {
      let there = parties.get(party)
      if (there === undefined) parties.set(party, (there = party.test(story.text)))
      return there
    }
    const found: FoundCredit[] = []
    blocks.forEach(({ type, start, end }, at) => {
      if (!bodyTypes.has(type)) return
      const place: Place = { head: at <= head && at < lastBody, last: Math.sign(at - lastBody) as Place['last'] }
      const text = story.text.slice(start, end)
      const key = `${type} ${place.head} ${place.last} ${text}`
      let credits = known.get(key)
      if (!credits) {
        if (known.size >= keptBlocks) known.clear()
        known.set(key, (credits = inBlock(text, type, place)))
      }
      for (const { party, ...credit } of credits)
        if (!party || !isParty(party)) found.push({ ...credit, start: credit.start + start, end: credit.end + start })
    })
    return found.length < 2 ? found : unique(found.sort((a, b) => a.start - b.start || a.end - b.end))
  }
}

function inBlock(text: string, type: BlockType, place: Place): BlockCredit[] {
  const whole = wholeCredit(text, type, place)
  return whole ?? [...glued(text, type, place.last >= 0), ...dateline(text), ...inText(text)]
}

function isProse(story: StoryText, block: TextBlock): boolean {
  const length = block.end - block.start
  return (
    block.type === 'paragraph' &&
    (length > 200 || (length > 60 && /[.!?”"’']\s*$/.test(story.text.slice(block.start, block.end))))
  )
}

/** A block that is nothing but a credit: a byline, a tag line, a sign-off. */
function wholeCredit(text: string, type: BlockType, place: Place): FoundCredit[] | undefined {
  if (text.length > 240) return undefined
  if (photo.test(text) && !inputs.test(text)) return undefined
  const range = trimmed(text)
  const mentions = agenciesIn(text, range.start, range.end)
  const bare = onlyNames.test(without(text, mentions))
  const generic = genericName.test(text) || (bare && /^\W*(?:agencies|agency)\W*$/i.test(text))
  if (mentions.length === 0 && !generic) return inputs.test(text) && text.length < 120 ? [] : undefined
  const byline = type === 'byline' || (place.head && /^\s*by\s/i.test(text) && text.length < 80)
  if (byline) return credits(range, mentions, generic, 'byline')
  if (text.length < 200 && (inputs.test(text) || contributed.test(text) || labelled.test(text))) {
    // A whole sentence of prose that happens to speak of inputs is none.
    if (/^[([—–\-\s]*(?:with|inputs?|additional|source|courtesy|credit|agenc|compiled|\p{Lu}|the\s)/iu.test(text))
      return credits(range, mentions, generic, 'tag')
  }
  if (!bare || type === 'headline' || type === 'standfirst' || type === 'subhead') return undefined
  const parenthesised = /^[([]/.test(text.trim())
  if (place.last > 0 || type === 'credit')
    return credits(range, mentions, generic, parenthesised || mentions.length > 1 || generic ? 'tag' : 'sign-off')
  return place.head && !parenthesised ? credits(range, mentions, generic, 'byline') : []
}

/** Credits in brackets at the end of a paragraph, or a last sentence that says who contributed. */
function glued(text: string, type: BlockType, last: boolean): FoundCredit[] {
  const found: FoundCredit[] = []
  for (const match of text.matchAll(/[([][^()[\]]{2,160}[)\]]/g)) {
    const range = { start: match.index, end: match.index + match[0].length }
    const mentions = agenciesIn(text, range.start, range.end)
    const generic = genericName.test(match[0])
    if (mentions.length === 0 && !generic) continue
    if (photo.test(match[0]) && !inputs.test(match[0])) continue
    const atEnd = !/[\p{L}\p{N}]/u.test(text.slice(range.end))
    if (inputs.test(match[0]) || contributed.test(match[0])) found.push(...credits(range, mentions, generic, 'tag'))
    else if (/^[([]\s*according to\b/i.test(match[0])) found.push(...credits(range, mentions, generic, 'prefix'))
    else if (
      last &&
      atEnd &&
      type === 'paragraph' &&
      onlyNames.test(without(match[0], mentions, range.start)) &&
      /[.!?”"’']\s*$/.test(text.slice(0, match.index))
    )
      found.push(...credits(range, mentions, generic, 'tag'))
  }
  for (const pattern of [contributor, withInputs]) {
    const match = pattern.cue.test(text) ? pattern.whole.exec(text) : null
    if (!match) continue
    const start = match.index + match[0].indexOf(match[1]!)
    const range = { start, end: start + match[1]!.length }
    found.push(...credits(range, agenciesIn(text, range.start, range.end), genericName.test(match[1]!), 'tag'))
  }
  return found
}

// A last sentence that says who contributed, or with whose inputs; the cue is asked first, for it is seldom there.
const contributor = {
  cue: /contributed to this/,
  whole: /(?:^|[.!?”"]\s+)([^.!?]{0,140}\bcontributed to this (?:report|story|article)\b[^.!?]{0,60}[.!?]?)\s*$/,
}
const withInputs = {
  cue: /[Ii]nputs?\b/,
  whole: /(?:^|[\s.!?”"?])((?:[—–-]+\s*)?(?:[Ww]ith\s+(?:agency\s+)?inputs?\b|[Ii]nputs? from\b)[^.()]{0,80}\.?)\s*$/,
}

/** "SEOUL, South Korea (AP) —" says that the item is the agency's. */
function dateline(text: string): FoundCredit[] {
  const opening = text.slice(0, 90)
  if (!opening.includes('(') || !/^\p{Lu}/u.test(text)) return []
  const match = /^(?:[\p{L}.,’' ()-]|\b\d{1,2}\b){2,60}?\((\p{L}[\p{L} /-]{1,20})\)\s*(?:[—–:-]|$)/u.exec(opening)
  if (!match) return []
  const at = match[0].lastIndexOf(match[1]!)
  const mentions = agenciesIn(text, at, at + match[1]!.length)
  return credits({ start: 0, end: match[0].length }, mentions, false, 'byline')
}

function inText(text: string): BlockCredit[] {
  const found: BlockCredit[] = []
  for (const { start, end, code } of agenciesIn(text)) {
    const left = text.slice(Math.max(0, start - 80), start)
    const right = text.slice(end, end + 60)
    if (prefix.test(text.slice(0, start)) && adds.test(right)) {
      found.push({ start, end, agency: code, kind: 'prefix' })
      continue
    }
    if (!before.test(left) && !after.test(right)) continue
    const party = parties[code]
    const surely = /\b(?:told|to|news agency|agency)\s+(?:the\s+)?$/.test(left) || /^\s+news agency/.test(right)
    found.push({ start, end, agency: code, kind: 'in-text', ...(party && !surely ? { party } : {}) })
  }
  return found
}

function credits(
  range: Range,
  mentions: readonly AgencyMention[],
  generic: boolean,
  kind: FoundCredit['kind'],
): FoundCredit[] {
  const { start, end } = range
  const found: FoundCredit[] = [...new Set(mentions.map((mention) => mention.code))].map((agency) => ({
    start,
    end,
    agency,
    kind,
  }))
  if (generic) found.push({ start, end, generic: true, kind })
  return found
}

function without(text: string, mentions: readonly AgencyMention[], offset = 0): string {
  let left = ''
  let from = 0
  for (const mention of mentions) {
    left += text.slice(from, mention.start - offset) + ' '
    from = mention.end - offset
  }
  return left + text.slice(from)
}

function trimmed(text: string): Range {
  let [start, end] = [0, text.length]
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return { start, end }
}

function unique(found: readonly FoundCredit[]): FoundCredit[] {
  return found.filter(
    (credit, at) =>
      !found.some(
        (other, place) =>
          place !== at &&
          other.agency === credit.agency &&
          other.generic === credit.generic &&
          other.start <= credit.start &&
          other.end >= credit.end &&
          (place < at || other.end - other.start > credit.end - credit.start),
      ),
  )
}

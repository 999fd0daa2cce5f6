import { agenciesIn, type AgencyMention } from '../language'
import type { Range, StoryText, TextBlock } from '../manuscript'
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

const bodyTypes = new Set([
  'paragraph',
  'credit',
  'byline',
  'dateline',
  'pullquote',
  'list_item',
  'subhead',
  'standfirst',
  'headline',
])

/** Every credit in the text, in order. Party initials and photo credits are none. */
export function findCredits(story: StoryText): FoundCredit[] {
  const blocks = story.blocks.filter((block) => block.end > block.start)
  const lastBody = blocks.findLastIndex((block) => isProse(story, block))
  const found: FoundCredit[] = []
  blocks.forEach((block, at) => {
    const text = story.text.slice(block.start, block.end)
    if (!bodyTypes.has(block.type) && !/credit/.test(block.type)) return
    const whole = wholeCredit(story, block, at, lastBody)
    if (whole) return void found.push(...whole)
    found.push(...glued(story, block, at >= lastBody))
    found.push(...dateline(story, block))
    if (text.length > 0) found.push(...inText(story, block))
  })
  return unique(found.sort((a, b) => a.start - b.start || a.end - b.end))
}

function isProse(story: StoryText, block: TextBlock): boolean {
  const length = block.end - block.start
  return (
    block.type === 'paragraph' &&
    (length > 200 || (length > 60 && /[.!?”"’']\s*$/.test(story.text.slice(block.start, block.end))))
  )
}

/** A block that is nothing but a credit: a byline, a tag line, a sign-off. */
function wholeCredit(story: StoryText, block: TextBlock, at: number, lastBody: number): FoundCredit[] | undefined {
  const text = story.text.slice(block.start, block.end)
  if (text.length > 240) return undefined
  if (photo.test(text) && !inputs.test(text)) return undefined
  const range = trimmed(story.text, block)
  const mentions = agenciesIn(story.text, range.start, range.end)
  const bare = onlyNames.test(without(text, mentions, block.start))
  const generic = genericName.test(text) || (bare && /^\W*(?:agencies|agency)\W*$/i.test(text))
  if (mentions.length === 0 && !generic) return inputs.test(text) && text.length < 120 ? [] : undefined
  const byline = block.type === 'byline' || (at <= 3 && at < lastBody && /^\s*by\s/i.test(text) && text.length < 80)
  if (byline) return credits(range, mentions, generic, 'byline')
  if (text.length < 200 && (inputs.test(text) || contributed.test(text) || labelled.test(text))) {
    // A whole sentence of prose that happens to speak of inputs is none.
    if (/^[([—–\-\s]*(?:with|inputs?|additional|source|courtesy|credit|agenc|compiled|\p{Lu}|the\s)/iu.test(text))
      return credits(range, mentions, generic, 'tag')
  }
  if (bare) {
    if (block.type === 'headline' || block.type === 'standfirst' || block.type === 'subhead') return undefined
    if (at > lastBody || block.type === 'credit') {
      const parenthesised = /^[([]/.test(text.trim())
      return credits(range, mentions, generic, parenthesised || mentions.length > 1 || generic ? 'tag' : 'sign-off')
    }
    if (at <= 3 && !/^[([]/.test(text.trim())) return credits(range, mentions, generic, 'byline')
    return []
  }
  return undefined
}

/** Credits in brackets at the end of a paragraph, or a last sentence that says who contributed. */
function glued(story: StoryText, block: TextBlock, last: boolean): FoundCredit[] {
  const text = story.text.slice(block.start, block.end)
  const found: FoundCredit[] = []
  for (const match of text.matchAll(/[([][^()[\]]{2,160}[)\]]/g)) {
    const range = { start: block.start + match.index, end: block.start + match.index + match[0].length }
    const mentions = agenciesIn(story.text, range.start, range.end)
    const generic = genericName.test(match[0])
    if (mentions.length === 0 && !generic) continue
    if (photo.test(match[0]) && !inputs.test(match[0])) continue
    const atEnd = !/[\p{L}\p{N}]/u.test(text.slice(match.index + match[0].length))
    if (inputs.test(match[0]) || contributed.test(match[0])) found.push(...credits(range, mentions, generic, 'tag'))
    else if (/^[([]\s*according to\b/i.test(match[0])) found.push(...credits(range, mentions, generic, 'prefix'))
    else if (
      last &&
      atEnd &&
      block.type === 'paragraph' &&
      onlyNames.test(without(match[0], mentions, range.start)) &&
      /[.!?”"’']\s*$/.test(text.slice(0, match.index))
    )
      found.push(...credits(range, mentions, generic, 'tag'))
  }
  const sentence =
    /(?:^|[.!?”"]\s+)([^.!?]{0,140}\bcontributed to this (?:report|story|article)\b[^.!?]{0,60}[.!?]?)\s*$/.exec(text)
  const dash =
    /(?:^|[\s.!?”"?])((?:[—–-]+\s*)?(?:[Ww]ith\s+(?:agency\s+)?inputs?\b|[Ii]nputs? from\b)[^.()]{0,80}\.?)\s*$/.exec(
      text,
    )
  for (const match of [sentence, dash]) {
    if (!match) continue
    const start = block.start + match.index + match[0].indexOf(match[1]!)
    const range = { start, end: start + match[1]!.length }
    found.push(...credits(range, agenciesIn(story.text, range.start, range.end), genericName.test(match[1]!), 'tag'))
  }
  return found
}

/** "SEOUL, South Korea (AP) —" says that the item is the agency's. */
function dateline(story: StoryText, block: TextBlock): FoundCredit[] {
  const text = story.text.slice(block.start, Math.min(block.end, block.start + 90))
  const match = /^(?:[\p{L}.,’' ()-]|\b\d{1,2}\b){2,60}?\((\p{L}[\p{L} /-]{1,20})\)\s*(?:[—–:-]|$)/u.exec(text)
  if (!match || !/^\p{Lu}/u.test(text)) return []
  const at = block.start + match[0].lastIndexOf(match[1]!)
  const mentions = agenciesIn(story.text, at, at + match[1]!.length)
  return credits({ start: block.start, end: block.start + match[0].length }, mentions, false, 'byline')
}

function inText(story: StoryText, block: TextBlock): FoundCredit[] {
  const found: FoundCredit[] = []
  const text = story.text
  for (const mention of agenciesIn(text, block.start, block.end)) {
    const left = text.slice(Math.max(block.start, mention.start - 80), mention.start)
    const right = text.slice(mention.end, Math.min(block.end, mention.end + 60))
    const { start, end, code } = mention
    const opening = text.slice(block.start, start)
    if (prefix.test(opening) && adds.test(right)) {
      found.push({ start, end, agency: code, kind: 'prefix' })
      continue
    }
    const told = before.test(left)
    const says = after.test(right)
    if (!told && !says) continue
    const party = parties[code]
    if (
      party &&
      party.test(text) &&
      !/\b(?:told|to|news agency|agency)\s+(?:the\s+)?$/.test(left) &&
      !/^\s+news agency/.test(right)
    )
      continue
    found.push({ start, end, agency: code, kind: 'in-text' })
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

function without(text: string, mentions: readonly AgencyMention[], offset: number): string {
  let left = ''
  let from = 0
  for (const mention of mentions) {
    left += text.slice(from, mention.start - offset) + ' '
    from = mention.end - offset
  }
  return left + text.slice(from)
}

function trimmed(text: string, { start, end }: Range): Range {
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

import { agencyCode } from '../language'
import type { BlockType, StoryText } from '../manuscript'
import { findCredits, type FoundCredit } from './credits'
import { thresholds } from './thresholds'
import type { Credit, SentenceOrigin, SourceText, Tier } from './types'

/** What a story takes from one agency: share of its own words (0 to 1), and whether any run of words is taken over. */
export interface Use {
  agency: string
  share: number
  taken: boolean
  heavy: number
  /** Agencies whose copy holds the same passages; a credit for one of them will do (d16, tiers). */
  alike: Set<string>
}

// Codes under which a desk files an agency's copy.
const filedAs: Record<string, string> = { R: 'Reuters', RTR: 'Reuters', RTRS: 'Reuters' }

/** The code that stands for a source: its agency's, or its own id where it has none. */
export function sourceCode(source: SourceText): string {
  const given = source.agency?.trim()
  if (!given) return source.id
  return filedAs[given] ?? agencyCode(given) ?? given
}

// Display text and furniture: what they take is the body's, and counts there.
const aside: ReadonlySet<BlockType> = new Set<BlockType>([
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'related',
  'credit',
  'caption',
  'photoCredit',
  'pullQuote',
  'subhead',
  'notice',
])

/**
 * What is used of each agency, largest share first. Only words that are not in marks count (d16): `ownWords` tells how many
 * of them each sentence has.
 */
export function uses(
  story: StoryText,
  sentences: readonly SentenceOrigin[],
  ownWords: readonly number[],
  sources: readonly SourceText[],
): Use[] {
  const codes = new Map(sources.map((source) => [source.id, sourceCode(source)]))
  const found = new Map<string, Use>()
  let total = 0
  let block = 0
  for (const [at, sentence] of sentences.entries()) {
    while (story.blocks[block + 1] && story.blocks[block]!.end < sentence.end) block++
    const type = story.blocks[block]?.type
    if (type && aside.has(type)) continue
    const words = ownWords[at] ?? 0
    total += words
    if (sentence.level === 'original') continue
    const weight = sentence.level === 'heavy' ? 0.5 : 1
    const from = sentence.level === 'heavy' ? sentence.from.slice(0, 1) : sentence.from
    const best = from[0]!.similarity
    const named = [
      ...new Set(
        from
          .filter((passage) => passage.similarity >= best - thresholds.alike)
          .map((passage) => codes.get(passage.source)!),
      ),
    ]
    for (const agency of named) {
      const use = found.get(agency) ?? { agency, share: 0, taken: false, heavy: 0, alike: new Set(named) }
      for (const other of [...use.alike]) if (!named.includes(other)) use.alike.delete(other)
      use.share += (weight * words) / (named.length > 1 ? named.length : 1)
      if (sentence.level === 'heavy') use.heavy++
      else use.taken = true
      found.set(agency, use)
    }
  }
  const all = [...found.values()].sort((a, b) => b.share - a.share || (a.agency < b.agency ? -1 : 1))
  for (const use of all) {
    use.alike.delete(use.agency)
    use.share = total > 0 ? use.share / total : 0
  }
  return all
}

/** The tier that a share asks for: table of d5 with the numbers of d16. */
export function tierOf(share: number): Tier {
  if (share <= 0) return 0
  if (share < thresholds.tier2) return 1
  return share <= thresholds.tier3 ? 2 : 3
}

const strength: Record<FoundCredit['kind'], Tier> = { 'in-text': 1, prefix: 2, tag: 2, 'sign-off': 2, byline: 3 }

/**
 * Every credit of the story weighed against what it takes from its sources, and every agency used but not named. Empty when
 * no source is attached: nothing can be weighed then (d16).
 */
export function weighCredits(
  story: StoryText,
  all: readonly Use[],
  sources: readonly SourceText[],
  found: readonly FoundCredit[] = findCredits(story),
): Credit[] {
  if (sources.length === 0) return []
  const agencies = new Set(sources.filter((source) => source.agency?.trim()).map(sourceCode))
  const used = all.filter((use) => agencies.has(use.agency) && (use.taken || use.heavy >= thresholds.heavyCredit))
  const short = story.text.length <= thresholds.shortItem
  const has = (agency: string): Tier =>
    found
      .filter((credit) => credit.agency === agency || credit.generic)
      .reduce<Tier>(
        (most, credit) => Math.max(most, credit.kind === 'sign-off' && short ? 3 : strength[credit.kind]) as Tier,
        0,
      )
  const credits: Credit[] = []
  for (const credit of found) {
    const place = { kind: credit.kind, start: credit.start, end: credit.end }
    if (credit.generic) {
      const most = used[0]
      if (!most) {
        credits.push({
          ...place,
          generic: true,
          needs: 0,
          has: 2,
          verdict: 'unused',
          message: 'The credit names agencies, but no words of theirs were found.',
        })
        continue
      }
      const message =
        used.length === 1
          ? `Only one agency is used: the credit could name ${most.agency}.`
          : `The credit covers ${list(used.map((use) => use.agency))}.`
      credits.push({
        ...place,
        generic: true,
        needs: needed(most, 2),
        has: 2,
        verdict: needed(most, 2) > 2 ? 'too-weak' : 'right',
        message,
      })
      continue
    }
    const agency = credit.agency!
    const use = used.find((one) => one.agency === agency) ?? used.find((one) => one.alike.has(agency))
    if (use) {
      const held = has(agency)
      const needs = needed(use, held)
      credits.push({
        ...place,
        agency,
        needs,
        has: held,
        verdict: held >= needs ? 'right' : 'too-weak',
        message: held >= needs ? `${amount(use)}, and the story says so.` : weak(use, needs),
      })
    } else if (credit.kind === 'in-text') {
      credits.push({
        ...place,
        agency,
        needs: 0,
        has: 1,
        verdict: 'right',
        message: `${agency} is named in the text as the origin of what is said there.`,
      })
    } else {
      credits.push({
        ...place,
        agency,
        needs: 0,
        has: strength[credit.kind],
        verdict: 'unused',
        message: `The credit names ${agency}, but no words of ${agency} copy were found in the story.`,
      })
    }
  }
  for (const use of used) {
    const names = [use.agency, ...use.alike]
    if (names.some((agency) => has(agency) > 0)) continue
    const needs = Math.max(1, tierOf(use.share)) as Tier
    credits.push({
      agency: use.agency,
      needs,
      has: 0,
      verdict: 'missing',
      message: `${amount(use)}, but the story does not name ${list(names, 'or')}.`,
    })
  }
  return credits
}

/** The tier needed, one lower when the share lies within the border's breadth and that lower tier is what stands. */
function needed(use: Use, held: Tier): Tier {
  const needs = Math.max(1, tierOf(use.share)) as Tier
  if (held >= needs) return needs
  const border = needs === 3 ? thresholds.tier3 : needs === 2 ? thresholds.tier2 : 0
  return use.share - border <= thresholds.border && held === needs - 1 && border > 0 ? held : needs
}

function amount(use: Use): string {
  const part = use.share < 0.01 ? 'Under 1 %' : `${Math.round(use.share * 100)} %`
  return `${part} of the story’s own words stand on ${use.agency} copy`
}

function weak(use: Use, needs: Tier): string {
  if (needs === 3) return `${amount(use)}: it asks for an agency byline.`
  return `${amount(use)}: it asks for a credit line, not only a mention.`
}

function list(names: readonly string[], word: 'and' | 'or' = 'and'): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`
}

import { tokenize, type Token } from '../../language'
import type { Range } from '../../manuscript'
import type { Fault, JudgedQuotation, PolicyContext, Rule } from '../context'
import { spellings } from '../spellings'
import { isStory, shown, textOf } from './places'

// Words that stand twice on purpose, by grammar ("had had") or for weight ("really really").
const twiceOnPurpose: ReadonlySet<string> = new Set(
  (
    'had that very so no ha bye knock tut is really many much long far never again yes more now blah well please please ' +
    'round too there hear'
  ).split(' '),
)
// A phrase that returns over one of these is set beside itself on purpose: "of the film and intent of the film".
const joins: ReadonlySet<string> = new Set(['and', 'or', 'but', 'nor', 'not', 'then', 'yet', 'as', 'than'])
// Words that belong to what stands before them, not to the phrase after.
const small: ReadonlySet<string> = new Set(
  'a an the of in on at to for from by with and or but nor as that this its his her their our is are was were be'.split(
    ' ',
  ),
)
// As many of the source's words on each side as place the phrase.
const wordsAside = 5
const leastPhrase = 3
const longestPhrase = 12
const mostBetween = 2

/** Slips of the hand: doubled words and phrases, two spellings of one language. */
export const copyRules: readonly Rule[] = [
  {
    id: 'copy/doubled',
    title: 'No word or phrase stands twice by accident',
    level: 'acknowledge',
    source: 'd16: doubled phrase',
    check(context) {
      const { story, quotations } = context
      const within = (ranges: readonly Range[], { start, end }: Fault) =>
        ranges.some((range) => start! >= range.start && end! <= range.end)
      const verified = quotations.filter(isVerified).map(({ quotation }) => quotation)
      const spoken = quotations.flatMap(({ quotation }) => quotation.fragments)
      return story.blocks
        .filter(isStory)
        .flatMap((block) => doubled(story.text, block))
        .filter((fault) => !within(verified, fault))
        .map(({ returns, ...fault }) => ({
          ...fault,
          // People who speak say a phrase again for weight; only a person can tell.
          ...(returns && within(spoken, fault) ? { level: 'note' as const } : {}),
          message: `${fault.message}${sourceWording(context, fault)}`,
        }))
    },
  },
  {
    id: 'copy/mixed-spelling',
    title: 'One spelling of English throughout',
    level: 'note',
    source: 'd16, the real story: mixed British and American spelling',
    check({ story, quotations }) {
      const found: Record<'british' | 'american', Map<string, Range>> = { british: new Map(), american: new Map() }
      for (const block of story.blocks.filter(isStory)) {
        for (const token of tokenize(story.text, block.start, block.end)) {
          if (token.kind !== 'word') continue
          const side = spellings.get(token.text.toLowerCase()) ?? bySuffix(token.text)
          if (!side) continue
          // A quotation's spelling is its source's.
          if (
            quotations.some(({ quotation: q }) => q.fragments.some((f) => f.start <= token.start && token.end <= f.end))
          )
            continue
          if (!found[side].has(token.text)) found[side].set(token.text, { start: token.start, end: token.end })
        }
      }
      const { british, american } = found
      if (british.size === 0 || american.size === 0) return []
      const rarer = british.size < american.size ? british : american
      const [first, ...rest] = [...rarer.values()]
      return [
        {
          start: first!.start,
          end: first!.end,
          ...(rest.length > 0 ? { places: rest } : {}),
          message: `British and American spelling are mixed: ${[...british.keys()].join(', ')} beside ${[...american.keys()].join(', ')}.`,
          about: 'mixed spelling',
        },
      ]
    },
  },
]

/** -ise against -ize, where the stem takes either. */
function bySuffix(word: string): 'british' | 'american' | undefined {
  if (!/^\p{Ll}{4,}$/u.test(word)) return undefined
  const match = /^(.{3,})(?:[iy])(s|z)(?:e|es|ed|ing|ation|ations|er|ers)$/.exec(word)
  if (!match) return undefined
  const stem = match[1]!
  // Words that only ever have s (advise, surprise …) or only z (size, prize …).
  if (
    /(?:adv|dev|rev|superv|telev|improv|exerc|surpr|compr|enterpr|disgu|prom|prem|franch|merchand|circumc|exc|dem|desp|rad|conc|prec|treat|otherw|likew|clockw|expert|r|pr|cap|s|se|adm|bru|cru|prec|dec|inc|div|rev)$/.test(
      stem,
    )
  )
    return undefined
  return match[2] === 's' ? 'british' : 'american'
}

const faithful = new Set<string>(['exact', 'typographic', 'house-style', 'marked'])

/** Its words are somebody else's, looked at by a person or standing so in a source. */
const isVerified = ({ checked, check }: JudgedQuotation) =>
  checked || (check !== undefined && faithful.has(check.verdict))

/**
 * What the source says there, for whoever chooses between two readings: its words around the longest part of the phrase
 * that it has. Nothing where it has no two words of it, since then it cannot tell.
 */
function sourceWording({ story, provenance, sourceTexts }: PolicyContext, { start, end }: Fault): string {
  const sentence = provenance.sentences.find((one) => one.start <= start! && end! <= one.end)
  const from = sentence?.from[0]
  const source = from && sourceTexts.find(({ id }) => id === from.source)
  if (!source) return ''
  const theirs = tokenize(source.text, from.start, from.end)
  const ours = tokenize(story.text, start, end).map(({ text }) => text.toLowerCase())
  let best = { at: 0, length: 0 }
  for (let at = 0; at < theirs.length; at++)
    for (let ourAt = 0; ourAt < ours.length; ourAt++) {
      let length = 0
      while (ourAt + length < ours.length && theirs[at + length]?.text.toLowerCase() === ours[ourAt + length]) length++
      if (length > best.length) best = { at, length }
    }
  if (best.length < 2) return ''
  const first = Math.max(0, best.at - wordsAside)
  const last = Math.min(theirs.length, best.at + best.length + wordsAside) - 1
  const words = source.text.slice(theirs[first]!.start, theirs[last]!.end).replace(/[.,;:]$/, '')
  return ` The source has “${first > 0 ? '… ' : ''}${words}${last < theirs.length - 1 ? ' …' : ''}”.`
}

/** Doubled words, and phrases of three words and more that return after at most two others. */
function doubled(text: string, block: Range): (Fault & { returns?: true })[] {
  const tokens = tokenize(text, block.start, block.end)
  // Each word in small letters; nothing where the token is a mark or a number.
  const words = tokens.map((token) => (token.kind === 'word' ? token.text.toLowerCase() : ''))
  const faults: (Fault & { returns?: true })[] = []
  for (let at = 0; at < tokens.length; at++) {
    const phrase = repeatAt(tokens, words, at)
    if (phrase) {
      const first = { start: tokens[at]!.start, end: tokens[at + phrase.length - 1]!.end }
      const second = { start: tokens[phrase.again]!.start, end: tokens[phrase.again + phrase.length - 1]!.end }
      const between = text.slice(first.end, second.start).trim()
      const words = shown(text.slice(first.start, first.end))
      faults.push({
        start: first.start,
        end: second.end,
        message: `“${words}” stands twice${between ? ` with “${between}” between` : ''}.`,
        fix: between
          ? readings(text, tokens, at, phrase)
          : [{ start: first.end, end: second.end, text: '', label: `Keep one “${words}”` }],
        ...(between ? { returns: true } : {}),
      })
      at = phrase.again + phrase.length - 1
      continue
    }
    const [one, two] = [tokens[at]!, tokens[at + 1]]
    if (two && words[at] && words[at] === words[at + 1] && /^\s+$/.test(text.slice(one.end, two.start))) {
      if (twiceOnPurpose.has(words[at]!) || /^\p{Lu}/u.test(two.text)) continue
      faults.push({
        start: one.start,
        end: two.end,
        message: `“${one.text} ${two.text}” stands twice.`,
        fix: [{ start: one.end, end: two.end, text: '', label: `Keep one “${one.text}”` }],
      })
    }
  }
  return faults
}

/**
 * The two readings of "soaring talks between growing talks between": each keeps one set of words before the phrase.
 * Neither is the default.
 */
function readings(text: string, tokens: readonly Token[], at: number, { length, again }: Repeat): Fix[] {
  const last = tokens[at + length - 1]!
  const between = tokens[at + length]!
  const end = tokens[again + length - 1]!.end
  let from = at
  for (let words = again - at - length; words > 0 && from > 0; words--) {
    const before = tokens[from - 1]!
    if (before.kind !== 'word' || small.has(before.text.toLowerCase())) break
    from--
  }
  const start = tokens[from]!.start
  return [
    { start: last.end, end, text: '', label: `Keep “${shown(text.slice(start, last.end))}”` },
    { start, end: between.start, text: '', label: `Keep “${shown(text.slice(between.start, end))}”` },
  ]
}

type Fix = NonNullable<Fault['fix']>[number]

interface Repeat {
  length: number
  /** The token with which the phrase returns. */
  again: number
}

/** The longest phrase at `at` that returns after at most two other words, no mark and no joining word in or between. */
function repeatAt(tokens: readonly Token[], words: readonly string[], at: number): Repeat | undefined {
  // The phrase and what stands between end before the next mark, number or joining word.
  let free = at
  while (free - at < longestPhrase + mostBetween && words[free] && !joins.has(words[free]!)) free++
  for (let gap = 0; gap <= mostBetween; gap++) {
    for (let length = leastPhrase; length <= longestPhrase && at + length + gap <= free; length++) {
      const again = at + length + gap
      let same = 0
      while (same < length && words[again + same] && words[at + same] === words[again + same]) same++
      // Names may return at once; a phrase has a word of its own.
      if (same === length && tokens.slice(at, again - gap).some(({ text }) => /^\p{Ll}/u.test(text)))
        return { length, again }
    }
  }
  return undefined
}

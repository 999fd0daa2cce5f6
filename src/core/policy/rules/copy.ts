import { tokenize, type Token } from '../../language'
import type { Range } from '../../manuscript'
import type { Fault, Rule } from '../context'
import { spellings } from '../spellings'
import { isStory, shown, textOf } from './places'

// Words that stand twice on purpose.
const twiceOnPurpose: ReadonlySet<string> = new Set([
  'had',
  'that',
  'very',
  'so',
  'no',
  'ha',
  'bye',
  'knock',
  'tut',
  'is',
])
const leastPhrase = 3
const mostBetween = 2

/** Slips of the hand: doubled words and phrases, two spellings of one language. */
export const copyRules: readonly Rule[] = [
  {
    id: 'copy/doubled',
    title: 'No word or phrase stands twice by accident',
    level: 'acknowledge',
    source: 'd16: doubled phrase',
    check({ story, quotations }) {
      const verified = quotations.filter(({ checked }) => checked).map(({ quotation }) => quotation)
      return story.blocks
        .filter(isStory)
        .flatMap((block) => doubled(story.text, block))
        .filter(({ start, end }) => !verified.some((quotation) => start! >= quotation.start && end! <= quotation.end))
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

/** Doubled words, and phrases of three words and more that return after at most two others. */
function doubled(text: string, block: Range): Fault[] {
  const tokens = tokenize(text, block.start, block.end)
  const faults: Fault[] = []
  for (let at = 0; at < tokens.length; at++) {
    const phrase = repeatAt(tokens, at)
    if (phrase) {
      const first = { start: tokens[at]!.start, end: tokens[at + phrase.length - 1]!.end }
      const second = { start: tokens[phrase.again]!.start, end: tokens[phrase.again + phrase.length - 1]!.end }
      const words = text.slice(first.start, first.end)
      const between = text.slice(first.end, second.start)
      faults.push({
        start: first.start,
        end: second.end,
        message: `“${shown(words)}” stands twice${between.trim() ? ` with “${between.trim()}” between` : ''}.`,
        fix: [
          { ...first, end: second.start, text: '', label: 'Keep the second' },
          { start: first.end, end: second.end, text: '', label: 'Keep the first' },
        ],
      })
      at = phrase.again + phrase.length - 1
      continue
    }
    const [one, two] = [tokens[at]!, tokens[at + 1]]
    if (two && sameWord(one, two) && /^\s+$/.test(text.slice(one.end, two.start))) {
      if (twiceOnPurpose.has(one.text.toLowerCase()) || /^\p{Lu}/u.test(two.text)) continue
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

const sameWord = (one: Token, two: Token) =>
  one.kind === 'word' && two.kind === 'word' && one.text.toLowerCase() === two.text.toLowerCase()

/** The longest phrase at `at` that returns after at most two other words, no mark in or between. */
function repeatAt(tokens: readonly Token[], at: number): { length: number; again: number } | undefined {
  for (let gap = 0; gap <= mostBetween; gap++) {
    for (
      let again = at + leastPhrase + gap, length = again - at - gap;
      again < tokens.length && length <= 12;
      again++, length++
    ) {
      if (!tokens.slice(at, again).every(({ kind }) => kind === 'word')) break
      const same = Array.from({ length }, (_, k) => k).every((k) => {
        const [one, two] = [tokens[at + k], tokens[again + k]]
        return one && two && sameWord(one, two)
      })
      // Names may return at once; a phrase has a word of its own.
      if (same && tokens.slice(at, at + length).some(({ text }) => /^\p{Ll}/u.test(text))) return { length, again }
    }
  }
  return undefined
}

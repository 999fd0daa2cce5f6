import type { Range } from '../../manuscript'
import { houseForm } from '../../provenance'
import type { PolicyContext, Rule } from '../context'
import { isBody } from './places'

/** A name of two words and more, with its place. */
interface FullName extends Range {
  first: string
  last: string
}

const fullName = /\p{Lu}[\p{Ll}’'-]+(?:\s+(?:al-|de |van |bin |[A-Z]\.\s*)?\p{Lu}[\p{L}’'-]+)+/gu
/** Under this a difference of a letter or two is another name (d16). */
const leastLetters = 5
const mostEdits = 2

/** N-3: one person's name is spelt as the source spells it. Only mentions resolved to one person are compared (d16). */
export const nameRules: readonly Rule[] = [
  {
    id: 'N-3',
    title: 'Names are spelt as the source spells them',
    level: 'acknowledge',
    source: 'NPR-CL; d16 N-3',
    check(context) {
      const { story, sourceTexts, quotations } = context
      if (sourceTexts.length === 0) return []
      const theirs = sourceTexts.flatMap(({ text }) => namesIn(text, { start: 0, end: text.length }))
      const known = new Set(sourceTexts.flatMap(({ text }) => text.match(/\p{Lu}[\p{L}’'-]+/gu) ?? []).map(bare))
      const told = new Set<string>()
      return story.blocks.filter(isBody).flatMap((block) =>
        namesIn(story.text, block).flatMap((name) => {
          const key = `${name.first} ${name.last}`
          if (told.has(key) || known.has(name.last) || name.last.length < leastLetters) return []
          const other = theirs.find((one) => one.first === name.first && close(one.last, name.last))
          if (!other) return []
          told.add(key)
          const speaks = quotations.some(({ speaker }) => speaker?.includes(name.last))
          return [
            {
              start: name.start,
              end: name.end,
              ...(speaks ? { level: 'block' as const } : {}),
              message: `The source spells this name “${other.first} ${other.last}”; the story has “${key}”.`,
              about: `${key} ${other.last}`,
              fix: spellings(context, name.last, other.last),
            },
          ]
        }),
      )
    },
  },
]

function namesIn(text: string, { start, end }: Range): FullName[] {
  return [...text.slice(start, end).matchAll(fullName)].flatMap((match) => {
    const words = match[0].split(/\s+/).map(bare)
    const at = start + match.index
    // Each pair of neighbours: titles and middle names stand before a name as first names do.
    return words.slice(1).map((last, n) => ({ first: words[n]!, last, start: at, end: at + match[0].length }))
  })
}

const bare = (word: string) => word.replace(/[’']s?$/u, '').normalize('NFC')

/** Two spellings of one name: few letters apart, and neither is a house form of the other nor an ending. */
function close(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < leastLetters) return false
  if (houseForm(a.toLowerCase()) === houseForm(b.toLowerCase())) return false
  // A people and its country, a plural: other words, not another spelling.
  if (/(?:s|n|an|ian|ese|ish|i)$/u.test(longer(a, b)) && longer(a, b).startsWith(shorter(a, b).slice(0, -1)))
    return false
  return edits(a, b) <= mostEdits
}

const longer = (a: string, b: string) => (a.length >= b.length ? a : b)
const shorter = (a: string, b: string) => (a.length >= b.length ? b : a)

/** Levenshtein's distance, in letters. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

/** Puts the source's spelling wherever the story has its own. */
function spellings({ story }: PolicyContext, ours: string, theirs: string) {
  return [...story.text.matchAll(new RegExp(String.raw`(?<![\p{L}])${ours}(?![\p{L}])`, 'gu'))].map((match) => ({
    start: match.index,
    end: match.index + ours.length,
    text: theirs,
    label: `Write “${theirs}”`,
  }))
}

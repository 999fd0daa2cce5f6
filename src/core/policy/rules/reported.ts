import { sentencesIn, tokenize, type Token } from '../../language'
import type { Range } from '../../manuscript'
import { houseForm } from '../../provenance'
import type { Fault, JudgedQuotation, PolicyContext, Rule } from '../context'
import { isBody, shown } from './places'

/** Words in a row, on both sides of the changed one together, that show it is the quotation retold. */
const leastShared = 5
/** How many of them must carry matter, so that "one of the" is no quotation. */
const leastMatter = 3
const smallWord =
  /^(?:a|an|the|of|to|in|on|at|by|for|with|from|and|or|but|as|that|this|these|those|it|its|he|she|they|his|her|their|we|our|is|are|was|were|be|been|will|would|has|have|had|do|does|did|not|no|more|most|very)$/

/** F-8: reported speech keeps the words of the quotation that it retells (d16). */
export const reportedRules: readonly Rule[] = [
  {
    id: 'F-8',
    title: 'Reported speech says what the quotation says',
    level: 'acknowledge',
    source: 'd16 F-8',
    check(context) {
      const told = new Set<string>()
      const sentences = bodySentences(context)
      const wordsOf = wordReader(context.story.text)
      return context.quotations.flatMap((one) => {
        if (one.quotation.type === 'indirect' || !one.speaker) return []
        return retellings(context, one, sentences).flatMap((sentence) =>
          one.quotation.fragments.flatMap((fragment): Fault[] => {
            const change = changedWord(wordsOf(sentence), wordsOf(fragment))
            const key = change && `${change.ours.start}`
            if (!change || !key || told.has(key)) return []
            told.add(key)
            const { ours, theirs } = change
            return [
              {
                start: ours.start,
                end: ours.end,
                message: `The story retells ${one.speaker!} with “${ours.text}”; the quotation says “${theirs.text}”: “${shown(context.story.text.slice(fragment.start, fragment.end), 120)}”`,
                about: `${ours.text} ${theirs.text}`,
                fix: [
                  {
                    start: ours.start,
                    end: ours.end,
                    text: theirs.text,
                    label: `Use the quote’s word ‘${theirs.text}’`,
                  },
                ],
              },
            ]
          }),
        )
      })
    },
  },
]

interface Sentence extends Range {
  text: string
}

const bodySentences = ({ story }: PolicyContext): Sentence[] =>
  story.blocks
    .filter(isBody)
    .flatMap((block) => sentencesIn(story.text, block))
    .map(({ start, end }) => ({ start, end, text: story.text.slice(start, end) }))

/** The body's sentences that report the speaker of a quotation without marks: they name him, or the finder says so. */
function retellings(
  { quotations }: PolicyContext,
  { speaker }: JudgedQuotation,
  sentences: readonly Sentence[],
): Range[] {
  const surname = speaker!.split(/\s+/).at(-1)!
  const found: Range[] = sentences.filter(({ text }) => text.includes(surname))
  for (const one of quotations)
    if (one.quotation.type === 'indirect' && one.speaker === speaker)
      if (!found.some(({ start, end }) => start <= one.quotation.start && one.quotation.end <= end))
        found.push({ start: one.quotation.start, end: one.quotation.end })
  const inMarks = quotations.flatMap(({ quotation }) => quotation.fragments)
  return found.filter(({ start, end }) => !inMarks.some((mark) => start < mark.end && mark.start < end))
}

/** A word with its form in the house's spelling, by which two are held the same. */
interface Word {
  token: Token
  form: string
  small: boolean
}

/** Reads the words of ranges of a text, each range and each word once. */
function wordReader(text: string): (range: Range) => readonly Word[] {
  const known = new Map<string, { form: string; small: boolean }>()
  const read = new Map<string, readonly Word[]>()
  const word = (token: Token): Word => {
    let form = known.get(token.text)
    if (!form) {
      const low = token.text.toLowerCase().replace(/’/g, "'")
      form = { form: houseForm(low), small: smallWord.test(low) }
      known.set(token.text, form)
    }
    return { token, ...form }
  }
  return ({ start, end }) => {
    const key = `${start} ${end}`
    let words = read.get(key)
    if (!words) {
      words = tokenize(text, start, end)
        .filter(({ kind }) => kind !== 'mark')
        .map(word)
      read.set(key, words)
    }
    return words
  }
}

/** The one word that a retelling has in the place of the quotation's, with the same words on both its sides. */
function changedWord(ours: readonly Word[], theirs: readonly Word[]): { ours: Token; theirs: Token } | undefined {
  const same = (i: number, j: number) => ours[i] !== undefined && ours[i].form === theirs[j]?.form
  for (let i = 1; i < ours.length - 1; i++) {
    if (ours[i]!.small) continue
    for (let j = 1; j < theirs.length - 1; j++) {
      if (!same(i - 1, j - 1) || !same(i + 1, j + 1) || theirs[j]!.small || same(i, j)) continue
      let before = 1
      while (same(i - before - 1, j - before - 1)) before++
      let after = 1
      while (same(i + after + 1, j + after + 1)) after++
      if (before + after < leastShared) continue
      const around = [...ours.slice(i - before, i), ...ours.slice(i + 1, i + 1 + after)]
      if (around.filter(({ small }) => !small).length < leastMatter) continue
      return { ours: ours[i]!.token, theirs: theirs[j]!.token }
    }
  }
  return undefined
}

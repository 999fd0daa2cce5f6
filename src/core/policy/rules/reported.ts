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
      return context.quotations.flatMap((one) => {
        if (one.quotation.type === 'indirect' || !one.speaker) return []
        return retellings(context, one).flatMap((sentence) =>
          one.quotation.fragments.flatMap((fragment): Fault[] => {
            const change = changedWord(context.story.text, sentence, fragment)
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

/** The body's sentences that report the speaker of a quotation without marks: they name him, or the finder says so. */
function retellings({ story, quotations }: PolicyContext, { speaker }: JudgedQuotation): Range[] {
  const surname = speaker!.split(/\s+/).at(-1)!
  const found = story.blocks
    .filter(isBody)
    .flatMap((block) => sentencesIn(story.text, block))
    .filter(({ start, end }) => story.text.slice(start, end).includes(surname))
  for (const one of quotations)
    if (one.quotation.type === 'indirect' && one.speaker === speaker)
      if (!found.some(({ start, end }) => start <= one.quotation.start && one.quotation.end <= end))
        found.push({ start: one.quotation.start, end: one.quotation.end })
  const inMarks = quotations.flatMap(({ quotation }) => quotation.fragments)
  return found.filter(({ start, end }) => !inMarks.some((mark) => start < mark.end && mark.start < end))
}

/** The one word that a retelling has in the place of the quotation's, with the same words on both its sides. */
function changedWord(text: string, sentence: Range, fragment: Range): { ours: Token; theirs: Token } | undefined {
  const ours = wordsOf(text, sentence)
  const theirs = wordsOf(text, fragment)
  for (let i = 0; i < ours.length; i++) {
    for (let j = 0; j < theirs.length; j++) {
      if (same(ours[i]!, theirs[j]!) || smallWord.test(low(ours[i]!)) || smallWord.test(low(theirs[j]!))) continue
      let before = 0
      while (i - before > 0 && j - before > 0 && same(ours[i - before - 1]!, theirs[j - before - 1]!)) before++
      let after = 0
      while (ours[i + after + 1] && theirs[j + after + 1] && same(ours[i + after + 1]!, theirs[j + after + 1]!)) after++
      if (before === 0 || after === 0 || before + after < leastShared) continue
      const around = [...ours.slice(i - before, i), ...ours.slice(i + 1, i + 1 + after)]
      if (around.filter((word) => !smallWord.test(low(word))).length < leastMatter) continue
      return { ours: ours[i]!, theirs: theirs[j]! }
    }
  }
  return undefined
}

const wordsOf = (text: string, { start, end }: Range) =>
  tokenize(text, start, end).filter(({ kind }) => kind !== 'mark')
const low = ({ text }: Token) => text.toLowerCase().replace(/’/g, "'")
const same = (a: Token, b: Token) => houseForm(low(a)) === houseForm(low(b))

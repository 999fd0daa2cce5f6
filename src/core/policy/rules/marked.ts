import type { CheckNote } from '../../provenance'
import type { Fault, JudgedQuotation, PolicyContext, Rule } from '../context'
import { shown } from './places'
import { isStitched } from './stitched'
import { perUtterance, wordsOf } from './utterance'

const ellipsis = /…|\.\s?\.\s?\./
const dialect =
  /\b(?:gonna|wanna|gotta|kinda|sorta|dunno|lemme|gimme|ain['’]t|y['’]all|cuz|outta|lotta|coulda|shoulda|woulda)\b/iu

/** What brackets in a quotation ask for: ours where the agency has none, and the agency's own. */
const bracketFaults: Partial<Record<CheckNote, (words: string) => string>> = {
  'round-brackets': (words) =>
    `“${words}” has round brackets that its source has not. What is put in stands in square ones.`,
  'insertion-changed': (words) =>
    `“${words}” changes what its agency put in round brackets. The speaker’s words are untouched; what is put in is now the story’s own and stands in square ones.`,
  'insertion-kept': (words) => `“${words}” keeps what its agency put in, in the agency’s round brackets.`,
  'insertion-dropped': (words) => `“${words}” leaves out what its agency put in brackets. Nobody said those words.`,
}
const calmBrackets: ReadonlySet<CheckNote> = new Set<CheckNote>(['insertion-kept', 'insertion-dropped'])

/** A house that sets insertions in round brackets has nothing to change in the agency's. */
const mayBeRound = (note: CheckNote) => note === 'round-brackets' || note === 'insertion-kept'

function squareBrackets({ story }: PolicyContext, { quotation }: JudgedQuotation): NonNullable<Fault['fix']> {
  return quotation.fragments.flatMap(({ start, end }) =>
    [...story.text.slice(start, end).matchAll(/\(([^()]*)\)/g)].map((match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
      text: `[${match[1]}]`,
      label: 'Use [ ]',
    })),
  )
}

/** What is cut out of a quotation, put into it or put together, Q-15 (d2, d16). */
export const markedRules: readonly Rule[] = [
  {
    id: 'Q-3',
    title: 'A cut leaves the sense of a quotation as it was',
    level: 'acknowledge',
    source: 'RT-Q; NPR-A',
    check: (context) =>
      perUtterance(
        context,
        context.quotations.filter(
          ({ check, checked }) =>
            !checked &&
            check &&
            !isStitched(check) &&
            (check.notes.includes('cut-negation') || check.notes.includes('beside-negation')),
        ),
        ({ check }, words) => ({
          message: check!.notes.includes('cut-negation')
            ? `The cut in “${shown(words)}” leaves out a word that carries sense: not, no, if, but, only or unless.`
            : `The source denies “${shown(words)}” in the words before it, and the story does not.`,
        }),
      ),
  },
  {
    id: 'Q-4',
    title: 'An ellipsis never joins what was said apart',
    level: 'block',
    source: 'DP-E; V-8',
    check: (context) =>
      perUtterance(
        context,
        context.quotations.filter(
          (one) => !one.checked && one.check && isStitched(one.check) && ellipsis.test(wordsOf(context, one)),
        ),
        (_, words) => ({
          message: `“${shown(words)}” joins two places of the source with an ellipsis. Other words stand between them: make two quotations of it.`,
        }),
      ),
  },
  {
    id: 'Q-15',
    title: 'One pair of marks holds one utterance',
    level: 'block',
    source: 'DP-E; Q-5; V-8',
    check: (context) =>
      perUtterance(
        context,
        context.quotations.filter(
          (one) => !one.checked && one.check && isStitched(one.check) && !ellipsis.test(wordsOf(context, one)),
        ),
        (_, words) => ({
          message: `“${shown(words)}” is put together from two places of the source. Make two quotations of it.`,
        }),
      ),
  },
  {
    id: 'Q-8',
    title: 'What is put into a quotation stands in square brackets',
    level: 'acknowledge',
    source: 'NPR-A; KU; d16 Q-8',
    check(context) {
      const round = context.policy.quoteInsertions === 'round'
      const asked = context.quotations.filter(
        ({ check, checked }) =>
          !checked && check?.notes.some((note) => bracketFaults[note] && !(round && mayBeRound(note))),
      )
      return perUtterance(context, asked, (one, words) => {
        const notes = one.check!.notes.filter((note) => bracketFaults[note])
        const heavy = notes.find((note) => !calmBrackets.has(note))
        return {
          ...(heavy ? {} : { level: 'note' as const }),
          message: bracketFaults[heavy ?? notes[0]!]!(shown(words)),
          ...(round || notes.every((note) => note === 'insertion-dropped')
            ? {}
            : { fix: squareBrackets(context, one) }),
        }
      })
    },
  },
  {
    id: 'Q-13',
    title: 'Speech is not spelt as it sounds',
    level: 'acknowledge',
    source: 'AP-Q; EE',
    check: (context) =>
      perUtterance(
        context,
        context.quotations.filter((one) => one.quotation.type !== 'indirect' && dialect.test(wordsOf(context, one))),
        ({ check }, words) => {
          const source = check && ['exact', 'typographic', 'house-style', 'marked'].includes(check.verdict)
          return {
            ...(source ? { level: 'note' as const } : {}),
            message: `“${shown(words)}” spells “${dialect.exec(words)![0]}” as it sounds${source ? ', as its source does' : ''}.`,
          }
        },
      ),
  },
]

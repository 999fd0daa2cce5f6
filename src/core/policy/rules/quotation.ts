import type { JudgedQuotation, PolicyContext, Rule } from '../context'
import type { FindingLevel } from '../types'
import { blockAt } from '../../manuscript'
import { countWords, isBody, shown } from './places'
import { restored } from './restored'
import { isStitched } from './stitched'
import { perUtterance } from './utterance'

/**
 * How heavy an orphan or unsourced quotation weighs (d16, "S-1, Q-2 levels"): a whole sentence or five words and more
 * blocks, two to four must be acknowledged, one word is a note, and so is what is set as a title.
 */
function weightOf(words: string): FindingLevel {
  const count = countWords(words)
  if (isTitle(words)) return 'note'
  if (count >= 5) return 'block'
  if (count === 1) return 'note'
  return /^[\p{Lu}].*[.!?]["'”’]?$/u.test(words.trim()) && count > 2 ? 'block' : 'acknowledge'
}

/** Whether words are set as a title is: three and more of them, and nearly all longer ones with a capital. */
function isTitle(words: string): boolean {
  const long = words.match(/[\p{L}’']{4,}/gu) ?? []
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length
  return long.length >= 3 && capitals / long.length >= titleShare
}
const titleShare = 0.8

const inMarks = ({ quotation }: JudgedQuotation) => quotation.type !== 'indirect'
const inPlaces = (places: number) => (places > 1 ? ` (${places} places)` : '')

/** Quote integrity and attribution: the rules of d2 and d3 that stand on the finder and the source check. */
export const quotationRules: readonly Rule[] = [
  {
    id: 'S-1',
    title: 'Every direct quotation has a speaker',
    level: 'block',
    source: 'RT-ES; GU-Q; d16 S-1 levels',
    check(context) {
      return perUtterance(context, orphansOf(context), (one, words, places) => ({
        level: isBody(blockAt(context.story, one.quotation.start)!) ? weightOf(words) : lighter(weightOf(words)),
        message:
          isUnsourced(context, one) && !one.checked
            ? `Nobody is named as saying “${shown(words)}”${inPlaces(places)}, and no attached source has it. Set the speaker, link the passage, or say it is no quotation.`
            : `Nobody is named as saying “${shown(words)}”${inPlaces(places)}. Set the speaker, or say it is no quotation.`,
      }))
    },
  },
  {
    id: 'Q-1',
    title: 'Words in quotation marks are the source’s words',
    level: 'block',
    source: 'RT-Q; NYT-I; AP-Q; V-1 to V-8',
    check(context) {
      if (context.sources === 0) return []
      // What was put together from two places has rules of its own (Q-4, Q-15).
      const altered = context.quotations.filter(
        ({ check, checked }) => check?.verdict === 'differs' && !checked && !isStitched(check),
      )
      return perUtterance(context, altered, (one, words, places) => {
        const fix = restored(context, one)
        return {
          message: `“${shown(words)}” differs from its source${inPlaces(places)}: ${difference(one.check!)}.`,
          ...(fix.length > 0 ? { fix } : {}),
        }
      })
    },
  },
  {
    id: 'Q-2',
    title: 'A quotation stands on a source or is vouched for',
    level: 'block',
    source: 'NYT-I; AP-Q; GU-Q; d16 Q-2 levels',
    check(context) {
      // What nobody says either is one cause, and S-1 tells of it (d16).
      const orphans = new Set(orphansOf(context).map(({ key }) => key))
      const unsourced = context.quotations.filter(
        (one) => inMarks(one) && !one.checked && !orphans.has(one.key) && isUnsourced(context, one),
      )
      return perUtterance(context, unsourced, (_, words, places) => ({
        level: weightOf(words),
        message: `“${shown(words)}” is in no attached source${inPlaces(places)}. Attach the source, link the passage, or confirm it as your own reporting.`,
      }))
    },
  },
  {
    id: 'Q-22',
    title: 'A checked quotation that changed is checked again',
    level: 'block',
    source: 'd16 Q-22',
    check: (context) =>
      perUtterance(
        context,
        context.quotations.filter(({ changed }) => changed),
        ({ changed }, words) => ({ message: `“${shown(words)}” was checked and has changed since: ${changed!}.` }),
      ),
  },
  {
    id: 'S-11',
    title: 'A quotation belongs to the right person',
    level: 'block',
    source: 'NPR-CL; d16 S-11',
    check: (context) =>
      perUtterance(
        context,
        context.quotations.filter(
          ({ check, checked, speaker }) => check?.speakerAgrees === false && speaker && !checked,
        ),
        ({ speaker }, words) => ({
          message: `The source gives “${shown(words)}” to somebody else than ${speaker!}.`,
        }),
      ),
  },
]

/** Words in marks that nobody is said to have spoken: those said by somebody elsewhere in the story are the same utterance. */
function orphansOf({ quotations, story }: PolicyContext): JudgedQuotation[] {
  const spokenFor = new Set(quotations.filter(({ speaker }) => speaker).map(({ key }) => key))
  return quotations.filter((one) => {
    const block = blockAt(story, one.quotation.start)
    return (
      inMarks(one) &&
      !one.speaker &&
      !one.quotation.nested &&
      !spokenFor.has(one.key) &&
      block !== undefined &&
      block.type !== 'related' &&
      block.type !== 'notice'
    )
  })
}

/** Whether sources are attached and none of them has the words. */
const isUnsourced = ({ sources }: PolicyContext, { check, quotation }: JudgedQuotation) =>
  sources > 0 && check?.verdict === 'no-source' && !quotation.nested

function lighter(level: FindingLevel): FindingLevel {
  return level === 'block' ? 'acknowledge' : 'note'
}

function difference({ removed, inserted, notes }: NonNullable<JudgedQuotation['check']>): string {
  const parts = [
    ...(removed.length > 0 ? [`the source has ${removed.map((words) => `“${shown(words)}”`).join(', ')}`] : []),
    ...(inserted.length > 0 ? [`the story has ${inserted.map((words) => `“${shown(words)}”`).join(', ')}`] : []),
    ...(notes.includes('negation') ? ['a negation changed'] : []),
    ...(notes.includes('source-prose') ? ['the source says it in its own words, and nobody says it'] : []),
    ...(notes.includes('stitched') ? ['it is put together from two places'] : []),
  ]
  return parts.length > 0 ? parts.join('; ') : 'the words are not the same'
}

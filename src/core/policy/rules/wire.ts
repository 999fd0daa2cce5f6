import { tokenize } from '../../language'
import type { StoryText } from '../../manuscript'
import { versionName } from '../../record'
import type { Fault, Rule, WireTerms } from '../context'
import { isStory, shown, textOf } from './places'

/** What agencies ask of whoever uses their items (d7), and what became of an item since (Q-26). */
export const wireRules: readonly Rule[] = [
  {
    id: 'W-1',
    title: 'Editor’s notes of the wire never reach readers',
    level: 'block',
    source: 'AP-F; ninjs edNote',
    check({ story, wire = [] }) {
      return wire.flatMap((item) => {
        const found = noteIn(story, item.editorsNote)
        return found
          ? [
              {
                ...found,
                message: `These are words of the editor’s note of ${named(item)}. They are not for readers.`,
                fix: [{ ...found, text: '', label: 'Cut them' }],
              },
            ]
          : []
      })
    },
  },
  {
    id: 'W-2',
    title: 'Usage terms of the wire are obeyed',
    level: 'block',
    source: 'AP-F',
    check: ({ wire = [] }) =>
      wire
        .filter(({ used, usage }) => used && usage !== undefined && restricts(usage))
        .map((item) => ({
          message: `${named(item)} came with terms: “${shown(item.usage!, 120)}”. Sign that the story keeps them.`,
          about: `${item.id} ${item.usage}`,
        })),
  },
  {
    id: 'W-3',
    title: 'An embargo holds until its hour',
    level: 'block',
    source: 'ninjs embargoedUntil',
    check: ({ wire = [], now }) =>
      wire
        .filter(({ used, embargo }) => used && embargo !== undefined && Date.parse(embargo) > Date.parse(now))
        .map((item) => ({
          message: `${named(item)} is under embargo until ${hourOf(item.embargo!)}. Publish after that, or cut what stands on it.`,
          about: `${item.id} ${item.embargo}`,
        })),
  },
  {
    id: 'W-4',
    title: 'No killed or withheld item stands in the story',
    level: 'block',
    source: 'ninjs pubStatus; AP-C; Q-26',
    check: ({ wire = [] }) =>
      wire.flatMap((item) => {
        if (!item.used) return []
        const said = (what: 'killed' | 'withheld') => item.status === what || item.news?.what === what
        if (said('killed'))
          return [
            {
              message: `${named(item)} was killed by its agency. Cut what stands on it, or publish a kill.`,
              about: `${item.id} killed`,
            },
          ]
        if (said('withheld'))
          return [
            {
              message: `${named(item)} is withheld by its agency. Wait for its release, or cut what stands on it.`,
              about: `${item.id} withheld`,
            },
          ]
        return []
      }),
  },
  {
    id: 'W-6',
    title: 'The newest version of the wire was read',
    level: 'acknowledge',
    source: 'AP-C; Q-26',
    check: ({ wire = [] }) =>
      wire
        .filter(({ used, news }) => used && (news?.what === 'newer' || news?.what === 'corrected'))
        .map((item) => ({
          message:
            item.news!.what === 'corrected'
              ? `${named(item)} was corrected since it was attached. Read what changed before publishing.`
              : `A newer version of ${named(item)} has come. Read what changed before publishing.`,
          about: `${item.id} ${item.news!.item}`,
        })),
  },
]

/** "2026-10-06 18:00 UTC"; a time that came with another zone, or with none, is told so. */
function hourOf(time: string): string {
  const [, day, clock, zone] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(time) ?? []
  if (day === undefined) return time
  return `${day} ${clock}${zone === 'Z' ? ' UTC' : zone ? ` (${zone})` : ''}`
}

const named = ({ agency, slug, version }: WireTerms): string =>
  [agency ?? 'A source', slug, version && versionName(version)].filter(Boolean).join(' ')

// Terms that ask for a credit are what C-1 sees to; who owns an item restricts nothing by itself.
const asksForCredit = /^\W*(?:credit mandatory|mandatory credit|must credit\b[^.]*)\W*$/i
const owned =
  /^\W*(?:(?:copyright|©|\(c\))[^.]*\.?\s*)+(?:all rights reserved\.?)?(?:\s*this material may not be published[^.]*\.?)?\W*$/i

function restricts(usage: string): boolean {
  return usage.trim() !== '' && !asksForCredit.test(usage) && !owned.test(usage)
}

// A shorter run of a note ("adds quotes") stands in stories by chance.
const leastRun = 5

/** The longest run of a note's words in what readers see, where it is long enough to be no chance. */
function noteIn(
  story: StoryText,
  note: string | undefined,
): (Pick<Fault, 'start' | 'end'> & { start: number; end: number }) | undefined {
  const wanted = wordsOf(note ?? '')
  if (wanted.length < leastRun) return undefined
  let best: { start: number; end: number; run: number } | undefined
  for (const block of story.blocks.filter(isStory)) {
    const words = wordsOf(textOf(story, block))
    for (let at = 0; at + leastRun <= words.length; at++)
      for (let from = 0; from + leastRun <= wanted.length; from++) {
        let run = 0
        while (words[at + run] && words[at + run]!.word === wanted[from + run]?.word) run++
        if (run >= leastRun && run > (best?.run ?? 0))
          best = { start: block.start + words[at]!.start, end: block.start + words[at + run - 1]!.end, run }
      }
  }
  return best && { start: best.start, end: best.end }
}

const wordsOf = (text: string) =>
  tokenize(text)
    .filter(({ kind }) => kind !== 'mark')
    .map(({ start, end }) => ({ start, end, word: text.slice(start, end).toLowerCase() }))

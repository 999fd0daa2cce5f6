import { blockAt, type Range, type StoryText } from '../manuscript'
import { sourceCode } from './credit-verdicts'
import { findCredits, type FoundCredit } from './credits'
import type { Passage, Provenance, SourceText } from './types'

/** A state of a story, traced. */
export interface TracedStory {
  story: StoryText
  provenance: Pick<Provenance, 'sentences' | 'shares'>
}

/** A revision: the traced story, and who made it and when (ISO 8601). */
export interface TracedRevision extends TracedStory {
  number: number
  by: string
  at: string
}

/** A credit that a revision had and the story has no more, while the words that it is for still stand. */
export interface DroppedCredit {
  agency: string
  /** A line of credit ("with AP inputs", a byline), or a mention in the text ("told AP"). */
  form: 'line' | 'in-text'
  /** The credit as it stood, and the last revision that had it. */
  words: string
  last: { number: number; by: string; at: string }
  /** The revision that came without it; absent when the draft did. */
  dropped?: { number: number; by: string; at: string }
  /** Words of the story that stand on the agency's, in the story's text. */
  stands: Range
}

/**
 * The credits lost in editing (C-17): held against the present story, revision by revision, the newest that had the credit
 * and the one after it. `revisions` are the story's, oldest first. Pure: the same states give the same answer.
 */
export function droppedCredits(
  revisions: readonly TracedRevision[],
  now: TracedStory,
  sources: readonly SourceText[],
): DroppedCredit[] {
  const codes = new Map(sources.map((source) => [source.id, sourceCode(source)]))
  const present = formsOf(findCredits(now.story))
  const dropped: DroppedCredit[] = []
  const told = new Set<string>()
  for (let at = revisions.length - 1; at >= 0; at--) {
    const revision = revisions[at]!
    for (const credit of findCredits(revision.story)) {
      const { agency } = credit
      const form = credit.kind === 'in-text' ? 'in-text' : 'line'
      const key = `${form} ${agency}`
      if (agency === undefined || told.has(key)) continue
      told.add(key)
      if (present.has(key) || (form === 'line' && present.has('line agencies'))) continue
      const stands = form === 'line' ? wordsOf(agency, now, codes) : wordsBeside(credit, revision, now)
      if (!stands) continue
      const after = revisions[at + 1]
      dropped.push({
        agency,
        form,
        words: creditWords(revision.story, credit),
        last: stampOf(revision),
        ...(after ? { dropped: stampOf(after) } : {}),
        stands,
      })
    }
  }
  return dropped
}

const stampOf = ({ number, by, at }: TracedRevision) => ({ number, by, at })

function formsOf(credits: readonly FoundCredit[]): Set<string> {
  return new Set(
    credits.map(
      ({ kind, agency, generic }) => `${kind === 'in-text' ? 'in-text' : 'line'} ${generic ? 'agencies' : agency}`,
    ),
  )
}

/** The first sentence that stands on an agency's copy. */
function wordsOf(agency: string, { provenance }: TracedStory, codes: ReadonlyMap<string, string>): Range | undefined {
  const sentence = provenance.sentences.find(
    ({ level, from }) => level !== 'original' && from.some(({ source }) => codes.get(source) === agency),
  )
  return sentence && { start: sentence.start, end: sentence.end }
}

/** The present sentence that stands on what the credit's paragraph stood on. */
function wordsBeside(credit: FoundCredit, { story, provenance }: TracedStory, now: TracedStory): Range | undefined {
  const block = blockAt(story, credit.start)
  if (!block) return undefined
  const passages = provenance.sentences
    .filter(({ start, end }) => start >= block.start && end <= block.end)
    .flatMap(({ from }) => from)
  const sentence = now.provenance.sentences.find(({ from }) =>
    from.some((one) => passages.some((other) => meet(one, other))),
  )
  return sentence && { start: sentence.start, end: sentence.end }
}

const meet = (a: Passage, b: Passage) => a.source === b.source && a.start < b.end && b.start < a.end

/** The credit with the words that lead to it: "told AP". */
function creditWords({ text }: StoryText, { start, end, kind }: FoundCredit): string {
  const lead =
    kind === 'in-text' ? (/(?:\S+\s+){0,2}$/.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? '') : ''
  return `${lead}${text.slice(start, end)}`.replace(/\s+/g, ' ').trim()
}

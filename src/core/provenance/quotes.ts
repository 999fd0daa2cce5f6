import type { Range, StoryText } from '../manuscript'
import type { Quotation } from '../quotations'
import { besideNegation, checkFragment, isNegation, type Found } from './quote-check'
import type { QuoteIndex } from './quote-index'
import { speakerAgrees } from './speakers'
import type { QuoteCheck } from './types'

/**
 * One check for each fragment of each quotation. Fragments of one utterance that the source says in one breath are whole
 * together: splitting a quotation with a cue of one's own alters nothing (V-8).
 */
export function checkQuotations(
  index: QuoteIndex,
  story: StoryText,
  quotations: readonly Quotation[],
  look: typeof checkFragment = checkFragment,
): QuoteCheck[] {
  const checks: QuoteCheck[] = []
  const utterances = new Map<string, { found: Found; check: QuoteCheck }[]>()
  for (const quotation of quotations) {
    for (const fragment of quotation.fragments) {
      const found = look(index, story.text, fragment)
      const check: QuoteCheck = { ...found.check, quotation: quotation.id, notes: [...found.check.notes] }
      if (found.first >= 0 && check.verdict !== 'differs' && besideNegation(found, story.text, fragment)) {
        const denial = opensWith(found, story.text, fragment)
        if (denial) {
          check.verdict = 'differs'
          check.removed = [denial, ...check.removed]
          check.notes.push('negation')
        } else check.notes.push('beside-negation')
      }
      const agrees = speakerAgrees(found, quotation, story.text)
      if (agrees !== undefined) check.speakerAgrees = agrees
      checks.push(check)
      const key = quotation.utterance ?? quotation.id
      const parts = utterances.get(key)
      if (parts) parts.push({ found, check })
      else utterances.set(key, [{ found, check }])
    }
  }
  for (const parts of utterances.values()) mend(parts)
  return checks
}

/**
 * The negation with which the source's quotation opens, when the story's leaves it out and opens a sentence: with nothing
 * before it that could deny it in the story's own words, the quotation says the opposite.
 */
function opensWith({ source, first }: Found, text: string, { start }: Range): string | undefined {
  if (!source || first <= 0 || source.opensAt[first - 1] !== 1) return undefined
  const opensSentence = /(?:^|\n|[.!?:]["”’)]*\s+)["“‘'«]?$/.test(text.slice(Math.max(0, start - 8), start))
  return opensSentence && isNegation(source.words[first - 1]!) ? source.words[first - 1]!.text : undefined
}

/** Takes "marked" from fragments that are only marked because the story split what the source has whole. */
function mend(parts: readonly { found: Found; check: QuoteCheck }[]) {
  parts.forEach(({ found, check }, at) => {
    if (check.verdict !== 'marked' || !found.plain) return
    const follows = parts.some((other, place) => place !== at && adjacent(other.found, found))
    const leads = parts.some((other, place) => place !== at && adjacent(found, other.found))
    if ((found.opens || follows) && (found.ends || leads)) check.verdict = 'typographic'
  })
}

function adjacent(one: Found, next: Found): boolean {
  if (!one.source || one.source !== next.source) return false
  if (next.first === one.last + 1) return true
  for (let at = one.last + 1; at < next.first; at++) if (!one.source.cue[at]) return false
  return next.first > one.last
}

export type { Range }

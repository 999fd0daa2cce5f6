import { build, trim, type Candidate, type Content } from './candidate'
import { span } from './clauses'
import { contentsOf } from './contents'
import type { Cue } from './cue'
import { cuesOf, type Place } from './cues'
import { looseMarks, type Carrier } from './loose'
import type { Clauses, Unit } from './units'

/** Reads every sentence of a block: each cue with what it reports. */
export function candidatesOf(
  sentences: readonly Clauses[],
  place: Place,
): { candidates: Candidate[]; carrier?: Carrier } {
  const found: Candidate[] = []
  let group = 0
  let carrier: Carrier | undefined
  for (const [index, sentence] of sentences.entries()) {
    const { units } = sentence
    const cues = cuesOf(sentence, place)
    const taken = new Map<number, Candidate>() // quote unit -> the candidate that holds it
    const claimedTo = { end: sentence.start }
    const local: { candidate: Candidate; content: Content }[] = []
    const groups = new Map<number, number>() // first unit of a cue's subject -> its group
    for (const [order, cue] of cues.entries()) {
      // "said …, adding that …": one utterance in two breaths.
      const going = cue.shared && cue.form === 'ing' ? groups.get(cue.subject?.first ?? -1) : undefined
      const own = going ?? ++group
      if (cue.subject && !groups.has(cue.subject.first)) groups.set(cue.subject.first, own)
      const contents = contentsOf(sentence, cue, cues, order, claimedTo.end, taken)
      const mine: Candidate[] = []
      for (const content of contents) {
        const trimmed = trim(units, content)
        if (!trimmed) continue
        const candidate = build(units, { ...content, ...trimmed }, cue, own, index)
        const outer = local.find(({ content: other }) => other.first <= trimmed.first && other.last >= trimmed.last)
        if (outer && (candidate.type !== 'indirect' || outer.candidate.start === candidate.start)) {
          // The same words told twice over: the nearer cue has them when they stand in marks.
          if (candidate.type === 'direct' && outer.candidate.type === 'direct') continue
        }
        if (!outer && local.some(({ content: other }) => other.first <= trimmed.last && other.last >= trimmed.first))
          continue
        if (outer && candidate.type === 'direct' && !ownWords(units, cue)) continue
        if (candidate.type === 'indirect' && (outer || !reports(cue, candidate))) continue
        mine.push(candidate)
        local.push({ candidate, content: { ...content, ...trimmed } })
        for (let at = trimmed.first; at <= trimmed.last; at++)
          if (units[at]!.kind === 'quote' && !taken.has(at)) taken.set(at, candidate)
      }
      // Halves round one cue are one clause: when the writer lends words to one, the whole is mixed.
      if (mine.some(({ type }) => type !== 'direct'))
        for (const one of mine) if (one.type === 'direct') one.type = 'mixed'
    }
    const base = found.length
    for (const { candidate, content } of local) {
      const outer = local.findIndex(
        ({ content: other }) =>
          other !== content &&
          other.first <= content.first &&
          other.last >= content.last &&
          other.last - other.first > content.last - content.first,
      )
      if (outer >= 0) candidate.outer = base + outer
    }
    // A credit to an agency in the sentence covers all that is said in it.
    const credit = cues.find((cue) => cue.kind === 'according')
    for (const { candidate } of local) {
      if (credit?.subject) candidate.credit = span(units, credit.subject)
      found.push(candidate)
    }
    carrier = looseMarks(
      { sentence, index, heading: place === 'heading', cues, taken, found, newGroup: () => ++group },
      carrier,
    )
  }
  // Words in marks that share a headline with others are part of it, not the whole.
  if (place === 'heading' && sentences.length > 1)
    for (const one of found) if (one.rule === 'stands alone') one.type = 'mixed'
  return { candidates: found, ...(carrier && { carrier }) }
}

/** Whether a cue inside what somebody else reports has its own words in marks: "said that Ruiz called it “an insult”". */
const ownWords = (units: readonly Unit[], cue: Cue) =>
  /[sa]/.test(cue.verb.frames) &&
  !cue.governs &&
  !!cue.subject &&
  !/^(?:that|which)$/.test(units[cue.subject.last]!.lower)

/** Thoughts that news copy reports as if they were said: "she thinks the tax will rise", "the study found that …". */
const spokenThoughts = new Set(['think', 'believe', 'find', 'reckon', 'argue', 'feel'])
/** What verbs of statement do to a thing: it was said. Others ("praised the plan") tell of an attitude, and need marks. */
const statements = new Set(
  `announce declare propose suggest deny confirm acknowledge admit concede claim allege report reveal disclose recommend request demand emphasize emphasise
  stress underscore reiterate repeat predict forecast promise pledge vow describe call explain detail outline state note estimate warn accuse say write tweet
  insist offer threaten according noun advise tell mention criticize criticise dispute`.split(/\s+/),
)

/**
 * Whether words without marks are reported speech: a clause after a verb of saying, or the thing a statement is about.
 * Thoughts and attitudes ("hopes that …", "praised the plan") are not, nor a bare "that" ("The minister denied that").
 */
function reports(cue: Cue, { made }: Candidate): boolean {
  if (made.first === made.last) return false
  if (cue.kind !== 'verb') return true
  // "responded to the letter", "agreed with him": what was answered, not what was said.
  if (cue.governs && /^(?:to|with|at|upon)$/.test(cue.governs)) return false
  const { lemma, frames } = cue.verb
  if (!/[stwnai]/.test(frames)) return spokenThoughts.has(lemma)
  return made.rule !== 'phrase after cue' || statements.has(lemma)
}

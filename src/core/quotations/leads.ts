import { isMark, mainSubject, subjectBefore, verbal, type Phrase } from './clauses'
import type { Cue } from './cue'
import type { Clauses } from './units'
import type { Reading } from './why'
import { possessives } from './words'

export interface Lead {
  speaker: Phrase
  cue?: Phrase
  rule: Reading
}

/** Who leads into the words in marks at `at`: "As Ruiz put it, “…”", "Ruiz agreed: “…”", "From the report: “…”", "Ruiz: “…”". */
export function leadBefore(sentence: Clauses, at: number, cues: readonly Cue[]): Lead | undefined {
  const { units, start, end } = sentence
  const stop = at - 1
  if (stop < start) return undefined
  if (!isMark(units[stop], ':,—–')) return undefined
  const colon = isMark(units[stop], ':')
  // "Kept from headlines - Ana Ruiz: “…”": what stands before a dash is another matter.
  let opening = start
  for (let index = stop - 1; index > start; index--)
    if (
      isMark(units[index], '—–-') &&
      units[index - 1]!.end < units[index]!.start &&
      units[index]!.end <= units[index + 1]!.start
    ) {
      if (colon && stop - index <= 12) opening = index + 1
      break
    }
  const here = { units, start: opening, end: stop }
  const cue = cues.findLast((one) => one.last < at && one.subject && one.subject.first >= opening)
  const words = inWordsOf({ units, start, end: stop })
  if (words) return { speaker: words, rule: 'in the speaker’s words' }
  if (cue && (colon || /[sqtwi]/.test(cue.verb.frames)))
    return { speaker: cue.subject!, cue: { first: cue.first, last: cue.last }, rule: 'led in by a stop' }
  const like = units[stop - 1]
  if (
    like?.lower === 'like' &&
    units[stop - 2] &&
    (units[stop - 2]!.auxiliary || /['’](?:s|m|re)$/.test(units[stop - 2]!.text))
  ) {
    const verb = stop - 2
    const speaker = units[verb]!.auxiliary
      ? subjectBefore({ units, start, end: stop }, verb)
      : { first: verb, last: verb }
    if (speaker) return { speaker, cue: { first: stop - 1, last: stop - 1 }, rule: 'led in by “like”' }
  }
  if (units[start]!.lower === 'as') {
    // "As Ruiz put it, “…”": the subject of the clause that "as" opens.
    for (let verb = start + 2; verb < stop; verb++) {
      if (!verbal(units[verb]!) && !/..ed$/.test(units[verb]!.lower)) continue
      const speaker = subjectBefore({ units, start: start + 1, end: stop }, verb)
      if (speaker) return { speaker, cue: { first: verb, last: verb }, rule: 'as … put it' }
    }
  }
  const subject = mainSubject(here, stop)
  if (subject) return { speaker: subject, rule: 'led in by a stop' }
  if (!colon) return undefined
  // No verb: "Ruiz:", "From the report:", "Ana Ruiz, mayor:"
  let first = opening
  if (units[first]!.preposition && first + 1 < stop) first++
  if (stop - first > 12) return undefined
  let last = first
  while (last + 1 < stop && !isMark(units[last + 1], ',(')) last++
  return units[first]!.kind === 'word' ? { speaker: { first, last }, rule: 'named before a colon' } : undefined
}

/** A line that is a name and no more ("Ana Ruiz, mayor of Salem"): it heads the words below it. */
export function nameLine({ units, start, end }: Clauses): Phrase | undefined {
  if (end - start > 12 || !units[start]!.capital) return undefined
  let last = start
  let names = 0
  for (let at = start; at < end; at++) {
    const unit = units[at]!
    if (unit.kind === 'quote' || verbal(unit) || unit.cue || isMark(unit, '.?!;')) return undefined
    if (last === at - 1 && unit.kind === 'word' && unit.capital) last = at
    if (at <= last && unit.capital && !unit.determiner) names++
  }
  return names >= 2 && last - start < 6 ? { first: start, last } : undefined
}

/** "in Ruiz's words", "in the words of Ruiz", "in her words": whose words follow. */
export function inWordsOf({ units, start, end }: Clauses): Phrase | undefined {
  for (let at = end - 1; at > start && at > end - 12; at--) {
    if (units[at]!.lower !== 'words') continue
    if (units[at + 1]?.lower === 'of' && at + 2 < end) return { first: at + 2, last: end - 1 }
    let first = at - 1
    while (first > start && /^(?:own|exact|very)$/.test(units[first]!.lower)) first--
    const last = first
    if (units[last]!.determiner && possessives.has(units[last]!.lower)) return { first: last, last }
    if (!/['’]s?$/.test(units[last]!.text)) return undefined
    while (first - 1 > start && units[first - 1]!.kind === 'word' && !units[first - 1]!.preposition) first--
    return { first, last }
  }
  return undefined
}

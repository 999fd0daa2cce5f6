import type { Range } from '../manuscript'
import { phraseAfter, span, verbal } from './clauses'
import type { Cue } from './cue'
import type { Unit } from './units'
import { venueNouns } from './words'

/** To whom and where: "told AP", "to Reuters", "in a statement", "on X". */
export function circumstances(units: readonly Unit[], cue: Cue): { agency?: Range; venue?: Range } {
  const from = cue.inverted && cue.subject ? cue.subject.last + 1 : cue.last + 1
  const found: { agency?: Range; venue?: Range } = {}
  const told = /^(?:tell|inform|remind|assure|advise)$/.test(cue.verb.lemma)
  for (let at = from; at < units.length && at < from + 14; at++) {
    const unit = units[at]!
    if (
      unit.kind === 'quote' ||
      (unit.kind === 'mark' && /^[.;:]$/.test(unit.text)) ||
      (unit.lower === 'that' && at > from)
    )
      break
    const receives = (told && at === from) || /^(?:to|with|by)$/.test(unit.lower)
    if (receives && !found.agency) {
      const whom = phraseAfter(
        { units: units as Unit[], start: 0, end: units.length },
        unit.preposition && unit.lower !== 'the' ? at + 1 : at,
        8,
      )
      if (whom && units[whom.last]!.kind === 'word') found.agency = span(units, whom)
    }
    if (!found.venue && /^(?:in|on|at|via|during|through)$/.test(unit.lower)) {
      for (let index = at + 1; index < units.length && index < at + 6; index++) {
        const word = units[index]!
        if (word.kind !== 'word' || verbal(word)) break
        if (venueNouns.has(word.lower) && (!word.capital || word.text.length > 1 || unit.lower === 'on')) {
          found.venue = { start: unit.start, end: word.end }
        }
      }
    }
  }
  return found
}

import { phraseAfter } from './clauses'
import type { Cue } from './cue'
import { headingCue } from './heading-cue'
import { nounCue } from './noun-cue'
import { tagAfter } from './tags'
import type { Clauses } from './units'
import { verbCue } from './verb-cue'
import { nounCues, type CueVerb } from './verbs'

const according: CueVerb = { lemma: 'according', frames: 'sn' }

/** Headings are written without verbs: what stands there is read with their grammar too. */
export type Place = 'heading' | 'body'

/** The cues of a sentence, in order. */
export function cuesOf(sentence: Clauses, place: Place = 'body'): Cue[] {
  const { units, start, end } = sentence
  const colon = place === 'heading' ? headingCue(sentence) : undefined
  if (colon) return [colon]
  const found: Cue[] = []
  for (let at = start; at < end; at++) {
    const unit = units[at]!
    if (unit.kind === 'quote') {
      const tag = tagAfter(sentence, at)
      if (tag) {
        found.push(tag)
        at = Math.max(tag.last, tag.subject!.last)
      }
      continue
    }
    if (unit.kind !== 'word') continue
    if (unit.lower === 'according' && units[at + 1]?.lower === 'to') {
      const subject = phraseAfter(sentence, at + 2, 24)
      if (subject)
        found.push({
          kind: 'according',
          at,
          first: at,
          last: at + 1,
          verb: according,
          form: 'ing',
          subject,
          inverted: true,
          shared: false,
          passive: false,
          clause: at,
        })
      at++
      continue
    }
    if (nounCues.has(unit.lower) && !unit.capital) {
      const cue = nounCue(sentence, at)
      if (cue) {
        found.push(cue)
        continue
      }
    }
    if (!unit.cue) continue
    const cue = verbCue(sentence, at, found)
    if (cue) {
      found.push(cue)
      at = cue.last
    }
  }
  return found
}

import type { Phrase } from './clauses'
import type { CueVerb, VerbForm } from './verbs'

export type CueKind = 'verb' | 'according' | 'noun' | 'colon'

/** A cue in a sentence, with its subject. `first`–`last` are the units of the whole group ("has also told"). */
export interface Cue extends Phrase {
  kind: CueKind
  at: number
  verb: CueVerb
  form: VerbForm
  subject?: Phrase
  /** The subject follows: "said Smith". */
  inverted: boolean
  /** The subject is that of an earlier verb: ", adding", "and said". */
  shared: boolean
  passive: boolean
  /** The verb's own preposition, when it governs what was said: "called for". */
  governs?: string
  /** First unit of the cue's clause: its subject, or the group. */
  clause: number
  /** The words in marks whose attribution this is: “…,” she said. */
  beside?: number
  /** How it is told, when not by its verb. */
  tag?: 'signed after a dash' | 'in the speaker’s words'
}

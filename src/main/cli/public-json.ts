// The public JSON is what docs/cli.md says and no more: what screens need besides stays inside.
import type { Change, Comparison } from '@core/comparison'
import type { CheckNote, Provenance, QuoteCheck } from '@core/provenance'

/** A comparison as its page has it. */
export function publicComparison({ ops, changes, summary }: Comparison) {
  return { ops, changes: changes.map(publicChange), summary }
}

function publicChange({ id, kind, old, new: now, oldText, newText, touches }: Change) {
  return { id, kind, ...(old ? { old } : {}), ...(now ? { new: now } : {}), oldText, newText, touches }
}

/** Where a story's words come from, as its page has it. */
export function publicProvenance({ level, sentences, spans, quotes, credits }: Provenance) {
  return { level, sentences, spans, quotes: quotes.map(publicCheck), credits }
}

// What became of brackets is told by the rule Q-8, not by the check.
const inner: ReadonlySet<CheckNote> = new Set<CheckNote>([
  'round-brackets',
  'insertion-kept',
  'insertion-dropped',
  'insertion-changed',
])

const publicCheck = (check: QuoteCheck) => ({ ...check, notes: check.notes.filter((note) => !inner.has(note)) })

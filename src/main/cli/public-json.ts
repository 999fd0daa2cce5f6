// The public JSON is what docs/cli.md says and no more: what screens need besides stays inside.
import type { Change, Comparison } from '@core/comparison'
import type { Provenance, QuoteCheck } from '@core/provenance'

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

const publicCheck = (check: QuoteCheck) => ({
  ...check,
  notes: check.notes.filter((note) => note !== 'round-brackets'),
})

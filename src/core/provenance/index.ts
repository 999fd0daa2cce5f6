export type * from './types'
export {
  createProvenanceIndex,
  traceProvenance,
  type ProvenanceIndex,
  type ProvenancePolicy,
  type TraceInput,
} from './trace'
export { checkFragment, besideNegation } from './quote-check'
export { indexQuotes } from './quote-index'
export { foldQuote, quoteParts } from './fold-quote'
export { houseForm, refusal, type HousePair } from './house-style'
export { findCredits, type FoundCredit } from './credits'
export { sourceCode, tierOf } from './credit-verdicts'
export { thresholds } from './thresholds'
export { createBasketIndex, type BasketIndex, type BasketItem, type Proposal } from './basket'
export { basketPrint, printVersion } from './basket-print'
export type { HedgeKind } from './hedge-words'
export { droppedCredits, type DroppedCredit, type TracedRevision, type TracedStory } from './ledger'

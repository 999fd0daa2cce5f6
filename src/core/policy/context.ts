import type { Annotation } from '../annotations'
import type { StoryText } from '../manuscript'
import type { DroppedCredit, Provenance, QuoteCheck, SourceText } from '../provenance'
import type { NotQuotation, Quotation } from '../quotations'
import type { Source } from '../record'
import type { Finding, FindingLevel, Policy } from './types'

/** A quotation as the rules see it: with the speaker after rulings and its check against the sources. */
export interface JudgedQuotation {
  quotation: Quotation
  speaker?: string
  check?: QuoteCheck
  /** The folded words, the same for every appearance. */
  key: string
  /** A person confirmed it, or vouched for it, and nothing changed since. */
  checked: boolean
  /** What changed since it was checked. */
  changed?: string
}

/** An attached item as its agency sent it, without its text. Times are ISO 8601. */
export interface WireTerms extends Pick<
  Source,
  'id' | 'agency' | 'slug' | 'version' | 'language' | 'usage' | 'embargo' | 'editorsNote' | 'status' | 'news'
> {
  /** Words of the story stand on it. */
  used: boolean
}

/** All that a rule may look at. Offsets are into `story.text`; `now` is ISO 8601. */
export interface PolicyContext {
  story: StoryText
  quotations: readonly JudgedQuotation[]
  notQuotations: readonly NotQuotation[]
  provenance: Provenance
  annotations: readonly Annotation[]
  /** How many sources are attached; rules that need one are not evaluated at 0. */
  sources: number
  /** What agencies say of the attached items: terms, embargo, notes, kills. */
  wire?: readonly WireTerms[]
  /** The sources' own words, to show beside the story's. */
  sourceTexts: readonly SourceText[]
  /** Credits that earlier revisions had and the story lost. */
  ledger?: readonly DroppedCredit[]
  policy: Policy
  now: string
}

/** A fault as a rule reports it; the gate adds rule, level and cause. */
export interface Fault {
  /** Only where it differs from the rule's level. */
  level?: FindingLevel
  start?: number
  end?: number
  message: string
  fix?: NonNullable<Finding['fix']>
  places?: NonNullable<Finding['places']>
  /** What is at fault, stable while the fault stands; the words at fault when left out. */
  about?: string
}

/** A rule of the house: data about itself, and a pure check. */
export interface Rule {
  /** Id in the house rules ("H-1") or "copy/…". */
  id: string
  title: string
  level: FindingLevel
  /** The handbook or amendment it comes from. */
  source: string
  check(context: PolicyContext): Fault[]
}

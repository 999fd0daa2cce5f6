import type { Range } from '../manuscript'

export type FindingLevel = 'block' | 'acknowledge' | 'note'

/** What a rule found. `cause` names the fault itself, so that a ruling on it holds while the fault stands. */
export interface Finding {
  rule: string
  level: FindingLevel
  start?: number
  end?: number
  message: string
  fix?: (Range & { text: string; label?: string })[]
  /** Other places of the same cause. */
  places?: Range[]
  cause: string
}

/** A house's rules: what is on, how heavy, and the wordings it uses. Data, kept with the library. */
export interface Policy {
  name: string
  /** Levels that differ from a rule's own; 'off' turns it off. */
  rules: Record<string, FindingLevel | 'off'>
  /** Rules that may be waived or owed with a reason; block-level rules not listed in `never`. */
  neverWaive: string[]
  /** Wording of the credit line; `{agencies}` stands for the names. */
  creditLine: string
  dialect: 'en-US' | 'en-GB' | 'en-IN'
  /** Marks for what is put into a quotation: square ones, or the round ones of wire copy (d16, Q-8). */
  quoteInsertions: 'square' | 'round'
  /** Months that published stories and their sources are kept at least. */
  retentionMonths: number
  /** Whether a story is read by somebody else than the one who signs it, or "read alone" with a reason. */
  secondRead: 'off' | 'asked'
}

import type { Policy } from './types'

/** The house policy a new library starts with: every rule at its own level, nothing waived in advance. */
export const defaultPolicy: Policy = {
  name: 'House policy',
  rules: {},
  // Never owed: what would put words in a mouth or break an agency's terms (product.md, "Publishing under pressure").
  neverWaive: ['Q-1', 'Q-4', 'Q-15', 'S-11', 'W-1', 'W-3', 'W-4', 'Q-25'],
  creditLine: '(with {agencies} inputs)',
  dialect: 'en-GB',
  quoteInsertions: 'square',
  // Press Council of India: the basis of a report is kept at least six months.
  retentionMonths: 6,
  secondRead: 'off',
}

import type { Rule } from '../context'
import { copyRules } from './copy'
import { creditRules } from './credit'
import { deskRules } from './desk'
import { displayRules } from './display'
import { quotationRules } from './quotation'
import { timeRules } from './time'
import { typographyRules } from './typography'

/** The rules of the house, in the order of the handbook. */
export const rules: readonly Rule[] = [
  ...deskRules,
  ...quotationRules,
  ...creditRules,
  ...displayRules,
  ...typographyRules,
  ...timeRules,
  ...copyRules,
]

import type { Rule } from '../context'
import { copyRules } from './copy'
import { creditRules } from './credit'
import { deskRules } from './desk'
import { displayRules } from './display'
import { quotationRules } from './quotation'
import { timeRules } from './time'
import { typographyRules } from './typography'
import { wireRules } from './wire'

/** The rules of the house, in the order of the handbook. */
export const rules: readonly Rule[] = [
  ...deskRules,
  ...quotationRules,
  ...creditRules,
  ...wireRules,
  ...displayRules,
  ...typographyRules,
  ...timeRules,
  ...copyRules,
]

import type { Rule } from '../context'
import { copyRules } from './copy'
import { creditRules } from './credit'
import { deskRules } from './desk'
import { displayRules } from './display'
import { hedgeRules } from './hedge'
import { ledgerRules } from './ledger'
import { markedRules } from './marked'
import { nameRules } from './names'
import { outletRules } from './outlets'
import { translationRules } from './translation'
import { quotationRules } from './quotation'
import { reportedRules } from './reported'
import { timeRules } from './time'
import { typographyRules } from './typography'
import { wireRules } from './wire'

/** The rules of the house, in the order of the handbook. */
export const rules: readonly Rule[] = [
  ...deskRules,
  ...quotationRules,
  ...markedRules,
  ...hedgeRules,
  ...reportedRules,
  ...nameRules,
  ...translationRules,
  ...creditRules,
  ...outletRules,
  ...ledgerRules,
  ...wireRules,
  ...displayRules,
  ...typographyRules,
  ...timeRules,
  ...copyRules,
]

import { isMark } from './clauses'
import type { Unit } from './units'
import type { VerbForm } from './verbs'

const complementizers = /^(?:that|whether|if|why|how|what|who)$/

/** Whether a form that may be a noun stands where a verb would. */
export function readsAsVerb(before: Unit | undefined, unit: Unit, next: Unit | undefined, form: VerbForm): boolean {
  if (!before) return form === 'ing'
  if (before.determiner && !before.pronoun) return false
  if (before.preposition && form !== 'ing') return false
  if (form === 'ing')
    return (
      isMark(before, ',—–') ||
      before.kind === 'quote' ||
      before.conjunction ||
      before.preposition ||
      before.auxiliary ||
      before.subordinator ||
      (next !== undefined && complementizers.test(next.lower))
    )
  if (/['’]s?$/.test(before.text)) return false
  if (before.pronoun)
    return !before.determiner || before.lower === 'who' || (next !== undefined && complementizers.test(next.lower))
  const opens =
    next !== undefined &&
    (complementizers.test(next.lower) ||
      next.kind === 'quote' ||
      isMark(next, ',:') ||
      next.determiner ||
      next.pronoun ||
      next.capital ||
      next.lower === 'for' ||
      next.lower === 'on' ||
      next.lower === 'to')
  if (!opens) return false
  const plural = before.kind === 'word' && /[^s]s$/.test(before.lower) && !before.capital
  if (form === 's')
    return (
      before.capital ||
      isMark(before, ',') ||
      before.conjunction ||
      before.kind === 'quote' ||
      before.adverb ||
      (!plural && (complementizers.test(next.lower) || next.pronoun || next.determiner || next.kind === 'quote'))
    )
  if (form === 'past')
    return (
      before.capital || isMark(before, ',)') || before.conjunction || before.kind === 'quote' || before.kind === 'word'
    )
  return (
    (plural || before.capital || before.conjunction || before.lower === 'people') &&
    next !== undefined &&
    (complementizers.test(next.lower) ||
      next.kind === 'quote' ||
      next.pronoun ||
      next.lower === 'for' ||
      (next.determiner && plural))
  )
}

import type { Rule } from '../context'
import { shown } from './places'
import { perUtterance } from './utterance'

const translated = /\btranslat(?:ed|ion)\b/i

/** Quotations across languages: X-1 and X-2 (d10). Languages are told by the wire (BCP 47); what it does not tell is not asked. */
export const translationRules: readonly Rule[] = [
  {
    id: 'X-1',
    title: 'A translated quotation is signed by somebody who read both',
    level: 'acknowledge',
    source: 'RT-TR',
    check(context) {
      const foreign = foreignItems(context)
      if (foreign.length === 0 || foreign.some(isTranslation)) return []
      return perUtterance(context, unmatched(context), (_, words) => ({
        message: `“${shown(words)}” may be translated from ${foreign[0]!.language}: its words cannot be compared. Confirm it when you have read both.`,
      }))
    },
  },
  {
    id: 'X-2',
    title: 'A translation is never translated back into quotation marks',
    level: 'block',
    source: 'RT-TR',
    check(context) {
      const foreign = foreignItems(context)
      if (!foreign.some(isTranslation)) return []
      return perUtterance(context, unmatched(context), (_, words) => ({
        message: `“${shown(words)}” comes from a source that is itself a translation. Use reported speech.`,
      }))
    },
  },
]

type Item = NonNullable<Parameters<Rule['check']>[0]['wire']>[number]

const isTranslation = ({ editorsNote, usage }: Item) => translated.test(`${editorsNote ?? ''} ${usage ?? ''}`)

function foreignItems({ wire = [], policy }: Parameters<Rule['check']>[0]): Item[] {
  const own = policy.dialect.slice(0, 2)
  return wire.filter(({ language }) => language !== undefined && !language.toLowerCase().startsWith(own))
}

function unmatched({ quotations, sources }: Parameters<Rule['check']>[0]) {
  return sources === 0
    ? []
    : quotations.filter(
        ({ quotation, check, checked }) =>
          quotation.type !== 'indirect' && !checked && (check === undefined || check.verdict === 'no-source'),
      )
}

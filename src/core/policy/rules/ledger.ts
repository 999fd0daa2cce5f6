import { agencyName } from '../wording'
import type { Rule } from '../context'
import { creditFix } from './credit-line'
import { shown } from './places'

/** C-17: what editing must not lose. */
export const ledgerRules: readonly Rule[] = [
  {
    id: 'C-17',
    title: 'A credit is never lost in editing',
    level: 'block',
    source: 'b-1: the ledger of words and sources',
    check: ({ ledger = [], policy, story, provenance }) =>
      ledger.map(({ agency, form, words, last, dropped, stands }) => ({
        start: stands.start,
        end: stands.end,
        message: `r${last.number} (${last.by}, ${clock(last.at)}) had “${shown(words)}”. ${
          dropped ? `r${dropped.number} (${dropped.by}, ${clock(dropped.at)}) lost it` : 'The draft lost it'
        }, and words of ${agencyName(agency)} still stand in the story.`,
        about: `${form} ${agency}`,
        ...(form === 'line' ? { fix: creditFix(story, policy, provenance.credits, agency) } : {}),
      })),
  },
]

/** Day and time of an ISO 8601 stamp, to the minute. */
const clock = (at: string) => at.slice(0, 16).replace('T', ' ')

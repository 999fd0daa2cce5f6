import { agencyName } from '../wording'
import type { StoryText } from '../../manuscript'
import type { Fault, Rule } from '../context'
import type { Policy } from '../types'

/** Credits: the words that tell the reader whose copy it is (d5). Not evaluated without a source (d16). */
export const creditRules: readonly Rule[] = [
  {
    id: 'C-1',
    title: 'Agency copy in the story is credited',
    level: 'block',
    source: 'RTA; GU-CODE; NPR-A',
    check: ({ provenance, sources, policy, story }) =>
      sources === 0
        ? []
        : provenance.credits
            .filter(({ verdict }) => verdict === 'missing')
            .map(({ message, agency }) => ({
              message: message || `Copy by ${agencyName(agency)} is used and nobody is told.`,
              about: agency ?? 'generic',
              fix: creditFix(story, policy, agency),
            })),
  },
  {
    id: 'C-2',
    title: 'The credit is strong enough for what was taken',
    level: 'block',
    source: 'RTA; GU-TIER; d16 tiers in numbers',
    check: ({ provenance, sources, policy, story }) =>
      sources === 0
        ? []
        : provenance.credits
            .filter(({ verdict }) => verdict === 'too-weak')
            .map(({ message, agency, start, end }) => ({
              ...(start === undefined || end === undefined ? {} : { start, end }),
              message,
              about: agency ?? 'generic',
              fix: creditFix(story, policy, agency),
            })),
  },
  {
    id: 'C-4',
    title: 'No agency is credited for nothing',
    level: 'acknowledge',
    source: 'GU-CODE',
    check: ({ provenance, sources }) =>
      sources === 0
        ? []
        : provenance.credits
            .filter(({ verdict }) => verdict === 'unused')
            .map(({ message, agency, start, end }) => ({
              ...(start === undefined || end === undefined ? {} : { start, end }),
              message,
              about: agency ?? 'generic',
            })),
  },
  {
    id: 'copy/no-sources',
    title: 'A story is published with its sources on file',
    level: 'acknowledge',
    source: 'd16: with no source attached',
    check: ({ sources, quotations }) => {
      const count = new Set(quotations.filter(({ quotation }) => quotation.type !== 'indirect').map(({ key }) => key))
        .size
      return sources > 0 || count === 0
        ? []
        : [
            {
              message: `No sources: ${count} ${count === 1 ? 'quotation' : 'quotations'} unverified.`,
              about: 'no sources',
            },
          ]
    },
  },
]

/** The credit in the house's wording, as a line of its own at the end. */
function creditFix(story: StoryText, { creditLine }: Policy, agency = 'agency'): NonNullable<Fault['fix']> {
  const line = creditLine.replace('{agencies}', agency)
  const end = lastBodyEnd(story)
  return [{ start: end, end, text: `\n${line}`, label: `Add “${line}”` }]
}

/** Where a credit line goes: after the last block of running text. */
function lastBodyEnd({ blocks, text }: { text: string; blocks: readonly { type: string; end: number }[] }): number {
  const body = blocks.findLast(({ type }) => type === 'paragraph' || type === 'item' || type === 'blockquote')
  return body?.end ?? text.length
}

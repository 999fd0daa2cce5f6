import { agencyName } from '../wording'
import type { Rule } from '../context'

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
            .map((credit) => {
              const line = policy.creditLine.replace('{agencies}', credit.agency ?? 'agency')
              const end = lastBodyEnd(story)
              return {
                message: credit.message || `Copy by ${agencyName(credit.agency)} is used and nobody is told.`,
                about: credit.agency ?? 'generic',
                fix: [{ start: end, end, text: `\n${line}`, label: `Add “${line}”` }],
              }
            }),
  },
  {
    id: 'C-2',
    title: 'The credit is strong enough for what was taken',
    level: 'block',
    source: 'RTA; GU-TIER; d16 tiers in numbers',
    check: ({ provenance, sources }) =>
      sources === 0
        ? []
        : provenance.credits
            .filter(({ verdict }) => verdict === 'too-weak')
            .map(({ message, agency, start, end }) => ({
              ...(start === undefined || end === undefined ? {} : { start, end }),
              message,
              about: agency ?? 'generic',
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

/** Where a credit line goes: after the last block of running text. */
function lastBodyEnd({ blocks, text }: { text: string; blocks: readonly { type: string; end: number }[] }): number {
  const body = blocks.findLast(({ type }) => type === 'paragraph' || type === 'item' || type === 'blockquote')
  return body?.end ?? text.length
}

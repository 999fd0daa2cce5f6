import { agencyName } from '../wording'
import { agenciesIn } from '../../language'
import type { StoryText } from '../../manuscript'
import { sourceCode, thresholds, tierOf, type Credit, type Provenance, type SourceText } from '../../provenance'
import type { Rule } from '../context'
import { creditFix, withoutFix } from './credit-line'

/** Credits: the words that tell the reader whose copy it is (d5). Not evaluated without a source (d16). */
export const creditRules: readonly Rule[] = [
  {
    id: 'C-1',
    title: 'Agency copy in the story is credited',
    level: 'block',
    source: 'RTA; GU-CODE; NPR-A; d16 tiers in numbers',
    check: ({ provenance, sources, sourceTexts, policy, story }) =>
      sources === 0
        ? []
        : byAgency(provenance.credits.filter(({ verdict }) => verdict === 'missing')).map(({ message, agency }) => ({
            // Near the border, or with nothing copied word for word, a person weighs it.
            ...(shareOf(provenance, agency) > thresholds.border && copied(provenance, sourceTexts, agency)
              ? {}
              : { level: 'acknowledge' as const }),
            message: message || `Copy by ${agencyName(agency)} is used and nobody is told.`,
            about: agency ?? 'generic',
            fix: creditFix(story, policy, provenance.credits, agency),
          })),
  },
  {
    id: 'C-2',
    title: 'The credit is strong enough for what was taken',
    level: 'block',
    source: 'RTA; GU-TIER; d16 tiers in numbers',
    check: ({ provenance, sources, policy, story }) => {
      if (sources === 0) return []
      // A staff byline on an agency's copy is told of by C-3; one cause is one finding (d16).
      const underStaff = staffByline(story) ? wholly(provenance)?.agency : undefined
      const weak = byAgency(
        provenance.credits.filter(({ verdict, agency }) => verdict === 'too-weak' && agency !== underStaff),
      )
      const near = byAgency(
        provenance.credits.filter(
          ({ verdict, agency, has, kind }) =>
            verdict === 'right' &&
            kind !== undefined &&
            agency !== undefined &&
            shareOf(provenance, agency) > 0 &&
            tierOf(shareOf(provenance, agency)) > has,
        ),
      ).filter(({ agency }) => !weak.some((one) => one.agency === agency))
      return [
        ...weak.map((credit) => ({
          ...placed(credit),
          message: credit.message,
          fix: creditFix(story, policy, provenance.credits, credit.agency),
        })),
        ...near.map((credit) => ({
          ...placed(credit),
          level: 'acknowledge' as const,
          message: `${percent(shareOf(provenance, credit.agency))} of the story’s own words stand on ${agencyName(credit.agency)} copy: just above what this credit is for.`,
        })),
      ]
    },
  },
  {
    id: 'C-3',
    title: 'A staff byline stands on staff work',
    level: 'block',
    source: 'GU-CODE',
    check({ provenance, sources, story }) {
      if (sources === 0) return []
      const byline = staffByline(story)
      const whole = wholly(provenance)
      if (!byline || !whole) return []
      return [
        {
          start: byline.start,
          end: byline.end,
          ...(whole.share - thresholds.tier3 <= thresholds.border ? { level: 'acknowledge' as const } : {}),
          message: `${percent(whole.share)} of the story’s own words are ${agencyName(whole.agency)} copy: it asks for the agency’s byline, not a staff byline.`,
          about: whole.agency,
          fix: [
            {
              start: byline.start,
              end: byline.end,
              text: agencyName(whole.agency),
              label: `Byline “${agencyName(whole.agency)}”`,
            },
          ],
        },
      ]
    },
  },
  {
    id: 'C-4',
    title: 'No agency is credited for nothing',
    level: 'acknowledge',
    source: 'GU-CODE',
    check: ({ provenance, sources, story, policy }) =>
      sources === 0
        ? []
        : provenance.credits
            .filter(({ verdict }) => verdict === 'unused')
            .map((credit) => {
              const fix = withoutFix(story, policy, provenance.credits, credit)
              return { ...placed(credit), message: credit.message, ...(fix.length > 0 ? { fix } : {}) }
            }),
  },
  {
    id: 'C-5',
    title: 'One agency is named, not called “agencies”',
    level: 'acknowledge',
    source: 'GU-TIER',
    check({ provenance, sources, policy }) {
      const used = provenance.shares.filter(({ share }) => share > 0)
      const generic = provenance.credits.find((credit) => credit.generic)
      if (sources === 0 || used.length !== 1 || generic?.start === undefined || generic.end === undefined) return []
      const { agency } = used[0]!
      const { start, end } = generic
      const line = policy.creditLine.replace('{agencies}', agencyName(agency))
      return [
        {
          start,
          end,
          message: `Only ${agencyName(agency)} is used: the credit can name it.`,
          about: agency,
          fix: [{ start, end, text: line, label: `Write “${line}”` }],
        },
      ]
    },
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

/** One credit for each agency: one cause is one finding. */
function byAgency(credits: readonly Credit[]): Credit[] {
  return credits.filter((credit, at) => credits.findIndex(({ agency }) => agency === credit.agency) === at)
}

function placed({ start, end, agency }: Credit) {
  return { ...(start === undefined || end === undefined ? {} : { start, end }), about: agency ?? 'generic' }
}

const shareOf = ({ shares }: Provenance, agency: string | undefined) =>
  shares.find((one) => one.agency === agency)?.share ?? 0
const percent = (share: number) => `${Math.round(share * 100)} %`

/** Whether a sentence was taken over from the agency, word for word or with light changes. */
function copied({ sentences }: Provenance, sources: readonly SourceText[], agency: string | undefined): boolean {
  const own = new Set(sources.filter((source) => sourceCode(source) === agency).map(({ id }) => id))
  return sentences.some(
    ({ level, from }) => (level === 'verbatim' || level === 'light') && from.some(({ source }) => own.has(source)),
  )
}

/** The byline, where it names somebody of the house. */
function staffByline({ text, blocks }: StoryText) {
  return blocks.find(
    ({ type, start, end }) =>
      type === 'byline' && /\p{L}/u.test(text.slice(start, end)) && agenciesIn(text, start, end).length === 0,
  )
}

/** The agency whose copy the story is, wholly or more or less (T3). */
const wholly = ({ shares }: Provenance) => shares.find(({ share }) => tierOf(share) === 3)

import { agencyName } from '../wording'
import type { StoryText } from '../../manuscript'
import type { Credit } from '../../provenance'
import type { Fault } from '../context'
import type { Policy } from '../types'

type Fix = NonNullable<Fault['fix']>

/** The credit in the house's wording: in the credit line that is there, beside whom it names, else as a line of its own. */
export function creditFix(story: StoryText, policy: Policy, credits: readonly Credit[], agency = 'agency'): Fix {
  const line = credits.find((credit) => credit.verdict !== 'unused' && isLine(story, credit))
  if (line) {
    const named = namedIn(credits, line).filter((other) => other !== agency)
    const text = worded(policy, [...named, agency])
    if (named.length > 0) return [{ start: line.start!, end: line.end!, text, label: `Write “${text}”` }]
  }
  const text = worded(policy, [agency])
  const end = lastBodyEnd(story)
  return [{ start: end, end, text: `\n${text}`, label: `Add “${text}”` }]
}

/** The credit line without an agency that it names for nothing; nothing where the credit is no line of its own. */
export function withoutFix(story: StoryText, policy: Policy, credits: readonly Credit[], credit: Credit): Fix {
  if (!isLine(story, credit) || credit.agency === undefined) return []
  const { start, end } = credit
  const kept = namedIn(credits, credit)
  // Whom the story owes a credit may as well stand here.
  const owed = credits.flatMap(({ agency, verdict }) => (verdict === 'missing' && agency !== undefined ? [agency] : []))
  const names = [...new Set([...kept, ...owed])]
  const text = names.length > 0 ? worded(policy, names) : ''
  return [{ start: start!, end: end!, text, label: text ? `Write “${text}”` : 'Take the credit out' }]
}

/** Whether a credit is the whole of a credit line. */
function isLine({ blocks }: StoryText, { kind, start, end }: Credit): boolean {
  return (
    kind === 'tag' &&
    start !== undefined &&
    end !== undefined &&
    blocks.some(
      (block) =>
        block.type === 'credit' &&
        block.start <= start &&
        end <= block.end &&
        end - start >= block.end - block.start - 2,
    )
  )
}

/** The agencies that a credit names and the story uses. */
const namedIn = (credits: readonly Credit[], { start }: Credit): string[] => [
  ...new Set(
    credits.flatMap((credit) =>
      credit.start === start && credit.verdict !== 'unused' && credit.agency !== undefined ? [credit.agency] : [],
    ),
  ),
]

/** "(with AP, PTI and Reuters inputs)". */
function worded({ creditLine }: Policy, agencies: readonly string[]): string {
  const names = agencies.map((agency) => (agency === 'agency' ? agency : agencyName(agency)))
  const last = names.at(-1)!
  return creditLine.replace('{agencies}', names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last)
}

/** Where a credit line goes: after the last block of running text. */
function lastBodyEnd({ blocks, text }: StoryText): number {
  const body = blocks.findLast(({ type }) => type === 'paragraph' || type === 'item' || type === 'blockquote')
  return body?.end ?? text.length
}

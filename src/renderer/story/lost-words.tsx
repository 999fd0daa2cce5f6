import { plainText, type Manuscript, type Range } from '@core/manuscript'
import type { Finding } from '@core/policy'
import type { LostHedge, Provenance } from '@core/provenance'
import type { Source } from '@core/record'
import { AgencyCode } from '../ui'

/** The lost hedge that a finding of S-18 tells of. */
export function lostOf({ lost }: Provenance, { rule, start, end, message }: Finding): LostHedge | undefined {
  if (rule !== 'S-18') return undefined
  return lost.find((one) => one.start === start && one.end === end && message.includes(`“${one.words}”`))
}

/** The source's sentence with the lost words lit, and the story's, which does without them (d16, S-18). */
export function LostWords({ lost, of, sources }: { lost: LostHedge; of: Manuscript; sources: readonly Source[] }) {
  const source = sources.find(({ id }) => id === lost.source)
  if (!source) return undefined
  return (
    <dl className="lost-words">
      <dt>{source.agency ? <AgencyCode agency={source.agency} /> : 'Source'}</dt>
      <dd>
        {cut(source.text, lost.sentence, lost.lost).map(({ text, lit }, at) =>
          lit ? <mark key={at}>{text}</mark> : text,
        )}
      </dd>
      <dt>Story</dt>
      <dd>{plainText(of).text.slice(lost.start, lost.end)}</dd>
    </dl>
  )
}

/** A stretch of text cut where words in it are lit. */
function cut(text: string, within: Range, lit: readonly Range[]): { text: string; lit: boolean }[] {
  const parts: { text: string; lit: boolean }[] = []
  let done = within.start
  for (const { start, end } of [...lit].sort((a, b) => a.start - b.start)) {
    if (start < done || end > within.end) continue
    parts.push({ text: text.slice(done, start), lit: false }, { text: text.slice(start, end), lit: true })
    done = end
  }
  return [...parts, { text: text.slice(done, within.end), lit: false }].filter((part) => part.text)
}

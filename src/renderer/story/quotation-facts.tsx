import { wordsOf, type Utterance } from '@core/analysis'
import type { Ruling } from '@core/annotations'
import { plainText, type Manuscript } from '@core/manuscript'
import type { CheckNote, QuoteCheck } from '@core/provenance'
import type { Source } from '@core/record'
import { fullTime, shortTime } from '../ui'
import { WordDiff } from './word-diff'

const verdicts: Record<QuoteCheck['verdict'], string> = {
  exact: 'Word for word as in the source',
  typographic: 'As in the source but for its marks and dashes',
  'house-style': 'As in the source, in house style',
  marked: 'Shortened, and the cuts are marked',
  differs: 'Differs from the source',
  'no-source': 'Not found in the attached sources',
}

const notes: Record<CheckNote, string> = {
  negation: 'A negation was added or lost.',
  number: 'A number changed.',
  name: 'A name changed.',
  stitched: 'It is stitched from two places.',
  'cut-negation': 'The cut drops a negation.',
  'beside-negation': 'A negation stands right beside the words taken.',
  joined: 'It is joined across the source’s own cue.',
  'round-brackets': 'Round brackets stand where square ones should mark what was put in.',
  'source-prose': 'The source says this in its own words, not as a quotation.',
}

/** "AP, skorea-arms v2". */
export function sourceName(source: Source | undefined): string {
  if (!source) return 'a source that was detached'
  const name = [source.agency, source.slug ?? source.headline].filter(Boolean).join(', ')
  return `${name || 'Source'}${source.version ? ` v${source.version}` : ''}`
}

/** Speaker, cue, verdict of the sources with a word diff, what was ruled, and why the finder thinks so. */
export function QuotationFacts({
  utterance,
  of,
  sources,
  onSource,
}: {
  utterance: Utterance
  of: Manuscript
  sources: readonly Source[]
  onSource?: (source: string, start: number, end: number) => void
}) {
  const plain = plainText(of)
  const [first] = utterance.quotations
  if (!first) return undefined
  const checked = utterance.quotations.find(({ check }) => check) ?? first
  const { check } = checked
  const passage = check?.from[0]
  const source = sources.find(({ id }) => id === passage?.source)
  const decisions = [
    ...new Map(utterance.quotations.flatMap((one) => one.decisions).map((one) => [one.id, one])).values(),
  ]
  return (
    <div className="facts">
      <dl>
        <dt>Speaker</dt>
        <dd>{utterance.speaker ?? <em>Nobody named</em>}</dd>
        {first.quotation.cue && (
          <>
            <dt>Cue</dt>
            <dd>
              {first.quotation.cue}
              {first.quotation.agency ? ` (to ${first.quotation.agency})` : ''}
            </dd>
          </>
        )}
        {check && (
          <>
            <dt>Source</dt>
            <dd>
              {verdicts[check.verdict]}
              {source && (
                <>
                  {': '}
                  {onSource && passage ? (
                    <button
                      type="button"
                      className="link"
                      onClick={() => onSource(source.id, passage.start, passage.end)}
                    >
                      {sourceName(source)}
                    </button>
                  ) : (
                    sourceName(source)
                  )}
                </>
              )}
            </dd>
          </>
        )}
        {first.changed && (
          <>
            <dt>Changed</dt>
            <dd>{first.changed}</dd>
          </>
        )}
      </dl>
      {check && source && passage && check.verdict === 'differs' && (
        <WordDiff
          label="Source and story"
          old={source.text.slice(passage.start, passage.end)}
          now={wordsOf(plain, checked.quotation)}
        />
      )}
      {check && check.verdict !== 'differs' && source && passage && check.verdict !== 'no-source' && (
        <p className="passage">{source.text.slice(passage.start, passage.end)}</p>
      )}
      {check?.notes.map((note) => (
        <p key={note} className="fact-note">
          {notes[note]}
        </p>
      ))}
      {decisions.map(({ id, by, at, ruling, reason }) => (
        <p key={id} className="ruling" title={fullTime(at)}>
          {rulingWords(ruling)} · {by}, {shortTime(at)}
          {reason ? ` · ${reason}` : ''}
        </p>
      ))}
      {first.quotation.why.length > 0 && (
        <p className="why">Found by: {first.quotation.why.map(({ rule }) => rule).join(', ')}</p>
      )}
    </div>
  )
}

function rulingWords(ruling: Ruling): string {
  switch (ruling.kind) {
    case 'confirm':
      return 'Confirmed'
    case 'accept':
      return 'Accepted with others'
    case 'speaker':
      return `Speaker set to ${ruling.speaker}`
    case 'speaker-name':
      return `${ruling.from} is ${ruling.to}`
    case 'not-a-quotation':
      return 'Not a quotation'
    case 'is-a-quotation':
      return 'Made a quotation'
    case 'source':
      return 'Source linked'
    case 'note':
      return ruling.text
    case 'waive':
      return 'Waived'
    case 'acknowledge':
      return 'Acknowledged'
    case 'wrong-alarm':
      return 'Called a wrong alarm'
  }
}

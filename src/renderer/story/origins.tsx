import { plainText, type Manuscript, type Range } from '@core/manuscript'
import type { Provenance, SentenceOrigin } from '@core/provenance'
import type { Source } from '@core/record'
import { AgencyCode, agencyCode } from '../ui'
import { sharedRuns } from './shared-runs'
import { sourceName } from './source-words'
import { WordDiff } from './word-diff'

export const levelTitles = {
  verbatim: 'Word for word',
  light: 'Lightly rewritten',
  heavy: 'Rewritten',
  original: 'Own',
}

/** The sentences of a stretch of the story that stand on a source, in order. */
export function borrowedIn({ sentences }: Provenance, range: Range): SentenceOrigin[] {
  return sentences.filter(
    ({ level, start, end, from }) =>
      level !== 'original' && from.length > 0 && start < range.end && range.start < Math.max(end, start + 1),
  )
}

/** Every passage that a sentence was made from: agency, how closely, how much of it, and the words side by side. */
export function Origin({
  sentence,
  of,
  sources,
  onPassage,
}: {
  sentence: SentenceOrigin
  of: Manuscript
  sources: readonly Source[]
  onPassage?: (source: string, range: Range) => void
}) {
  const now = plainText(of).text.slice(sentence.start, sentence.end)
  return (
    <div className="origin">
      {sentence.from.map((passage, at) => {
        const source = sources.find(({ id }) => id === passage.source)
        if (!source) return undefined
        const old = source.text.slice(passage.start, passage.end)
        return (
          <div key={`${passage.source} ${passage.start}`}>
            <p className="card-head">
              {source.agency && <AgencyCode agency={source.agency} />}
              <b>{at === 0 ? levelTitles[sentence.level] : 'And from'}</b>
              <span className="grey">
                {sentence.level === 'verbatim' ? '' : `${Math.round(passage.similarity * 100)} % · `}
                {onPassage ? (
                  <button
                    type="button"
                    className="link"
                    onClick={() => onPassage(source.id, { start: passage.start, end: passage.end })}
                  >
                    {sourceName(source)}
                  </button>
                ) : (
                  sourceName(source)
                )}
              </span>
            </p>
            {/* A sentence of two sources shares a part with each: what it shares is lit, what it leaves is not struck. */}
            {sentence.from.length === 1 ? (
              <WordDiff label="Source and story" old={old} now={now} />
            ) : (
              <p className="word-diff">
                {sharedRuns(old, now).map(({ text, shared }, at) => (shared ? <mark key={at}>{text}</mark> : text))}
              </p>
            )}
          </div>
        )
      })}
    </div>
  )
}

/** Which part of a stretch of the story comes from which agency, in letters: "AP 62 %, R 20 %, own 18 %". */
export function sharesOf({ sentences }: Provenance, range: Range, sources: readonly Source[]): string {
  const agencyOf = new Map(sources.map(({ id, agency, slug }) => [id, agencyCode(agency ?? slug ?? '?')]))
  const held = new Map<string, number>()
  let whole = 0
  for (const { start, end, level, from } of sentences) {
    if (end <= range.start || start >= range.end) continue
    whole += end - start
    const agencies = new Set(from.map(({ source }) => agencyOf.get(source) ?? '?'))
    if (level === 'original' || agencies.size === 0) continue
    for (const agency of agencies) held.set(agency, (held.get(agency) ?? 0) + (end - start) / agencies.size)
  }
  if (whole === 0) return ''
  const taken = [...held].sort((a, b) => b[1] - a[1])
  const own = whole - taken.reduce((sum, [, part]) => sum + part, 0)
  const percent = (part: number) => `${Math.round((part / whole) * 100)} %`
  return [
    ...taken.map(([agency, part]) => `${agency} ${percent(part)}`),
    ...(own / whole >= 0.005 ? [`own ${percent(own)}`] : []),
  ].join(', ')
}

import { wordsOf, type ReviewedQuotation, type Utterance } from '@core/analysis'
import { plainText, type Manuscript } from '@core/manuscript'
import type { Source } from '@core/record'
import { Hatched, hasInsertions } from './insertions'
import { isCalm, noteWords, sourceName, verdictWords } from './source-words'
import { Rulings, rulingsOn } from './record'
import { SinceChecked } from './since-checked'
import { StitchedPieces, stitchedFrom } from './stitched-pieces'
import { WordDiff } from './word-diff'

/**
 * The place of an utterance that tells most: one that differs from its source, else the longest of those that are found,
 * else the longest. A headline's fragment tells less than the words it is cut from.
 */
export function tellingPlace({ quotations }: Utterance): ReviewedQuotation | undefined {
  const length = ({ quotation: { fragments, start, end } }: ReviewedQuotation) =>
    fragments.length > 0 ? fragments.reduce((sum, one) => sum + one.end - one.start, 0) : end - start
  const longest = (some: readonly ReviewedQuotation[]) => some.toSorted((a, b) => length(b) - length(a))[0]
  return (
    quotations.find(({ check }) => check?.verdict === 'differs') ??
    longest(quotations.filter(({ check }) => check && check.verdict !== 'no-source')) ??
    longest(quotations.filter(({ check }) => check)) ??
    longest(quotations)
  )
}

/** The place whose cue and speaker are told: the telling one, else another that has a cue. */
export function cuedPlace(utterance: Utterance): ReviewedQuotation | undefined {
  const telling = tellingPlace(utterance)
  if (telling?.quotation.cue) return telling
  return utterance.quotations.findLast(({ quotation }) => quotation.cue) ?? telling
}

/** Speaker, cue, verdict of the sources with a word diff, what was ruled, and why the finder thinks so. */
export function QuotationFacts({
  utterance,
  of,
  sources,
  onSource,
  onUndoEdit,
}: {
  utterance: Utterance
  of: Manuscript
  sources: readonly Source[]
  onSource?: (source: string, start: number, end: number) => void
  onUndoEdit?: () => void
}) {
  const plain = plainText(of)
  const telling = tellingPlace(utterance)
  const cued = cuedPlace(utterance)
  if (!telling || !cued) return undefined
  const { check } = telling
  const passage = check?.from[0]
  const source = sources.find(({ id }) => id === passage?.source)
  const pieces = check && stitchedFrom(check)
  const { cue, agency, why } = cued.quotation
  return (
    <div className="facts">
      <SinceChecked utterance={utterance} {...(onUndoEdit ? { onUndo: onUndoEdit } : {})} />
      <dl>
        <dt>Speaker</dt>
        <dd>{utterance.speaker ?? <em>Nobody named</em>}</dd>
        {cue && (
          <>
            <dt>Cue</dt>
            <dd>
              {cue}
              {agency ? ` (to ${agency})` : ''}
            </dd>
          </>
        )}
        {check && (
          <>
            <dt>Source</dt>
            <dd>
              {verdictWords[check.verdict]}
              {source && check.verdict !== 'no-source' && (
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
      </dl>
      {source && pieces && <StitchedPieces pieces={pieces} source={source} />}
      {source && passage && check?.verdict === 'differs' && !pieces && (
        <WordDiff
          label="Source and story"
          old={source.text.slice(passage.start, passage.end)}
          now={wordsOf(plain, telling.quotation)}
        />
      )}
      {source && passage && check && check.verdict !== 'differs' && check.verdict !== 'no-source' && (
        <p className="passage">
          <Hatched text={source.text.slice(passage.start, passage.end)} insertions={hasInsertions(check)} />
        </p>
      )}
      {check?.speakerAgrees === false && <p className="fact-note">The source gives these words to somebody else.</p>}
      {check?.notes.map((note) => (
        <p key={note} className={isCalm(note) ? 'grey' : 'fact-note'}>
          {noteWords[note]}
        </p>
      ))}
      <Rulings decisions={rulingsOn(utterance)} />
      {why.length > 0 && (
        <p className="why">
          Found by: {why.map(({ rule }) => rule).join(', ')}
          {cue ? `; cue “${cue}”` : ''}
        </p>
      )}
    </div>
  )
}

import type { QuoteCheck } from '@core/provenance'
import type { Source } from '@core/record'

/** The places of the source that a quotation is put together from, when it is. */
export function stitchedFrom({ notes, pieces }: QuoteCheck) {
  return notes.includes('stitched') && pieces && pieces.length > 1 ? pieces : undefined
}

/** Each place as the source has it, and what stands between them; struck through, the whole would say less. */
export function StitchedPieces({ pieces, source }: { pieces: NonNullable<QuoteCheck['pieces']>; source: Source }) {
  const { text } = source
  return (
    <ol className="stitched" aria-label="Places of the source">
      {pieces.map(({ sourceStart, sourceEnd }, at) => {
        const before = pieces[at - 1]
        const between = before && text.slice(before.sourceEnd, sourceStart).match(/[\p{L}\p{N}]+/gu)?.length
        return (
          <li key={sourceStart}>
            {before && (
              <p className="grey">
                {between === undefined ? 'further up in the source' : `${between} words of the source later`}
              </p>
            )}
            <p className="stitched-piece">{text.slice(sourceStart, sourceEnd)}</p>
          </li>
        )
      })}
    </ol>
  )
}

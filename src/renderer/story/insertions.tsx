import type { QuoteCheck } from '@core/provenance'

/** Whether a quotation's source has words in brackets that its agency put in (d16, Q-8). */
export const hasInsertions = ({ notes }: QuoteCheck): boolean => notes.some((note) => note.startsWith('insertion-'))

/** Words of a source, what the agency put in hatched: nobody said it. */
export function Hatched({ text, insertions }: { text: string; insertions: boolean }) {
  if (!insertions) return text
  return text.split(/(\([^()\n]{1,120}\)|\[[^[\]\n]{1,120}\])/).map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} className="insertion" title="Put in by the agency; nobody said it">
        {part}
      </span>
    ) : (
      part
    ),
  )
}

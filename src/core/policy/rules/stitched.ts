import type { QuoteCheck } from '../../provenance'

/** Put together from several places of a source, with every word as it stands there. */
export const isStitched = ({ notes, removed, inserted }: QuoteCheck) =>
  notes.includes('stitched') && removed.length + inserted.length === 0

/** A snippet cut at its «» signs: what matched and what stands around it. */
export function piecesOf(snippet: string): { text: string; hit: boolean }[] {
  return snippet
    .split(/(«[^»]*»)/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.startsWith('«') && piece.endsWith('»')
        ? { text: piece.slice(1, -1), hit: true }
        : { text: piece, hit: false },
    )
}

/**
 * Where a segmenter cuts a text: ends of segments in rising order, the text's end last. `Intl.Segmenter` takes time that
 * grows with the square of the text, so a long text is read a window at a time, each beginning at a sure cut; a cut near
 * a window's end may depend on what follows and is left to the next.
 */
export function cutsOf(text: string, segmenter: Intl.Segmenter): number[] {
  const cuts: number[] = []
  let from = 0
  let reach = windowLength
  while (from < text.length) {
    const window = text.slice(from, from + reach)
    const isLast = from + window.length === text.length
    const sure = isLast ? window.length : window.length - margin
    let last = 0
    for (const { index, segment } of segmenter.segment(window)) {
      const end = index + segment.length
      if (end > sure) break
      cuts.push(from + end)
      last = end
    }
    from += last
    // No cut in the window: one long segment.
    reach = last === 0 ? reach * 2 : windowLength
  }
  return cuts
}

// A paragraph or two; and more than a cut looks ahead, which is to the next letter.
const windowLength = 2048
const margin = 128

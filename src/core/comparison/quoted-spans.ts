import type { Range } from '../manuscript'

const closers: Record<string, string> = { '“': '”', '"': '"', '«': '»', '„': '“', '‘': '’' }
const opener = /[“"«„‘]/
const wordlike = /[\p{L}\p{N}]/u

/**
 * The stretches between quotation marks, marks included. One that is never closed runs to the block's end: speech that
 * goes on in the next paragraph. An inch mark and an apostrophe open nothing.
 */
export function quotedSpans(text: string): Range[] {
  const spans: Range[] = []
  for (let at = text.search(opener); at >= 0 && at < text.length; at++) {
    const closer = closers[text[at]!]
    if (!closer || (at > 0 && wordlike.test(text[at - 1]!))) continue
    const close = closingAt(text, at, closer)
    if (close < 0 && closer === '’') continue
    const end = close < 0 ? text.length : close + 1
    spans.push({ start: at, end })
    at = end - 1
  }
  return spans
}

/** A single mark closes where no word goes on: “don’t” has none. */
function closingAt(text: string, open: number, closer: string): number {
  let close = text.indexOf(closer, open + 1)
  if (closer === '’') while (close >= 0 && wordlike.test(text[close + 1] ?? '')) close = text.indexOf(closer, close + 1)
  return close
}

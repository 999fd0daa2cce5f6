/**
 * The typographic mark for each straight quotation mark and apostrophe of a text, by its offset. A mark opens after a
 * space, an opening bracket, a dash or an opening mark, and closes elsewhere; an apostrophe that stands for left-out
 * letters or figures at the start of a word closes too. Feet and inches stay as they are.
 */
export function curlMarks(text: string): { at: number; mark: string }[] {
  const found: { at: number; mark: string }[] = []
  let before = ''
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    let mark = sign
    if (sign === '"' || sign === "'") {
      const opens = !before || /[\s([{<—–\u201C\u2018/-]/u.test(before)
      if (/\d/.test(before) && !opensBefore(found, sign)) mark = sign
      else if (sign === '"') mark = opens ? '“' : '”'
      else mark = opens && !leftOut.test(text.slice(at + 1, at + 8)) ? '‘' : '’'
    }
    if (mark !== sign) found.push({ at, mark })
    before = mark
  }
  return found
}

// Words that begin with an apostrophe, and years without their century.
const leftOut = /^(?:tis|twas|em|til|cause|n)\b|^\d\ds?\b/iu

/** Whether a mark of this kind is open so far: then one after a figure closes it, and is no foot or inch. */
function opensBefore(found: readonly { mark: string }[], sign: string): boolean {
  const [open, close] = sign === '"' ? ['“', '”'] : ['‘', '’']
  const last = found.findLast(({ mark }) => mark === open || mark === close)
  return last?.mark === open
}

// Documents and tokens as the comparison bench counts them. Offsets are UTF-16 offsets into the flat text.

// Numbers with their separators, words with inner apostrophes, emoji clusters, single marks.
const token = /\p{RGI_Emoji}|\p{N}+(?:[.,:]\p{N}+)*(?:\p{L}+)?|[\p{L}\p{M}\p{N}_]+(?:['\u2019][\p{L}\p{M}\p{N}]+)*|\S/gv
const wordLike = /[\p{L}\p{N}]/u

/** Block texts joined by "\n", and where each begins. */
export function flatten(doc) {
  const starts = []
  let at = 0
  for (const { text } of doc.blocks) {
    starts.push(at)
    at += text.length + 1
  }
  return { text: doc.blocks.map(({ text }) => text).join('\n'), starts }
}

export function tokenize(text) {
  return [...text.matchAll(token)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    isWord: wordLike.test(match[0]),
  }))
}

/** The first place in `list` from which on `test` holds; the list is sorted by it. */
export function firstWhere(list, test) {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(list[middle])) high = middle
    else low = middle + 1
  }
  return low
}

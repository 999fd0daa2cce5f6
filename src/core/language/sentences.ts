import type { Range, StoryText } from '../manuscript'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

// A stop after these does not end a sentence when a name or number follows.
const abbreviation =
  /(?:^|[\s("“‘'])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gen|Col|Maj|Capt|Lt|Sgt|Cmdr|Adm|Gov|Sen|Rep|Pres|St|Ste|Jr|Sr|vs|No|Nos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Smt|Shri|Sri|Pt|Mt|Ft|Ave|Blvd|Rd|approx|etc|e\.g|i\.e|a\.m|p\.m|[A-Z]|(?:[A-Z]\.)+[A-Z])\.\s*$/u

/** The sentences of one stretch of text, without the spaces around them; offsets are into `text`. */
export function sentencesIn(text: string, range: Range = { start: 0, end: text.length }): Range[] {
  const found: Range[] = []
  let open: Range | undefined
  for (const { segment, index } of segmenter.segment(text.slice(range.start, range.end))) {
    const start = range.start + index
    const end = start + segment.length
    if (open) open.end = end
    else open = { start, end }
    if (abbreviation.test(segment) && end < range.end) continue
    pushTrimmed(found, text, open)
    open = undefined
  }
  if (open) pushTrimmed(found, text, open)
  return found
}

function pushTrimmed(found: Range[], text: string, { start, end }: Range) {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  if (start < end) found.push({ start, end })
}

/** The sentences of every block of a story, in order. */
export function sentences(story: StoryText): Range[] {
  return story.blocks.flatMap((block) => sentencesIn(story.text, block))
}

import type { Range, StoryText } from '../manuscript'
import { cutsOf } from './windows'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

// A stop after these does not end a sentence when a name or number follows.
const abbreviation =
  /(?:^|[\s("“‘'])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gen|Col|Maj|Capt|Lt|Sgt|Cpl|Pvt|Pfc|Brig|Insp|Supt|Det|Cmdr|Adm|Gov|Sen|Rep|Pres|St|Ste|vs|No|Nos|Smt|Shri|Sri|Pt|Mt|Ft|approx|e\.g|i\.e)\.\s*$/u
// These end a sentence as often as not: they do when what follows opens one.
const mayEnd =
  /(?:^|[\s("“‘'])(?:Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Ave|Blvd|Rd|a\.m|p\.m|[A-Z]|(?:[A-Z]\.)+[A-Z])\.\s*$/u
// Words that begin a sentence when they are capitalised in its middle, and are no names.
const opener =
  /^["“‘'(]?(?:The|A|An|This|That|These|Those|It|Its|He|She|They|We|You|In|On|At|For|From|By|With|But|And|Or|If|As|When|While|After|Before|Since|Because|Although|Though|However|Furthermore|Moreover|There|Here|Then|So|Such|Some|Many|Most|Both|Also|Now|Not)\b/u

// A dash may open a sentence: "Emotionless? —A system".
const dashOpens = /(?<=[!?]["”’)]*\s+)(?=[—–]\s?\p{Lu})/u

/** The sentences of one stretch of text, without the spaces around them; offsets are into `text`. */
export function sentencesIn(text: string, range: Range = { start: 0, end: text.length }): Range[] {
  const found: Range[] = []
  let open: Range | undefined
  const push = (segment: string, start: number) => {
    const end = start + segment.length
    if (open) open.end = end
    else open = { start, end }
    if (end < range.end && goesOn(text.slice(Math.max(start, end - abbreviationReach), end), text, end)) return
    pushTrimmed(found, text, open)
    open = undefined
  }
  const within = text.slice(range.start, range.end)
  let start = range.start
  for (const cut of cutsOf(within, segmenter)) {
    const segment = text.slice(start, range.start + cut)
    if (!segment.includes('—') && !segment.includes('–')) push(segment, start)
    else {
      let at = start
      for (const piece of segment.split(dashOpens)) {
        push(piece, at)
        at += piece.length
      }
    }
    start = range.start + cut
  }
  if (open) pushTrimmed(found, text, open)
  return found
}

// A question mark after a space stands for a sign that was lost on the way, a rupee or a quotation mark.
const lostSign = /\s\?\s*$/
// No sentence begins with a small letter: "Who?" he asked.
const smallLetter = /^["”’']?\p{Ll}/u
// Enough for the longest abbreviation and the space around it, and for an opening mark and the longest opener.
const abbreviationReach = 24
const openerReach = 16

function goesOn(ending: string, text: string, end: number): boolean {
  const next = text.slice(end, end + openerReach)
  if (lostSign.test(ending) || (smallLetter.test(next) && !ending.endsWith('\n'))) return true
  if (!ending.trimEnd().endsWith('.')) return false
  return abbreviation.test(ending) || (mayEnd.test(ending) && !opener.test(next))
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

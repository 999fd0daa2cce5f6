import type { Range } from '../manuscript'

/** A stretch between marks in one block. `start`/`end` are the words, marks outside; `from`/`to` include the marks. */
export interface MarkedRange extends Range {
  from: number
  to: number
  single: boolean
  /** False when the block ended before a closing mark came. */
  closed: boolean
  /** The marked range of the same block that holds this one. */
  inside?: MarkedRange
}

const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{M}\p{N}]/u.test(char)
const isSpace = (char: string | undefined) => char === undefined || /\s/.test(char)
/** What may stand before an opening mark, beside a space or the block's start. */
const opensAfter = /[\s([{—–\-/:‘'“"«…¿¡]/
// Words that begin with an apostrophe: never an opening single mark.
const elision = /^['’‘](?:\d0s\b|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|bout\b|round\b|n['’]?\s|n\b|nuff\b|cuz\b|s\b)/i

interface Sign {
  at: number
  length: number
  opens: boolean
  closes: boolean
}

/** Reads what a double mark at `at` may do. Straight marks are read by the spaces around them. */
function doubleSign(text: string, at: number, start: number, end: number): Sign | undefined {
  const char = text[at]!
  const length = char === "'" || char === '`' ? (text[at + 1] === char && at + 1 < end ? 2 : 0) : 1
  if (length === 0) return undefined
  if (char === '`') return { at, length, opens: true, closes: false }
  const before = at > start ? text[at - 1] : undefined
  const after = at + length < end ? text[at + length] : undefined
  if (char === '„' || char === '«') return { at, length, opens: true, closes: false }
  if (char === '»') return { at, length, opens: false, closes: true }
  // A curly mark turned the wrong way is common in copy: believe the spaces when they contradict it outright.
  if (char === '“') return { at, length, opens: !isSpace(after), closes: isSpace(after) && !isSpace(before) }
  if (char === '”') return { at, length, opens: isSpace(before) && isWord(after), closes: true }
  if (char === '"' && before !== undefined && /\d/.test(before) && isSpace(after))
    return { at, length, opens: false, closes: true }
  const opens = (before === undefined || opensAfter.test(before)) && !isSpace(after)
  return { at, length, opens, closes: !opens || !isSpace(before) }
}

/**
 * The stretches between quotation marks in `text` from `start` to `end` (one block), in order of their opening mark:
 * double marks (straight, curly, low, guillemets, '' and ``), and single marks used as quotation marks, inside double
 * ones or alone. Apostrophes, possessives, elisions, inches and stray closing marks are passed over. A mark that is
 * never closed runs to the end of the block, or to the next opening mark.
 */
export function markedRanges(text: string, start: number, end: number): MarkedRange[] {
  const found: MarkedRange[] = []
  let open: Sign | undefined
  const close = (at: number, to: number, closed: boolean) => {
    let last = at
    while (!closed && last > open!.at && isSpace(text[last - 1])) last--
    const from = open!.at
    if (last > from + open!.length)
      found.push({ from, to: closed ? to : last, start: from + open!.length, end: last, single: false, closed })
    open = undefined
  }
  const double = /["“”„«»]|''|``/g
  double.lastIndex = start
  for (let match = double.exec(text); match && match.index < end; match = double.exec(text)) {
    // In “…,'''” the first mark closes what stands inside, the other two close the whole.
    if (open && match[0] === "''" && text[match.index + 2] === "'" && match.index + 2 < end)
      double.lastIndex = ++match.index + 2
    const sign = doubleSign(text, match.index, start, end)
    if (!sign) continue
    if (!open) {
      if (sign.opens) open = sign
    } else if (sign.closes) close(sign.at, sign.at + sign.length, true)
    else if (sign.opens && /["“]/.test(text[sign.at]!)) {
      close(sign.at, sign.at, false)
      open = sign
    }
  }
  if (open) close(end, end, false)
  return withSingles(text, start, end, found)
}

function withSingles(text: string, start: number, end: number, doubles: MarkedRange[]): MarkedRange[] {
  const singles: MarkedRange[] = []
  const closers = singleClosers(text, start, end)
  let next = 0 // index into closers
  const marks = /['’‘‚‹›]/g
  marks.lastIndex = start
  let outer = 0 // index into doubles
  for (let match = marks.exec(text); match && match.index < end; match = marks.exec(text)) {
    const at = match.index
    if (!opensSingle(text, at, start, end)) continue
    while (outer < doubles.length && doubles[outer]!.to <= at) outer++
    const around = doubles[outer]
    const inside = around && around.start <= at ? around : undefined
    const limit = inside ? inside.end : around ? around.from : end
    while (next < closers.length && closers[next]! <= at + 1) next++
    const to = closingSingle(text, at, closers, next, limit)
    // A British outer single may hold double ones: "limit" stops it at the first, so look past them when it has none.
    if (to === undefined) continue
    singles.push({
      from: at,
      to: to + 1,
      start: at + 1,
      end: to,
      single: true,
      closed: true,
      ...(inside && { inside }),
    })
    marks.lastIndex = to + 1
  }
  return [...doubles, ...singles].sort((a, b) => a.from - b.from || b.to - a.to)
}

function opensSingle(text: string, at: number, start: number, end: number): boolean {
  const char = text[at]!
  if (char === '›') return false
  const before = at > start ? text[at - 1] : undefined
  const after = at + 1 < end ? text[at + 1] : undefined
  if (char === '‹') return true
  if (after === undefined || isSpace(after) || /['’‘".,;:!?)]/.test(after)) return false
  if (before !== undefined && !opensAfter.test(before)) return false
  if ((before === "'" || before === '’' || before === '‘') && at > start) return false
  return !elision.test(text.slice(at, at + 8))
}

/** Places where a single mark can close: after a word or stop, before anything but a word. */
function singleClosers(text: string, start: number, end: number): number[] {
  const places: number[] = []
  const marks = /['’›]/g
  marks.lastIndex = start
  for (let match = marks.exec(text); match && match.index < end; match = marks.exec(text)) {
    const at = match.index
    const before = at > start ? text[at - 1] : undefined
    if (before === undefined || isSpace(before) || isWord(text[at + 1])) continue
    if (!isWord(before) && !/[.,!?…;:%)\]—–-]/.test(before)) continue
    places.push(at)
  }
  return places
}

/** How far a single opening mark may look for its closing mark: one paragraph of speech. */
const longestSingle = 1500

function closingSingle(text: string, at: number, closers: number[], from: number, limit: number): number | undefined {
  let possessive: number | undefined
  for (let index = from; index < closers.length && index < from + 40; index++) {
    const place = closers[index]!
    if (place >= limit || place - at > longestSingle) break
    const plural = /s/i.test(text[place - 1]!) && /^\s+\p{Ll}/u.test(text.slice(place + 1, place + 4))
    if (!plural) return place
    possessive ??= place // "the voters' choice": closes only when nothing better follows
    if (place - at < 40 && index === from) {
      const later = closers[index + 1]
      if (later === undefined || later >= limit || /[\s(["“][‘']\p{L}/u.test(text.slice(place + 1, later))) return place
    }
  }
  return possessive
}

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

/** What a forgotten closing mark leaves behind: the attribution inside the marks (“We will appeal, Tom Hale said.). */
const strayTag =
  /[,?!](?=\s+(?:(?:he|she|they|I|we)\s+(?:said|says|added|asked)|(?:said|says|added|asked)\s+(?:the\s|\p{Lu})|(?:\p{Lu}[\p{L}’'.-]*\s+){1,4}(?:said|says|added|told|asked))\b[^“"]{0,80}$)/u
/** How far from the end of a block such an attribution may stand. */
const strayReach = 160

/**
 * The stretches between quotation marks in `text` from `start` to `end` (one block), in order of their opening mark:
 * double marks (straight, curly, low, guillemets, '' and ``), and single marks used as quotation marks, inside double
 * ones or alone. Apostrophes, possessives, elisions, inches and stray closing marks are passed over. A mark that is
 * never closed runs to the end of the block, to the next opening mark, or to the attribution that follows it; a closing
 * mark after a stop that nothing opened closes what stands before it in the block.
 */
export function markedRanges(text: string, start: number, end: number): MarkedRange[] {
  const found: MarkedRange[] = []
  const signs = doubleSigns(text, start, end)
  let open: Sign | undefined
  const close = (at: number, to: number, closed: boolean) => {
    let last = at
    while (!closed && last > open!.at && isSpace(text[last - 1])) last--
    const from = open!.at
    if (last > from + open!.length)
      found.push({ from, to: closed ? to : last, start: from + open!.length, end: last, single: false, closed })
    open = undefined
  }
  for (let index = 0; index < signs.length; index++) {
    const sign = signs[index]!
    if (!open) {
      if (sign.opens) open = sign
      else if (index === 0 && /[,.?!…]/.test(text[sign.at - 1] ?? '') && isSpace(text[sign.at + sign.length])) {
        open = { at: start, length: 0, opens: true, closes: false }
        close(sign.at, sign.at + sign.length, true)
      }
    } else if (sign.closes) close(sign.at, sign.at + sign.length, true)
    else if (sign.opens && text[sign.at] === '“' && text[open.at] === '“' && closesTwice(text, signs, index)) index++
    else if (sign.opens && /["“]/.test(text[sign.at]!)) {
      close(sign.at, sign.at, false)
      open = sign
    }
  }
  if (open) {
    const from = Math.max(open.at, end - strayReach)
    const stray = strayTag.exec(text.slice(from, end))
    if (stray) close(from + stray.index + 1, from + stray.index + 1, true)
    else close(end, end, false)
  }
  return withSingles(text, start, end, found)
}

/** Whether two closing marks follow the opening one at `index` before another opens: “We “love” it,” nested alike. */
const closesTwice = (text: string, signs: readonly Sign[], index: number) =>
  text[signs[index + 1]?.at ?? -1] === '”' && text[signs[index + 2]?.at ?? -1] === '”'

function doubleSigns(text: string, start: number, end: number): Sign[] {
  const signs: Sign[] = []
  const double = /["“”„«»]|''|``/g
  double.lastIndex = start
  for (let match = double.exec(text); match && match.index < end; match = double.exec(text)) {
    let at = match.index
    // In “…,'''” the first mark closes what stands inside, the other two close the whole.
    const triple = match[0] === "''" && text[at + 2] === "'" && at + 2 < end
    if (triple && signs.length % 2 === 1) double.lastIndex = ++at + 2
    const sign = doubleSign(text, at, start, end)
    if (sign) signs.push(sign)
  }
  return signs
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
    if (to === undefined) {
      const wide = inside ? undefined : holdingDoubles(text, at, closers, next, doubles, outer)
      if (wide) {
        singles.push(wide)
        marks.lastIndex = wide.to
      }
      continue
    }
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

/** ‘He said “no” twice,’ she said: single marks round double ones, as British copy has them. They must close after a stop. */
function holdingDoubles(
  text: string,
  at: number,
  closers: readonly number[],
  from: number,
  doubles: readonly MarkedRange[],
  first: number,
): MarkedRange | undefined {
  let index = first
  for (let next = from; next < closers.length && next < from + 20; next++) {
    const place = closers[next]!
    if (place - at > longestSingle) return undefined
    while (index < doubles.length && doubles[index]!.to <= place) index++
    if (doubles[index] && doubles[index]!.from < place) continue
    if (index === first || !/[,.?!…]/.test(text[place - 1]!)) continue
    const wide: MarkedRange = { from: at, to: place + 1, start: at + 1, end: place, single: true, closed: true }
    for (let held = first; held < index; held++) doubles[held]!.inside = wide
    return wide
  }
  return undefined
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

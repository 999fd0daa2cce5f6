import type { Piece } from '../manuscript'
import { tidy } from './words'

/** Lines as pieces, one each; empty ones are none. */
export function linesParts(lines: readonly string[], type?: NonNullable<Piece['type']>): Piece[] {
  return lines.flatMap((line) => {
    const content = tidy([{ text: line, marks: [] }])
    return content.length > 0 ? [{ content, ...(type ? { type } : {}) }] : []
  })
}

// Wires set type at 60 to 75 characters; a text with longer lines was not broken.
const widestLine = 90
// How far short of the measure a line may end though the next word would have fitted: hyphenation and cautious systems.
const slack = 8

/** How wide lines were set; undefined where they were not broken at any measure. */
export function measureOf(lines: readonly string[]): number | undefined {
  const measure = lines.reduce((most, line) => Math.max(most, line.trim().length), 0)
  return measure <= widestLine ? measure : undefined
}

/** Whether a line ended because the next one's first word would not have fitted on it. */
export const isBroken = (before: string, next: string, measure: number): boolean =>
  before.trim().length + 1 + next.trim().split(/\s/, 1)[0]!.length > measure - slack

/**
 * Paragraphs of text that a wire broke at a measure: a line is joined to the one before where its first word would not
 * have fitted there. Blank lines and indents begin a paragraph, and so does a list's sign. Lines that are longer than any
 * measure are paragraphs as they stand.
 */
export function paragraphsOf(lines: readonly string[]): string[] {
  const measure = measureOf(lines)
  const paragraphs: string[] = []
  let before = ''
  for (const given of lines) {
    const line = given.trim()
    const starts =
      measure === undefined ||
      before === '' ||
      /^(?:\t\s*|\s{2,})\S/.test(given) ||
      // A dash may also stand where a sentence was broken.
      (/^(?:[•*–—+-]|\d{1,2}[.)]|#{1,3})\s/u.test(line) && /[.:;!?…"”’')\]]$/u.test(before)) ||
      !isBroken(before, line, measure)
    if (line !== '') {
      if (starts) paragraphs.push(line)
      else paragraphs[paragraphs.length - 1] += ` ${line}`
    }
    before = line
  }
  return paragraphs
}

/** The signs that seven-bit wires write for those they lack: ``...'' for quotation marks, " _ " for a dash. */
export function withSigns(text: string): string {
  const dashes = text.replace(/(?<=^|\s)_(?=\s)/gu, '—')
  return dashes.includes('``') ? dashes.replace(/``/g, '“').replace(/''/g, '”') : dashes
}

// ISO 8859's parts by the letter that designates them in ISO 2022 (ISO-IR 100, 101, 109, 110, 144, 127, 126, 138, 148, 157, 203).
const designated: Readonly<Record<string, string>> = {
  A: 'windows-1252',
  B: 'iso-8859-2',
  C: 'iso-8859-3',
  D: 'iso-8859-4',
  L: 'iso-8859-5',
  G: 'iso-8859-6',
  F: 'iso-8859-7',
  H: 'iso-8859-8',
  M: 'windows-1254',
  V: 'iso-8859-10',
  b: 'iso-8859-15',
}

/**
 * The text of a wire's bytes, control characters kept: in the set it announces by an escape sequence (IPTC 7901, annex C),
 * else UTF-8 where it is that, else Windows-1252, which has Latin-1 in it.
 */
export function decodeWire(bytes: Uint8Array): { text: string; remarks: string[] } {
  const raw = new TextDecoder('windows-1252').decode(bytes)
  // oxlint-disable-next-line no-control-regex
  const letter = /\u001b[-./]([A-Za-z])/.exec(raw)?.[1]
  const set = letter === undefined ? undefined : designated[letter]
  const remarks: string[] = []
  let text: string
  if (set) text = new TextDecoder(set).decode(bytes)
  else
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      text = raw
      remarks.push('The text was read as Windows-1252.')
    }
  // oxlint-disable-next-line no-control-regex
  return { text: text.replace(/\u001b[\u0020-\u002f]*[\u0030-\u007e]/g, '').replace(/\r\n?/g, '\n'), remarks }
}

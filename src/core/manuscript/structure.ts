import type { Range, StoryText, TextBlock } from './plain-text'
import type { BlockType } from './schema'
import { findHeader } from './header'
import {
  copyrightParts,
  creditParts,
  datelineParts,
  isCorrection,
  isLoneDateline,
  isNotice,
  isSignOff,
  opensAsCaption,
  photoCreditParts,
  readsAsCaption,
  relatedParts,
  reportingParts,
  type LinePart,
} from './line-parts'

/** A block found in a text. Several may stand on one line; `glued` says that this one shares its line with the one before. */
export interface StructuredBlock extends TextBlock {
  glued?: true
  /** Item of a numbered list. */
  ordered?: true
  /** The first item of its list. */
  opensList?: true
  /** A copyright line: kept and published as a paragraph, but nobody's words. */
  copyright?: true
  /** The line it was found on, counted from 0. */
  line: number
}

/** A line to look at. One whose kind its format already told keeps it. */
export interface Line extends Range {
  type?: BlockType
}

/**
 * Finds the parts of a story in plain text: each line is a paragraph unless it shows itself to be something else, and a
 * line may hold several parts (a dateline and its paragraph, a sentence with "ALSO READ | …" glued to it, a credit in
 * brackets at the end). Whatever is doubtful stays a paragraph. Ranges are UTF-16 offsets into `text`, in order, without
 * the spaces around them; between two parts stands nothing but space, a list marker or a dateline's dash.
 */
export function detectStructure(text: string): StructuredBlock[] {
  const lines: Line[] = []
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    lines.push({ start, end })
    start = end + 1
  }
  return detect(text, lines)
}

/** A text as the engines read it, nothing removed: offsets are into the text as it was given. */
export function storyText(text: string): StoryText {
  return { text, blocks: detectStructure(text).map(({ type, start, end }) => ({ type, start, end })) }
}

/** A whole story, or words out of the middle of one, which have no head. */
export type Extent = 'story' | 'fragment'

/** As `detectStructure`, over lines some of whose kinds are known. Lines are in order and do not overlap. */
export function detect(text: string, lines: readonly Line[], extent: Extent = 'story'): StructuredBlock[] {
  const blocks = lines.flatMap((line, index) =>
    line.type ? told(text, line, index) : split(text, line, index, extent),
  )
  settlePictures(text, blocks)
  markRelatedTitles(text, blocks)
  if (extent === 'story') findHeader(text, blocks, lines)
  settleSignOffs(text, blocks)
  markLists(text, blocks, lines)
  markSubheads(text, blocks, lines)
  return blocks.filter((block) => block.end > block.start)
}

function told(text: string, line: Line, index: number): StructuredBlock[] {
  const range = trim(text, line.start, line.end)
  if (line.type === 'caption') {
    const parts = photoCreditParts(text.slice(range.start, range.end))
    if (parts.length > 0)
      return fill(text, range, parts, index).map((block) =>
        block.type === 'paragraph' ? { ...block, type: 'caption' as const } : block,
      )
  }
  return [{ type: line.type!, ...range, line: index }]
}

/** The parts of one line. */
function split(text: string, { start, end }: Line, line: number, extent: Extent): StructuredBlock[] {
  const range = trim(text, start, end)
  if (range.start === range.end) return []
  const words = text.slice(range.start, range.end)
  const one = (type: BlockType): StructuredBlock[] => [{ type, ...range, line }]
  if (isCorrection(words)) return one('correction')
  // A long line is read only where such parts can stand.
  const parts = partsOf(words, extent)
  if (parts.length === 0) {
    if (isNotice(words)) return one('notice')
    if (extent === 'story' && isLoneDateline(words)) return one('dateline')
    if (opensAsCaption(words) && words.length <= 700) return one('caption')
    return one('paragraph')
  }
  return fill(text, range, parts, line)
}

function partsOf(words: string, extent: Extent): LinePart[] {
  const copyright = copyrightParts(words)
  if (copyright.length > 0 && copyright[0]!.start === 0) return copyright
  const whole = creditParts(words)
  if (whole.length === 1 && whole[0]!.start === 0 && whole[0]!.end === words.length) return whole
  const related = relatedParts(words)
  const parts: LinePart[] = [...related, ...copyright]
  // What the links leave over is read for the rest.
  let at = 0
  for (const link of [...parts]
    .sort((a, b) => a.start - b.start)
    .concat({ type: 'related', start: words.length, end: words.length })) {
    const stretch = words.slice(at, Math.max(at, link.start))
    if (stretch.trim()) {
      const found = at === 0 && extent === 'story' ? datelineParts(stretch) : []
      const credits = creditParts(stretch)
      found.push(...credits, ...(credits.length === 0 ? reportingParts(stretch) : []))
      const lastCredit = credits.at(-1)
      if (!lastCredit || lastCredit.end < stretch.trimEnd().length) found.push(...photoCreditParts(stretch))
      for (const part of found)
        parts.push({
          ...part,
          start: part.start + at,
          end: part.end + at,
          ...(part.cutEnd === undefined ? {} : { cutEnd: part.cutEnd + at }),
        })
    }
    at = link.end
  }
  const ordered = parts.sort((a, b) => a.start - b.start)
  return ordered.filter((part, i) => i === 0 || part.start >= (ordered[i - 1]!.cutEnd ?? ordered[i - 1]!.end) - 1)
}

function fill(text: string, range: Range, parts: readonly LinePart[], line: number): StructuredBlock[] {
  const blocks: StructuredBlock[] = []
  const add = (type: BlockType, start: number, end: number, copyright?: true) => {
    const inner = trim(text, start, end)
    if (inner.end <= inner.start) return
    blocks.push({
      type,
      ...inner,
      line,
      ...(blocks.length > 0 ? { glued: true as const } : {}),
      ...(copyright ? { copyright } : {}),
    })
  }
  let at = range.start
  for (const part of parts) {
    add('paragraph', at, range.start + part.start)
    add(part.type, Math.max(at, range.start + part.start), range.start + part.end, part.copyright)
    at = range.start + (part.cutEnd ?? part.end)
  }
  add('paragraph', at, range.end)
  return blocks
}

const matter = new Set<BlockType>([
  'paragraph',
  'subhead',
  'blockquote',
  'pullQuote',
  'item',
  'tableCell',
  'tableHeader',
  'caption',
])
const bareAgency = /^[([][^()[\]]{2,40}[)\]]\.?$/u

/**
 * An agency alone in brackets is a photo credit inside a story and a sign-off at its end. What stands before a photo
 * credit is its caption when it reads as one; an agency at the end of a paragraph of prose inside the story is left there.
 */
function settlePictures(text: string, blocks: StructuredBlock[]) {
  let last = blocks.length - 1
  while (last >= 0 && (!matter.has(blocks[last]!.type) || blocks[last]!.copyright)) last--
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i]!
    if (block.type !== 'photoCredit') continue
    const words = text.slice(block.start, block.end)
    const before = blocks[i - 1]
    const beforeText = before && before.type === 'paragraph' ? text.slice(before.start, before.end) : ''
    const agencyOnly = bareAgency.test(words) && isSignOff(words)
    // On a line of its own under the whole story an agency signs the story, unless the line before can only be a caption.
    const signs = agencyOnly && i > last && !block.glued
    const caption = beforeText !== '' && (signs ? opensAsCaption(beforeText) : readsAsCaption(beforeText))
    if (caption) before!.type = 'caption'
    else if (agencyOnly && i > last && i > 0 && before!.type !== 'caption') block.type = 'credit'
    else if (agencyOnly && block.glued && beforeText) {
      // Prose that an agency signs in passing: the brackets stay in the sentence.
      before!.end = block.end
      blocks.splice(i, 1)
    }
  }
}

/** "Agencies" or "— Reuters" on a last line of its own. At the head it was taken for the byline before. */
function settleSignOffs(text: string, blocks: StructuredBlock[]) {
  for (let i = blocks.length - 1; i > 0; i--) {
    const block = blocks[i]!
    if (block.type === 'paragraph' && !block.copyright) {
      if (!block.glued && block.end - block.start < 120 && isSignOff(text.slice(block.start, block.end)))
        block.type = 'credit'
      return
    }
    if (matter.has(block.type)) return
  }
}

const titleLength = 150
const endsSentence = /[.;:,]["”’')\]]*$/u

/** "ALSO READ |" alone on a line: the title is the next line when that reads as one. */
function markRelatedTitles(text: string, blocks: StructuredBlock[]) {
  blocks.forEach((block, i) => {
    if (
      block.type !== 'related' ||
      !/[|:–—-]$|(?:READ|WATCH|SEE|[Rr]ead|[Ww]atch|FYI)$/u.test(text.slice(block.start, block.end))
    )
      return
    const next = blocks[i + 1]
    if (!next || next.type !== 'paragraph' || next.line !== block.line + 1 || next.end - next.start > titleLength)
      return
    if (!endsSentence.test(text.slice(next.start, next.end))) next.type = 'related'
  })
}

const bullet = /^(?:[•●▪◦‣∙·*]|[–—-](?=\s)|>>?)\s*/u
const numbered = /^\(?(?:\d{1,2}|[a-z])[.)]\s+/u
const quoteMark = /^>\s?/u

/** Lines that begin with a bullet or number, two or more together (a bullet sign is enough alone). */
function markLists(text: string, blocks: StructuredBlock[], lines: readonly Line[]) {
  const open = (block: StructuredBlock | undefined) =>
    block !== undefined && block.type === 'paragraph' && !block.glued && lines[block.line]!.type === undefined
  const marker = (block: StructuredBlock) => {
    const words = text.slice(block.start, Math.min(block.end, block.start + 12))
    if (quoteMark.test(words)) return { kind: 'quote', length: quoteMark.exec(words)![0].length }
    if (bullet.test(words)) return { kind: words[0]!, length: bullet.exec(words)![0].length }
    if (numbered.test(words)) return { kind: 'number', length: numbered.exec(words)![0].length }
    return undefined
  }
  for (let i = 0; i < blocks.length; i++) {
    const first = blocks[i]!
    const mark = open(first) ? marker(first) : undefined
    if (!mark || first.end - first.start <= mark.length) continue
    if (mark.kind === 'quote') {
      first.type = 'blockquote'
      first.start += mark.length
      continue
    }
    let end = i
    const restarts = (at: number) => at > i && mark.kind === 'number' && startsAtOne(text, blocks[at]!)
    while (end < blocks.length && open(blocks[end]) && marker(blocks[end]!)?.kind === mark.kind && !restarts(end)) end++
    const alone = /[•●▪◦‣∙·]/u.test(mark.kind)
    if (end - i < 2 && !alone) continue
    if (mark.kind === 'number' && !startsAtOne(text, first)) continue
    first.opensList = true
    for (; i < end; i++) {
      const item = blocks[i]!
      item.type = 'item'
      item.start += marker({ ...item, type: 'paragraph' })!.length
      if (mark.kind === 'number') item.ordered = true
    }
    i--
  }
}

function startsAtOne(text: string, { start }: StructuredBlock): boolean {
  return /^\(?(?:1|a)[.)]/u.test(text.slice(start, start + 4))
}

const subheadLength = 90
const subheadWords = 14

/** A short line without a full stop between two paragraphs of the body. */
function markSubheads(text: string, blocks: StructuredBlock[], lines: readonly Line[]) {
  blocks.forEach((block, i) => {
    const before = blocks[i - 1]
    if (
      block.type !== 'paragraph' ||
      block.glued ||
      block.copyright ||
      lines[block.line]!.type !== undefined ||
      !before
    )
      return
    const words = text.slice(block.start, block.end)
    if (words.length > subheadLength || words.split(/\s+/).length > subheadWords) return
    if (!/^[\p{Lu}\d"“‘'¿¡]/u.test(words) || !/[\p{L}\p{N}?!"”’')%]$/u.test(words) || /[.;:,]["”’')]*$/u.test(words))
      return
    if (!/\p{L}{2}/u.test(words) || /@|https?:|www\./.test(words) || isSignOff(words)) return
    // A whole quotation without its speaker is a paragraph; so is a line of dialogue.
    if (/^["“].*["”]$/u.test(words) && /[.!?,]["”]$/u.test(words)) return
    const next = blocks
      .slice(i + 1)
      .find((b) => b.type !== 'notice' && b.type !== 'photoCredit' && b.type !== 'caption')
    if (!next || !['paragraph', 'item', 'blockquote'].includes(next.type) || next.copyright) return
    if (next.end - next.start < Math.max(60, words.length) && next.type === 'paragraph') return
    if (before.type === 'subhead') return
    block.type = 'subhead'
  })
}

function trim(text: string, start: number, end: number): Range {
  while (start < end && /[\s\u200b\ufeff]/.test(text[start]!)) start++
  while (end > start && /[\s\u200b\ufeff]/.test(text[end - 1]!)) end--
  return { start, end }
}

import type { Line, StructuredBlock } from './structure'
import { isSignOff } from './line-parts'

// Lengths in characters or words that display text keeps to in print and on screens.
const headlineLength = 200
const headlineWords = 32
const standfirstLength = 450
const bylineLength = 140
/** Evidence a second line needs before it is taken out of the body; see `standfirstWeight`. */
const enough = 2

/**
 * Names the head of a story: headline, standfirst, byline and a dateline on its own line, changing the blocks' types in
 * place. A first line that ends like a sentence, or stands alone, is no headline; a second line is a standfirst only for
 * a reason (a byline or dateline follows, no full stop, or the body says it again).
 */
export function findHeader(text: string, blocks: StructuredBlock[], lines: readonly Line[]) {
  const words = (block: StructuredBlock) => text.slice(block.start, block.end)
  const free = (block: StructuredBlock | undefined): block is StructuredBlock =>
    block !== undefined &&
    block.type === 'paragraph' &&
    !block.glued &&
    !block.copyright &&
    lines[block.line]!.type === undefined
  const plain = (i: number) => free(blocks[i]) && blocks[i + 1]?.glued !== true

  let at = 0
  const skip = () => {
    while (blocks[at] && ['notice', 'photoCredit', 'caption', 'related', 'correction'].includes(blocks[at]!.type)) at++
  }
  skip()
  const toldHeadline = blocks.findIndex((block) => block.type === 'headline')
  if (toldHeadline >= 0) {
    // What stands above a headline its format named is a section's name or a stamp.
    for (const block of blocks.slice(0, toldHeadline))
      if (free(block) && words(block).length < 60) block.type = 'notice'
    at = toldHeadline + 1
  } else {
    if (
      plain(at) &&
      isKicker(words(blocks[at]!)) &&
      plain(at + 1) &&
      isHeadline(words(blocks[at + 1]!)) &&
      blocks.length > at + 2
    ) {
      blocks[at]!.type = 'notice'
      at++
    }
    const candidate = blocks[at]
    if (candidate && plain(at) && isHeadline(words(candidate)) && bodyFollows(text, blocks, at)) {
      candidate.type = 'headline'
      at++
    } else if (candidate && plain(at) && isByline(words(candidate), text, blocks[at + 1])) {
      candidate.type = 'byline'
      at++
      return
    } else return
  }

  let standfirst = blocks.some((block) => block.type === 'standfirst')
  let byline = blocks.some((block) => block.type === 'byline')
  for (let steps = 0; steps < 8; steps++) {
    skip()
    const block = blocks[at]
    if (!block) return
    if (block.type === 'standfirst' || block.type === 'byline') {
      at++
      continue
    }
    if (block.type === 'dateline' || !plain(at)) return
    const line = words(block)
    if (!byline && isByline(line, text, blocks[at + 1])) {
      block.type = 'byline'
      byline = true
    } else if (byline && isByline(line, text, blocks[at + 1]) && blocks[at - 1]!.type === 'byline') {
      // A second name, or the reporter's title, under the first: the desk decides where it goes.
      block.type = 'notice'
    } else if (!standfirst && standfirstWeight(text, blocks, at, byline) >= enough) {
      block.type = 'standfirst'
      standfirst = true
    } else return
    at++
  }
}

function isHeadline(line: string): boolean {
  const count = line.split(/\s+/).length
  if (line.length > headlineLength || count > headlineWords || count < 2) return false
  if (!/^["“‘'([¿¡]?[\p{L}\p{N}$€£₹#@]/u.test(line)) return false
  if (/[,;:]$/u.test(line) || /https?:/.test(line)) return false
  return (
    !/(?<![.…\s](?:[A-Z]|\.)?)\.["”’')\]]*$/u.test(line) ||
    /\.{3}["”’')]*$/u.test(line) ||
    /\b(?:\p{Lu}\.){2,}$/u.test(line)
  )
}

function isKicker(line: string): boolean {
  return line.split(/\s+/).length <= 3 && line.length <= 40 && /^[\p{L}\d &/|:'’-]+$/u.test(line)
}

/** A headline needs a story below it: a line that is longer, or that ends as a sentence does. */
function bodyFollows(text: string, blocks: readonly StructuredBlock[], at: number): boolean {
  return blocks.slice(at + 1, at + 40).some((block) => {
    const words = text.slice(block.start, block.end)
    return block.type === 'paragraph' && (/[.!?…]["”’')\]]*$/u.test(words) || words.length > 120)
  })
}

const name = `\\p{Lu}[\\p{L}\\p{M}.'’-]*`
const names = `${name}(?:\\s+(?:(?:de|da|von|van|der|bin|al|el|la|le|di|du)\\s+){0,2}${name}){0,4}`
const writers = `${names}(?:\\s*(?:,|&|and|\\||;)\\s*(?:and\\s+)?${names}){0,6}`
const role =
  '(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Bb]ureau|[Dd]esk|[Ss]taff|[Cc]olumnist|[Pp]roducer|[Ss]ervice|[Nn]etwork|[Tt]eam|[Aa]gencies|[Cc]ontributor|[Cc]hief|STAFF|REPORTER|DESK|BUREAU|SERVICE|CORRESPONDENT)'
const bylines = [
  new RegExp(
    `^(?:[Bb]y|BY|Written by|Reported by|Words by|Story by|Posted by|Edited by|Author|Reporter)\\s*[:|]?\\s+(?:our\\s+)?${names}`,
    'u',
  ),
  // A name and whom it writes for: "Jane Doe, Political Editor", "Express News Service", "Our Correspondent".
  new RegExp(
    `^(?:${writers}\\s*[,|–—-]\\s*)?(?:(?:Our|Own|The|A)\\s+)?(?:${name}\\s+){0,4}${role}(?:s)?(?:\\s+(?:in|at)\\s+${names})?(?:\\s*[|,].{0,50})?$`,
    'u',
  ),
  // Names and a place: "Jane Doe in Kyiv and John Roe in Moscow".
  new RegExp(`^${name}\\s+${names}\\s+in\\s+${names}(?:(?:,|\\s+and)\\s+${name}\\s+${names}\\s+in\\s+${names})*$`, 'u'),
  new RegExp(`^${name}\\s+${names}\\s*[,|/]\\s*(?:${names})(?:\\s*[|/]\\s*.{0,50})?$`, 'u'),
  new RegExp(`^${name}\\s+${name}(?:\\s+${name})?(?:\\s*(?:,|and|&)\\s*${name}\\s+${name}(?:\\s+${name})?){0,4}$`, 'u'),
]

function isByline(line: string, text: string, next: StructuredBlock | undefined): boolean {
  if (line.length > bylineLength || /[.!?]["”’]?$/u.test(line.replace(/\b(?:\p{Lu}|Jr|Sr)\.$/u, ''))) return false
  if (bylines[0]!.test(line) || isSignOff(line)) return true
  if (/["“”?!]/u.test(line) || !next || next.end - next.start < 60) return false
  const found = bylines.slice(1).findIndex((pattern) => pattern.test(line))
  if (found < 0) return false
  // A name alone could be a short deck: take it only when the body repeats none of it as running words.
  return found < 1 || !text.slice(next.start, next.start + 2000).includes(line.split(/\s*[,|/]\s*/u)[0]!)
}

const content = (words: string) =>
  new Set(
    (words.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]{3,}/gu) ?? []).map((word) => word.replace(/['’]s$/u, '')),
  )

/**
 * How much says that the line under the headline is a standfirst. The body saying it again is the plain sign: display
 * text repeats the story, the story does not repeat itself.
 */
function standfirstWeight(text: string, blocks: readonly StructuredBlock[], at: number, afterByline: boolean): number {
  const block = blocks[at]!
  const line = text.slice(block.start, block.end)
  if (line.length > standfirstLength || line.split(/\s+/).length < 4) return 0
  const rest = blocks
    .slice(at + 1)
    .filter((next) => !['notice', 'photoCredit', 'caption', 'related'].includes(next.type))
  const body = rest.filter((next) => next.type === 'paragraph' || next.type === 'dateline')
  if (body.length === 0) return 0
  let weight = 0
  if (!/[.!?…]["”’')\]]*$/u.test(line) && line.length < 300) weight += 2
  const next = rest[0]!
  if (next.type === 'dateline') weight += 2
  const nextLine = text.slice(next.start, next.end)
  if (!afterByline && next.type === 'paragraph' && isByline(nextLine, text, rest[1])) weight += 2
  if (afterByline && weight === 0) return 0

  const below = text.slice(next.start, next.start + 40_000)
  const said = line.match(/["“]([^"“”]{25,})["”]/u)?.[1] ?? line.match(/(?<!\p{L})[‘']([^‘’']{25,})[’']/u)?.[1]
  if (said && below.replace(/[“”"‘’']/gu, '').includes(said.replace(/[“”"‘’'.,]+$/gu, '').slice(0, 60))) weight += 2
  const lead = text.slice(body[0]!.start, body.find((b) => b.type === 'paragraph')?.end ?? body[0]!.end)
  const ours = content(line)
  const theirs = content(lead)
  const shared = [...ours].filter((word) => theirs.has(word)).length / Math.max(1, ours.size)
  if (ours.size < 5) return weight
  if (shared >= 0.55) weight += 2
  else if (shared >= 0.35) weight += 1
  const fullNames = line.match(/\p{Lu}[\p{L}\p{M}'’-]+(?:\s+\p{Lu}[\p{L}\p{M}'’-]+){1,5}/gu) ?? []
  if (fullNames.some((full) => full.split(/\s+/).length >= 3 && lead.includes(full))) weight += 1
  if (line.length * 1.3 < lead.length && sentencesOf(line) === 1 && weight === 1) weight += 0.5
  return weight
}

function sentencesOf(line: string): number {
  return (line.match(/[.!?]["”’']?(?:\s+(?=[\p{Lu}"“‘'])|$)/gu) ?? []).length
}

import type { Fault, Rule } from '../context'
import { isStory, shown, textOf } from './places'

const apostrophe =
  /(?<=[\p{L}\p{N}])['’](?=[\p{L}\p{N}])|(?<=s)['’](?=\s)|(?<=\s|^)['’](?=(?:tis|twas|em|n|\d\ds?)\b)/giu

/** Typography of quotations: T-1 and one finding for mixed marks (d9, d16 "one cause is one finding"). */
export const typographyRules: readonly Rule[] = [
  {
    id: 'T-1',
    title: 'Quotation marks are balanced',
    level: 'block',
    source: 'VCU',
    check({ story }) {
      const faults: Fault[] = []
      const blocks = story.blocks.filter(isStory)
      for (const [index, block] of blocks.entries()) {
        const text = textOf(story, block)
        const open = unbalanced(text)
        if (!open) continue
        // T-2: a quotation that runs on opens again in the next paragraph and closes only in its last.
        const next = blocks[index + 1]
        if (open.kind === 'unclosed' && next && /^\s*["“«]/.test(textOf(story, next))) continue
        faults.push({
          start: block.start + open.at,
          end: block.start + open.at + 1,
          message:
            open.kind === 'unclosed' && !text.slice(open.at + 1).trim()
              ? `The quotation mark after “${lastWords(text.slice(0, open.at))}” opens nothing.`
              : open.kind === 'unclosed'
                ? `The quotation mark before “${shown(text.slice(open.at + 1), 40)}” is never closed.`
                : `The quotation mark after “${lastWords(text.slice(0, open.at))}” closes nothing.`,
          about: `${open.kind} ${text.slice(Math.max(0, open.at - 20), open.at + 60)}`,
        })
      }
      return faults
    },
  },
  {
    id: 'copy/mixed-marks',
    title: 'One kind of quotation mark throughout',
    level: 'note',
    source: 'd16: one cause is one finding',
    check({ story }) {
      const text = story.blocks
        .filter(isStory)
        .map((block) => textOf(story, block))
        .join('\n')
      const straight = text.match(/["']/g)?.length ?? 0
      const curly = text.match(/[“”‘’]/g)?.length ?? 0
      if (straight === 0 || curly === 0) return []
      return [
        {
          message: `Mixed marks: ${straight} straight, ${curly} curly. “Curl the quotation marks” makes them one kind.`,
          about: 'mixed marks',
        },
      ]
    },
  },
]

/** The end of a text, in whole words. */
function lastWords(text: string): string {
  const words = text.trim()
  return words.length <= 40 ? words : words.slice(-40).replace(/^\S*\s/, '')
}

/** The double mark of a paragraph that is never closed or closes nothing. Single marks may be apostrophes. */
function unbalanced(paragraph: string): { kind: 'unclosed' | 'stray'; at: number } | undefined {
  const text = paragraph.replace(apostrophe, (mark) => '\u0000'.repeat(mark.length))
  let open = -1
  let fault: { kind: 'unclosed' | 'stray'; at: number } | undefined
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!
    // An inch or a second of arc after a digit is no quotation mark unless one is open.
    if (mark === '"' && open < 0 && /\d/.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? '')) continue
    if (mark === '“' || mark === '«' || (mark === '"' && open < 0)) {
      if (mark === '"' && looks(text, at) === 'closing') fault ??= { kind: 'stray', at }
      if (open < 0) open = at
    } else if (mark === '”' || mark === '»' || mark === '"') {
      if (open < 0) return { kind: 'stray', at }
      if (mark === '"' && looks(text, at) === 'opening') fault ??= { kind: 'unclosed', at: open }
      open = -1
    }
  }
  // Straight marks pair in any order; only where they come out odd does their look tell which one is wrong.
  return open < 0 ? undefined : (fault ?? { kind: 'unclosed', at: open })
}

/** Whether a straight mark stands as one that opens or closes; undefined where it could be either. */
function looks(text: string, at: number): 'opening' | 'closing' | undefined {
  const before = text[at - 1] ?? ' '
  const after = text[at + 1] ?? ' '
  if (/[\s([{—–]/.test(before)) return /\s/.test(after) ? undefined : 'opening'
  return /[\s.,;:!?)\]}—–]/.test(after) ? 'closing' : undefined
}

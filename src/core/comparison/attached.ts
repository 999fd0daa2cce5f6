import type { Alignment } from './align'
import type { Side } from './sides'
import { tokenKinds, type Lexicon } from './tokens'

/**
 * A mark that came or went takes its word along: "adopted" became "adopted," is shown as one change, because a lone comma
 * is easily overlooked. Quotation marks and brackets stand for themselves.
 */
export function changeWithMarks(
  old: Side,
  fresh: Side,
  { toNew, toOld, move }: Omit<Alignment, 'links'>,
  lexicon: Lexicon,
) {
  const { kinds } = lexicon
  const letGo: number[] = []
  for (let token = 0; token < toNew.length; token++) {
    const answer = toNew[token]!
    if (answer < 0 || kinds[old.tokens.id[token]!] === tokenKinds.mark) continue
    for (const step of [1, -1] as const) {
      const mark = attached(old, lexicon, token, step)
      const newMark = attached(fresh, lexicon, answer, step)
      if (mark < 0 && newMark < 0) continue
      const went = mark >= 0 && toNew[mark]! < 0
      const came = newMark >= 0 && toOld[newMark]! < 0
      if (mark >= 0 && newMark >= 0 && !(went && came && old.tokens.id[mark] !== fresh.tokens.id[newMark])) continue
      if (!went && !came) continue
      letGo.push(token)
      break
    }
  }
  for (const token of letGo) {
    toOld[toNew[token]!] = -1
    toNew[token] = -1
    move[token] = 0
  }
}

const joining = new Set([',', ';', ':', '.', '!', '?', '-', '–', '—', '…'])

/** The mark that touches a word on one side, or -1. */
function attached({ tokens, block }: Side, lexicon: Lexicon, token: number, step: 1 | -1): number {
  const beside = token + step
  if (beside < 0 || beside >= tokens.count || block[beside] !== block[token]) return -1
  const touches = step === 1 ? tokens.start[beside] === tokens.end[token] : tokens.end[beside] === tokens.start[token]
  return touches && joining.has(lexicon.textOf(tokens.id[beside]!)) ? beside : -1
}

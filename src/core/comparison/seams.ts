import type { Version } from './pieces'
import { countWhile } from './search'

/** A place in a version: the end of one stretch of it, or the start of another. */
export interface Edge {
  version: Version
  at: number
}

/** Text that two versions share: `from` to `to` in one stands at `other` in the other. */
export interface Same {
  from: number
  to: number
  other: number
}

interface Link {
  version: Version
  other: Version
  /** By `from`. */
  same: Same[]
}

const isSpace = (text: string, at: number) => at < 0 || at >= text.length || /\s/u.test(text[at]!)
// Scripts that are written without spaces between words.
const spaceless = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u
const lastLetter = /([\p{L}\p{N}])[\p{M}\p{Cf}]*$/u
const firstLetter = /^[\p{L}\p{N}]/u
/** Code units of text around a seam that tell what stands there. */
const reach = 8

/**
 * Where stretches of several versions meet. Taking some of the changes of one place and leaving others can put words side
 * by side that no version has so: the space between them went with a change that was taken, or did not come.
 */
export class Seams {
  #links: Link[] = []

  /** Says that two versions share texts. */
  share(version: Version, other: Version, same: readonly Same[]) {
    const turned = same.map(({ from, to, other: at }) => ({ from: at, to: at + to - from, other: from }))
    const inOrder = (list: readonly Same[]) => [...list].sort((a, b) => a.from - b.from)
    this.#links.push({ version, other, same: inOrder(same) }, { version: other, other: version, same: inOrder(turned) })
  }

  /** Whether a space must stand between what ends at one place and what starts at another. */
  isBare(end: Edge, start: Edge): boolean {
    if (end.version === start.version && end.at === start.at) return false
    const before = end.version.flat.text
    const after = start.version.flat.text
    if (isSpace(before, end.at - 1) || isSpace(after, start.at)) return false
    const ends = this.#everywhere(end, -1)
    const starts = this.#everywhere(start, 0)
    if (ends.some((a) => starts.some((b) => a.version === b.version && a.at === b.at))) return false
    const last = lastLetter.exec(before.slice(Math.max(0, end.at - reach), end.at))?.[1]
    const first = firstLetter.exec(after.slice(start.at, start.at + reach))?.[0]
    if (last && first && !(spaceless.test(last) && spaceless.test(first))) return true
    const hadSpace = ({ version, at }: Edge) => isSpace(version.flat.text, at)
    return ends.some(hadSpace) && starts.some(({ version, at }) => hadSpace({ version, at: at - 1 }))
  }

  /** The same place in every version that has it. `beside` is the side of it on which the text stands: -1 before it. */
  #everywhere(edge: Edge, beside: -1 | 0): Edge[] {
    const places = [edge]
    for (const { version, at } of places)
      for (const link of this.#links) {
        if (link.version !== version || places.some((known) => known.version === link.other)) continue
        const shared = holding(link.same, at + beside)
        if (shared) places.push({ version: link.other, at: at + shared.other - shared.from })
      }
    return places
  }
}

function holding(same: readonly Same[], at: number): Same | undefined {
  const found = same[countWhile(same, ({ from }) => from <= at) - 1]
  return found && at < found.to ? found : undefined
}

import { Fragment, type Node } from 'prosemirror-model'
import { plainText, schema, type Manuscript, type PlainText, type Range } from '../manuscript'
import { assemble, type Piece } from './assemble'
import { docOf } from './doc'
import { blockOf } from './formats'
import type { Edge, Seams } from './seams'
import { flatten, type Flat } from './sides'
import type { Doc, DocBlock } from './types'

/** A manuscript with everything that copying stretches of it needs. */
export interface Version {
  plain: PlainText
  doc: Doc
  flat: Flat
}

export function versionOf(manuscript: Manuscript): Version {
  const doc = docOf(manuscript)
  return { plain: plainText(manuscript), doc, flat: flatten(doc) }
}

/** Kept text that takes its marks from another version: offsets into the old text, and how far on it stands there. */
export interface Remark {
  from: number
  to: number
  version: Version
  shift: number
}

/**
 * Puts a manuscript together from stretches of several versions, in order. Where two meet that stand beside each other in
 * none of them, and the space between them is in neither, a space is put there.
 */
export class Pieces {
  #pieces: Piece[] = []
  #content = Fragment.empty
  #lastFrame: DocBlock = { type: 'p', text: '' }
  #length = 0
  #seams: Seams
  #spaces = new Set<number>()
  /** Where what was copied last ends, if it was copied. */
  #end: Edge | undefined

  constructor(seams: Seams) {
    this.#seams = seams
  }

  /** How much of the flat text there is so far. */
  get length(): number {
    return this.#length
  }

  /** Whether a space stands at a place that was put there because it was missing. */
  isAdded(at: number): boolean {
    return this.#spaces.has(at)
  }

  /** Copies a stretch, ending blocks where it holds their ends. `frameAt` may give a block another frame. */
  copy(version: Version, from: number, to: number, frameAt?: (block: number) => DocBlock | undefined) {
    const { plain, doc, flat } = version
    let at = from
    while (at < to) {
      const block = blockOf(flat, at)
      const blockEnd = flat.starts[block + 1]! - 1
      const source = plain.blocks[block]
      const stop = Math.min(to, blockEnd)
      if (source && stop > at) {
        this.#meet({ version, at })
        this.#append(source.node.content.cut(at - source.start, stop - source.start))
        this.#end = { version, at: stop }
      }
      if (to > blockEnd) this.#close(frameAt?.(block) ?? doc.blocks[block]!)
      at = blockEnd + 1
    }
  }

  /** Copies a stretch whose marks other versions have changed in places, each in one place of its own, in order. */
  copyRemarked(
    version: Version,
    from: number,
    to: number,
    remarks: readonly Remark[],
    frameAt: (block: number) => DocBlock | undefined,
  ) {
    let at = from
    for (const remark of remarks) {
      const start = Math.max(at, remark.from)
      const end = Math.min(to, remark.to)
      if (end <= start) continue
      this.copy(version, at, start, frameAt)
      this.copy(remark.version, start + remark.shift, end + remark.shift)
      at = end
    }
    this.copy(version, at, to, frameAt)
  }

  /** Writes words of nobody's version, without marks; a line break ends a block of the given kind. */
  write(words: string, frame: DocBlock = this.#lastFrame) {
    words.split('\n').forEach((line, index) => {
      if (index > 0) this.#close(frame)
      if (line === '') return
      this.#append(Fragment.from(schema.text(line)))
      this.#end = undefined
    })
  }

  /** The manuscript, and where in its text a stretch of what was put together stands. */
  done(): { manuscript: Manuscript; placed: (range: Range) => Range } {
    if (this.#content.size > 0) this.#close(this.#lastFrame)
    const { manuscript, blocks } = assemble(this.#pieces)
    let placed: ((range: Range) => Range) | undefined
    return { manuscript, placed: (range) => (placed ??= placing(manuscript, this.#pieces, blocks))(range) }
  }

  /** Puts the space that is missing before what is copied next. */
  #meet(start: Edge) {
    if (!this.#end || this.#content.size === 0 || !this.#seams.isBare(this.#end, start)) return
    this.#spaces.add(this.#length)
    this.#append(Fragment.from(schema.text(' ')))
  }

  #append(content: Fragment) {
    this.#content = this.#content.append(content)
    this.#length += content.size
  }

  #close(frame: DocBlock) {
    this.#pieces.push({ frame, content: this.#content })
    this.#lastFrame = frame
    this.#content = Fragment.empty
    this.#length++
  }
}

/** A manuscript may have blocks that no piece brought: the missing caption of a picture. */
function placing(manuscript: Manuscript, pieces: readonly Piece[], blocks: readonly (Node | undefined)[]) {
  const startOf = new Map(plainText(manuscript).blocks.map(({ node, start }) => [node, start]))
  const starts = new Int32Array(pieces.length + 1)
  const shifts = new Int32Array(pieces.length + 1)
  let at = 0
  pieces.forEach(({ content }, index) => {
    const block = blocks[index]
    const start = block && startOf.get(block)
    starts[index] = at
    shifts[index] = start === undefined ? (shifts[index - 1] ?? 0) : start - at
    at += content.size + 1
  })
  starts[pieces.length] = at
  shifts[pieces.length] = shifts[pieces.length - 1] ?? 0
  const shiftAt = (place: number) => shifts[blockOf({ starts }, place)]!
  return ({ start, end }: Range): Range => {
    const from = start + shiftAt(start)
    return { start: from, end: end > start ? end + shiftAt(end - 1) : from }
  }
}

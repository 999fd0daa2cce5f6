import { Mark, type Node } from 'prosemirror-model'
import { schema, type BlockType, type Piece } from '../manuscript'
import { cleanText } from './text'

/** A run of words with its marks, as a format's markup gave it. */
interface Run {
  text: string
  marks: readonly Mark[]
}

type Kind = Omit<Piece, 'content'>

/**
 * The lines of a story as a reader meets them: `write` adds words, `end` closes the line. Space is collapsed as HTML
 * does, empty lines vanish, what no manuscript may hold is taken out.
 */
export class Lines {
  readonly pieces: Piece[] = []
  private runs: Run[] = []

  write(text: string, marks: readonly Mark[]) {
    if (text) this.runs.push({ text, marks })
  }

  get empty(): boolean {
    return this.runs.every((run) => !/\S/.test(run.text))
  }

  /** Closes the line as a piece of the kind given; a line of no words is none. Returns the piece. */
  end(kind: Kind = {}): Piece | undefined {
    const content = tidy(this.runs, kind.type)
    this.runs = []
    if (content.length === 0) return undefined
    const piece = { ...kind, content }
    this.pieces.push(piece)
    return piece
  }

  add(piece: Piece) {
    this.pieces.push(piece)
  }
}

// Display text is set by its place, not by marks that a template put on all of it.
const unmarked = new Set<BlockType>([
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'subhead',
  'tableHeader',
  'related',
])

/** Text nodes of runs: space collapsed across them and trimmed at both ends. */
export function tidy(runs: readonly Run[], type?: BlockType): Node[] {
  const clean: { text: string; marks: readonly Mark[] }[] = []
  let spaced = true
  for (const run of runs) {
    let text = cleanText(run.text).replace(/\s+/gu, ' ')
    if (spaced) text = text.replace(/^ /, '')
    if (!text) continue
    spaced = text.endsWith(' ')
    const last = clean.at(-1)
    if (last && Mark.sameSet(last.marks, run.marks)) last.text += text
    else clean.push({ text, marks: run.marks })
  }
  while (clean.length > 0) {
    const last = clean.at(-1)!
    last.text = last.text.replace(/ $/, '')
    if (last.text) break
    clean.pop()
  }
  const plain = type !== undefined && unmarked.has(type)
  const keep = (mark: Mark) => !plain || mark.type === schema.marks.link
  const nodes: Node[] = []
  for (const { text, marks } of clean) {
    const node = schema.text(text, marks.filter(keep))
    const last = nodes.at(-1)
    if (last && Mark.sameSet(last.marks, node.marks))
      nodes[nodes.length - 1] = schema.text(last.text! + text, node.marks)
    else nodes.push(node)
  }
  return nodes
}

/** The marks with one more, in the schema's order. */
export function withMark(
  marks: readonly Mark[],
  name: 'strong' | 'em' | 'code' | 'link',
  attrs?: { href: string },
): readonly Mark[] {
  return schema.mark(name, attrs).addToSet(marks)
}

export function withoutMark(marks: readonly Mark[], name: 'strong' | 'em'): readonly Mark[] {
  return schema.marks[name]!.removeFromSet(marks)
}

/**
 * Settles headings: the first of the top rank is the headline when no format named one; a first heading that opens the
 * story is too. The rest are subheads of two ranks.
 */
export function rankHeadings(
  pieces: readonly { piece: Piece; rank: number }[],
  first: Piece | undefined,
  named: boolean,
) {
  const top = Math.min(...pieces.map(({ rank }) => rank))
  let headline = named
  for (const { piece, rank } of pieces) {
    if (!headline && (rank === 1 || piece === first)) {
      piece.type = 'headline'
      headline = true
    } else {
      piece.type = 'subhead'
      piece.level = rank <= Math.max(2, top) ? 2 : 3
    }
    piece.content = tidy(
      piece.content.map((node) => ({ text: node.text ?? '', marks: node.marks })),
      piece.type,
    )
  }
}

/** A table of rows of cells; a table that only lays out prose gives its lines instead. */
export function tableOf(
  rows: readonly { header: boolean; content: Node[]; colspan: number; rowspan: number }[][],
): Node | undefined {
  const filled = rows.filter((row) => row.some((cell) => cell.content.length > 0))
  const columns = Math.max(0, ...filled.map((row) => row.length))
  if (filled.length === 0 || columns < 2) return undefined
  if (
    filled.some((row) => row.some((cell) => cell.content.reduce((sum, node) => sum + node.nodeSize, 0) > longestCell))
  )
    return undefined
  return schema.node(
    'table',
    null,
    filled.map((row) =>
      schema.node(
        'tableRow',
        null,
        row.map(({ header, content, colspan, rowspan }) =>
          schema.node(header ? 'tableHeader' : 'tableCell', { colspan, rowspan }, content),
        ),
      ),
    ),
  )
}

// Longer than any figure or label: prose that was put in a table to set it beside something.
const longestCell = 800

import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Assessment, ReviewedQuotation } from '@core/analysis'
import type { Annotation } from '@core/annotations'
import { plainText, toPosition, type Manuscript, type PlainBlock, type PlainText, type Range } from '@core/manuscript'
import type { Level } from '@core/provenance'
import type { Source } from '@core/record'
import { agencyCode, agencyHue } from '../ui'

// Kinds of block that no agency writes for us: what we add around the story.
const unbarred = new Set([
  'credit',
  'related',
  'notice',
  'correction',
  'tableCell',
  'tableHeader',
  'caption',
  'photoCredit',
])

/** The words of a quotation that are underlined: what is in marks; of an indirect one only its cue, to keep the page calm. */
export function underlined({ quotation }: ReviewedQuotation): readonly Range[] {
  if (quotation.type !== 'indirect') {
    return quotation.fragments.length > 0 ? quotation.fragments : [{ start: quotation.start, end: quotation.end }]
  }
  const { cueStart, cueEnd } = quotation
  return cueStart !== undefined && cueEnd !== undefined && cueEnd > cueStart ? [{ start: cueStart, end: cueEnd }] : []
}

/** Where one block comes from: the agency most of its borrowed words are of, and how closely. */
export interface BlockOrigin {
  agency: string
  level: Exclude<Level, 'original'>
  more: boolean
}

/** Underlines and gutter bars of an analysis, on the manuscript it was made of. */
export function analysisMarks(
  manuscript: Manuscript,
  assessment: Assessment,
  sources: readonly Source[],
): DecorationSet {
  const plain = plainText(manuscript)
  const marks: Decoration[] = []
  const stateOf = new Map<string, { state: string; key: string }>()
  for (const { key, state, quotations } of assessment.utterances)
    for (const { quotation } of quotations) stateOf.set(quotation.id, { state, key })
  for (const reviewed of assessment.quotations) {
    const { state, key } = stateOf.get(reviewed.quotation.id) ?? { state: reviewed.state, key: reviewed.quotation.id }
    const ranges = underlined(reviewed)
    for (const [index, range] of ranges.entries()) {
      eachBlock(plain, range, (from, to) => {
        marks.push(
          Decoration.inline(from, to, {
            class: `quotation quotation-${state}`,
            'data-quotation': reviewed.quotation.id,
            'data-utterance': key,
          }),
        )
        if (index === ranges.length - 1 && (state === 'matched' || state === 'check-again' || state === 'altered'))
          marks.push(Decoration.inline(to - 1, to, { class: `quotation-last last-${state}` }))
      })
    }
  }
  for (const [block, origin] of blockOrigins(plain, assessment, sources)) {
    marks.push(
      Decoration.node(block.pos - 1, block.pos - 1 + block.node.nodeSize, {
        class: `from from-${origin.level} hue-${agencyHue(origin.agency)}`,
        'data-agency': agencyCode(origin.agency) + (origin.more ? '+' : ''),
      }),
    )
  }
  return DecorationSet.create(manuscript, marks)
}

/** The blocks with borrowed words, and where most of those come from. */
export function blockOrigins(
  plain: PlainText,
  { provenance }: Assessment,
  sources: readonly Source[],
): Map<PlainBlock, BlockOrigin> {
  const agencyOf = new Map(sources.map((source) => [source.id, source.agency ?? source.slug ?? '?']))
  const found = new Map<PlainBlock, BlockOrigin>()
  for (const block of plain.blocks) {
    if (unbarred.has(block.type)) continue
    const byAgency = new Map<string, number>()
    const byLevel = new Map<Level, number>()
    for (const { start, end, level, from } of provenance.sentences) {
      const best = from[0]
      if (end <= block.start || start >= block.end || level === 'original' || !best) continue
      for (const { source } of from) {
        const agency = agencyOf.get(source) ?? '?'
        byAgency.set(agency, (byAgency.get(agency) ?? 0) + end - start)
      }
      byLevel.set(level, (byLevel.get(level) ?? 0) + end - start)
    }
    const agency = most(byAgency)
    const level = most(byLevel)
    if (agency === undefined || level === undefined || level === 'original') continue
    found.set(block, { agency, level, more: byAgency.size > 1 })
  }
  return found
}

function most<K>(counts: Map<K, number>): K | undefined {
  let best: K | undefined
  let count = 0
  for (const [key, value] of counts) if (value > count) [best, count] = [key, value]
  return best
}

/** Highlights of annotations that are open and whose words are there; the chosen one stands out. */
export function remarkMarks(
  manuscript: Manuscript,
  annotations: readonly Annotation[],
  chosen: string | undefined,
): DecorationSet {
  const plain = plainText(manuscript)
  const marks: Decoration[] = []
  for (const { id, kind, anchor, orphan, resolved } of annotations) {
    if (orphan || (resolved && id !== chosen)) continue
    eachBlock(plain, anchor, (from, to) => {
      marks.push(
        Decoration.inline(from, to, {
          class: `remark remark-${kind}${id === chosen ? ' selected' : ''}`,
          'data-remark': id,
        }),
      )
    })
  }
  return DecorationSet.create(manuscript, marks)
}

/** A stretch lit for the moment: what was jumped to. */
export function lightMarks(manuscript: Manuscript, ranges: readonly Range[]): DecorationSet {
  const plain = plainText(manuscript)
  const marks: Decoration[] = []
  for (const range of ranges)
    eachBlock(plain, range, (from, to) => marks.push(Decoration.inline(from, to, { class: 'lit' })))
  return DecorationSet.create(manuscript, marks)
}

/** The ProseMirror positions of a plain-text range, block by block. */
function eachBlock(plain: PlainText, range: Range, see: (from: number, to: number) => void) {
  for (const block of plain.blocks) {
    if (block.end <= range.start) continue
    if (block.start >= range.end) return
    const from = toPosition(plain, Math.max(block.start, range.start))
    const to = toPosition(plain, Math.min(block.end, range.end))
    if (from < to) see(from, to)
  }
}

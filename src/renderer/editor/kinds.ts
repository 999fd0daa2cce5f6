import type { NodeType } from 'prosemirror-model'
import { schema } from '@core/manuscript'

export type Kind =
  | 'paragraph'
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'dateline'
  | 'subhead'
  | 'subsubhead'
  | 'blockquote'
  | 'pullQuote'
  | 'bullets'
  | 'numbers'
  | 'related'
  | 'credit'
  | 'correction'
  | 'notice'

interface KindOfBlock {
  kind: Kind
  title: string
  keys?: string
  type: NodeType
  attrs?: Record<string, unknown>
}

const { nodes } = schema

/** Every kind of block a person can make of another, in the order of the menu. */
export const kinds: readonly KindOfBlock[] = [
  { kind: 'paragraph', title: 'Paragraph', keys: 'Mod-Alt-0', type: nodes.paragraph! },
  { kind: 'headline', title: 'Headline', keys: 'Mod-Alt-1', type: nodes.headline! },
  { kind: 'subhead', title: 'Subhead', keys: 'Mod-Alt-2', type: nodes.subhead!, attrs: { level: 2 } },
  { kind: 'subsubhead', title: 'Smaller subhead', keys: 'Mod-Alt-3', type: nodes.subhead!, attrs: { level: 3 } },
  { kind: 'standfirst', title: 'Standfirst', keys: 'Mod-Alt-4', type: nodes.standfirst! },
  { kind: 'byline', title: 'Byline', keys: 'Mod-Alt-5', type: nodes.byline! },
  { kind: 'dateline', title: 'Dateline', keys: 'Mod-Alt-6', type: nodes.dateline! },
  { kind: 'credit', title: 'Credit line', keys: 'Mod-Alt-7', type: nodes.credit! },
  { kind: 'related', title: 'Related link', keys: 'Mod-Alt-8', type: nodes.related! },
  { kind: 'blockquote', title: 'Block quotation', keys: 'Mod-Alt-9', type: nodes.blockquote! },
  { kind: 'pullQuote', title: 'Pull quote', type: nodes.pullQuote! },
  { kind: 'bullets', title: 'Bulleted list', keys: 'Mod-Shift-8', type: nodes.list!, attrs: { ordered: false } },
  { kind: 'numbers', title: 'Numbered list', keys: 'Mod-Shift-7', type: nodes.list!, attrs: { ordered: true } },
  { kind: 'correction', title: 'Correction', type: nodes.correction! },
  { kind: 'notice', title: 'Notice from the wire', type: nodes.notice! },
]

/** The fields above the body, in the order in which they stand. */
export const headerOrder = ['headline', 'standfirst', 'byline', 'dateline'] as const
export type HeaderField = (typeof headerOrder)[number]

export const isHeader = (type: NodeType): boolean => (headerOrder as readonly string[]).includes(type.name)
export const kindNamed = (kind: Kind): KindOfBlock => kinds.find((one) => one.kind === kind)!

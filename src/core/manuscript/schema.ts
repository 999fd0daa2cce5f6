import { Schema, type Node } from 'prosemirror-model'

/** A story's text as a ProseMirror document. It holds only what may be published; see docs/ARCHITECTURE.md. */
export type Manuscript = Node

const safeLink = /^(?:https?:\/\/[^\s]|mailto:[^\s])/i
const imageAddress = /^(?:https?:\/\/[^\s]|data:image\/(?:png|jpeg|gif|webp);base64,)/i

/** True for the only link targets a manuscript may carry: http, https and mailto. */
export function isSafeLink(href: unknown): href is string {
  return typeof href === 'string' && href.length <= 4096 && safeLink.test(href)
}

function optional(check: (value: unknown) => boolean, what: string) {
  return (value: unknown) => {
    if (value !== null && !check(value)) throw new RangeError(`${what} is not allowed here`)
  }
}

const text = { content: 'text*', defining: true }

/**
 * The schema of a manuscript:
 * `doc: headline? standfirst? byline? dateline? block+`. Every block that holds text holds nothing but text nodes, so a
 * ProseMirror position inside a block is the block's start plus a UTF-16 offset.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'headline? standfirst? byline? dateline? block+' },
    paragraph: { ...text, group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    headline: { ...text, parseDOM: [{ tag: 'h1' }], toDOM: () => ['h1', { class: 'headline' }, 0] },
    standfirst: {
      ...text,
      parseDOM: [{ tag: 'p.standfirst', priority: 60 }],
      toDOM: () => ['p', { class: 'standfirst' }, 0],
    },
    byline: { ...text, parseDOM: [{ tag: 'p.byline', priority: 60 }], toDOM: () => ['p', { class: 'byline' }, 0] },
    dateline: {
      ...text,
      parseDOM: [{ tag: 'p.dateline', priority: 60 }],
      toDOM: () => ['p', { class: 'dateline' }, 0],
    },
    subhead: {
      ...text,
      group: 'block',
      attrs: {
        level: {
          default: 2,
          validate: (value: unknown) => {
            if (value !== 2 && value !== 3) throw new RangeError('a subhead has level 2 or 3')
          },
        },
      },
      parseDOM: [
        { tag: 'h2', attrs: { level: 2 } },
        { tag: 'h3', attrs: { level: 3 } },
        { tag: 'h4', attrs: { level: 3 } },
        { tag: 'h5', attrs: { level: 3 } },
        { tag: 'h6', attrs: { level: 3 } },
      ],
      toDOM: (node) => [node.attrs.level === 3 ? 'h3' : 'h2', 0],
    },
    blockquote: { ...text, group: 'block', parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', 0] },
    pullQuote: {
      ...text,
      group: 'block',
      parseDOM: [{ tag: 'aside.pull-quote' }],
      toDOM: () => ['aside', { class: 'pull-quote' }, 0],
    },
    list: {
      content: 'item+',
      group: 'block',
      attrs: { ordered: { default: false, validate: 'boolean' } },
      parseDOM: [
        { tag: 'ul', attrs: { ordered: false } },
        { tag: 'ol', attrs: { ordered: true } },
      ],
      toDOM: (node) => [node.attrs.ordered ? 'ol' : 'ul', 0],
    },
    item: { ...text, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    figure: {
      content: 'caption photoCredit',
      group: 'block',
      isolating: true,
      attrs: {
        src: {
          default: null,
          validate: optional((v) => typeof v === 'string' && imageAddress.test(v), 'this picture'),
        },
        alt: { default: '', validate: 'string' },
      },
      parseDOM: [{ tag: 'figure' }],
      toDOM: (node) => ['figure', { 'data-alt': String(node.attrs.alt) }, 0],
    },
    caption: { ...text, parseDOM: [{ tag: 'figcaption' }], toDOM: () => ['figcaption', 0] },
    photoCredit: {
      ...text,
      parseDOM: [{ tag: 'p.photo-credit', priority: 60 }],
      toDOM: () => ['p', { class: 'photo-credit' }, 0],
    },
    table: {
      content: 'tableRow+',
      group: 'block',
      isolating: true,
      tableRole: 'table',
      parseDOM: [{ tag: 'table' }],
      toDOM: () => ['table', ['tbody', 0]],
    },
    tableRow: {
      content: '(tableCell | tableHeader)*',
      tableRole: 'row',
      parseDOM: [{ tag: 'tr' }],
      toDOM: () => ['tr', 0],
    },
    tableCell: cell('td', 'cell'),
    tableHeader: cell('th', 'header_cell'),
    related: {
      ...text,
      group: 'block',
      attrs: { href: { default: null, validate: optional(isSafeLink, 'this address') } },
      parseDOM: [{ tag: 'p.related', priority: 60 }],
      toDOM: () => ['p', { class: 'related' }, 0],
    },
    credit: {
      ...text,
      group: 'block',
      parseDOM: [{ tag: 'p.credit', priority: 60 }],
      toDOM: () => ['p', { class: 'credit' }, 0],
    },
    correction: {
      ...text,
      group: 'block',
      parseDOM: [{ tag: 'p.correction', priority: 60 }],
      toDOM: () => ['p', { class: 'correction' }, 0],
    },
    notice: {
      ...text,
      group: 'block',
      parseDOM: [{ tag: 'p.notice', priority: 60 }],
      toDOM: () => ['p', { class: 'notice' }, 0],
    },
    text: {},
  },
  marks: {
    link: {
      attrs: {
        href: {
          validate: (value: unknown) => {
            if (!isSafeLink(value)) throw new RangeError('a link leads to http, https or mailto only')
          },
        },
      },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (dom) => {
            const href = (dom as { getAttribute(name: string): string | null }).getAttribute('href')?.trim()
            return isSafeLink(href) ? { href } : false
          },
        },
      ],
      toDOM: (mark) => ['a', { href: String(mark.attrs.href), rel: 'noopener noreferrer' }, 0],
    },
    strong: {
      parseDOM: [
        { tag: 'strong' },
        {
          tag: 'b',
          getAttrs: (dom) =>
            styleOf(dom, 'fontWeight') === 'normal' || styleOf(dom, 'fontWeight') === '400' ? false : null,
        },
        { style: 'font-weight=400', clearMark: (mark) => mark.type.name === 'strong' },
        { style: 'font-weight=normal', clearMark: (mark) => mark.type.name === 'strong' },
        {
          style: 'font-weight',
          getAttrs: (value) => (/^(?:bold(?:er)?|[6-9]\d{2})$/.test(value) ? null : false),
        },
      ],
      toDOM: () => ['strong', 0],
    },
    em: {
      parseDOM: [
        { tag: 'em' },
        { tag: 'i', getAttrs: (dom) => (styleOf(dom, 'fontStyle') === 'normal' ? false : null) },
        { style: 'font-style=italic' },
        { style: 'font-style=normal', clearMark: (mark) => mark.type.name === 'em' },
      ],
      toDOM: () => ['em', 0],
    },
    code: { parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0], excludes: '' },
  },
})

function cell(tag: 'td' | 'th', tableRole: string) {
  const span = { default: 1, validate: 'number' }
  return {
    content: 'text*',
    isolating: true,
    tableRole,
    attrs: { colspan: span, rowspan: span, colwidth: { default: null } },
    parseDOM: [{ tag }],
    toDOM: (node: Node): [string, Record<string, string>, 0] => [
      tag,
      {
        ...(node.attrs.colspan === 1 ? {} : { colspan: String(node.attrs.colspan) }),
        ...(node.attrs.rowspan === 1 ? {} : { rowspan: String(node.attrs.rowspan) }),
      },
      0,
    ],
  }
}

function styleOf(dom: unknown, name: 'fontWeight' | 'fontStyle'): string {
  return (dom as { style?: Record<string, string> }).style?.[name] ?? ''
}

/** The name of every kind of block that holds text of its own. */
export type BlockType =
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'dateline'
  | 'paragraph'
  | 'subhead'
  | 'blockquote'
  | 'pullQuote'
  | 'item'
  | 'caption'
  | 'photoCredit'
  | 'tableCell'
  | 'tableHeader'
  | 'related'
  | 'credit'
  | 'correction'
  | 'notice'

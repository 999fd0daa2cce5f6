import fc from 'fast-check'
import { parseManuscript, type Manuscript } from '../manuscript'

/** Random manuscripts for property tests: every block, mark and attribute of the schema, and the edits people make. */

type Json = { type: string; attrs?: Record<string, unknown>; content?: Json[]; text?: string; marks?: Json[] }

const words = [
  'the', 'a', 'minister', 'said', 'on', 'Monday', 'that', 'talks', 'would', 'resume', 'in', 'Seoul', 'and', 'of', '42',
  '1,500', '3.5%', 'troops', 'border', '“no', 'comment”', '"never"', 'Rao', 'O’Neil', 'e-mail', 'naïve', 'e\u0301tude', '👩‍👩‍👧',
  '👍🏽', '🇮🇳', 'क्षि', 'संसद', '東京', '—', 'U.S.', 'AP', '(PTI)', 'according', 'to', 'police', 'two', '\u00a0', '한국어', '\u1112\u1161\u11ab', 'ก่ำ', '‘aye’', 'self-made', '18F’s', 'etc.',
] // prettier-ignore
const word = fc.constantFrom(...words)
const end = fc.constantFrom('.', '.', '.', '?', '”', '')
const sentence = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 9 }), end)
  .map(([list, stop]) => list.join(' ') + stop)
const text = fc.oneof(
  { weight: 6, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')) },
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom(' ', '  leading', 'trailing ', 'two\nlines', ' \u0301odd', 'x') },
)
const mark = fc.constantFrom<Json>(
  { type: 'strong' },
  { type: 'em' },
  { type: 'code' },
  { type: 'link', attrs: { href: 'https://example.org/a' } },
  { type: 'link', attrs: { href: 'https://example.org/b' } },
)
const inline = fc.tuple(text, fc.array(fc.tuple(mark, fc.nat(), fc.nat()), { maxLength: 2 })).map(([value, marks]) => {
  if (value === '') return []
  const cuts = new Set([0, value.length])
  const spans = marks.map(([each, a, b]) => {
    const from = Math.min(a % value.length, b % value.length)
    const to = Math.max(a % value.length, b % value.length) + 1
    cuts.add(from).add(to)
    return { each, from, to }
  })
  const edges = [...cuts].sort((a, b) => a - b)
  const nodes: Json[] = []
  for (let index = 0; index + 1 < edges.length; index++) {
    const from = edges[index]!
    const on = spans.filter((span) => span.from <= from && span.to > from).map(({ each }) => each)
    const distinct = on.filter((each, place) => on.findIndex(({ type }) => type === each.type) === place)
    nodes.push({
      type: 'text',
      text: value.slice(from, edges[index + 1]),
      ...(distinct.length ? { marks: distinct } : {}),
    })
  }
  return nodes
})
const textblock = (type: string, attrs: fc.Arbitrary<Record<string, unknown>> = fc.constant({})) =>
  fc.tuple(inline, attrs).map(([content, values]): Json => ({ type, attrs: values, content }))
const paragraph = textblock('paragraph')
const cell = fc.oneof(textblock('tableCell', fc.record({ colspan: fc.constantFrom(1, 2) })), textblock('tableHeader'))
const block = fc.oneof(
  { weight: 8, arbitrary: paragraph },
  { weight: 1, arbitrary: textblock('subhead', fc.record({ level: fc.constantFrom(2, 3) })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('blockquote', 'pullQuote', 'credit', 'notice').chain((type) => textblock(type)),
  },
  {
    weight: 1,
    arbitrary: textblock(
      'related',
      fc.record({ href: fc.constantFrom(null, 'https://example.org/1', 'https://example.org/2') }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.array(textblock('item'), { minLength: 1, maxLength: 3 }), fc.boolean())
      .map(([content, ordered]): Json => ({ type: 'list', attrs: { ordered }, content })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(textblock('caption'), textblock('photoCredit'), fc.constantFrom('', 'a bridge'))
      .map(([caption, credit, alt]): Json => ({
        type: 'figure',
        attrs: { src: null, alt },
        content: [caption, credit],
      })),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.array(cell, { maxLength: 3 }), { minLength: 1, maxLength: 3 })
      .map((rows): Json => ({ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) })),
  },
)
const field = (type: string) => fc.option(textblock(type), { nil: undefined })
const story = fc
  .tuple(
    field('headline'),
    field('standfirst'),
    field('byline'),
    field('dateline'),
    fc.array(block, { minLength: 1, maxLength: 8 }),
  )
  .map(([headline, standfirst, byline, dateline, blocks]): Json => {
    const fields = [headline, standfirst, byline, dateline].filter((each) => each !== undefined)
    return { type: 'doc', content: [...fields, ...blocks] }
  })

const isField = ({ type }: Json) => ['headline', 'standfirst', 'byline', 'dateline'].includes(type)
const plain = ({ content }: Json) => (content ?? []).map((node) => node.text ?? '').join('')

/** One edit of a top-level block list, chosen by numbers. */
const edit = fc.record({
  kind: fc.constantFrom(
    'words',
    'words',
    'swap',
    'move',
    'split',
    'merge',
    'drop',
    'insert',
    'retype',
    'format',
    'sentence',
  ),
  at: fc.nat(),
  to: fc.nat(),
  value: sentence,
  fresh: block,
  mark,
})
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function applyEdit(content: Json[], { kind, at, to, value, fresh, mark: chosen }: Edit): Json[] {
  const fields = content.filter(isField)
  const blocks = content.filter((each) => !isField(each))
  const index = at % blocks.length
  const target = blocks[index]!
  const textual = target.content?.every(({ type }) => type === 'text') ?? false
  const list = plain(target).split(' ')
  const place = to % list.length
  const cut = list.slice(0, place).join(' ').length
  const replaced = (next: string): Json => ({ ...target, content: next ? [{ type: 'text', text: next }] : [] })
  switch (kind) {
    case 'words':
      if (textual) blocks[index] = replaced(list.with(place, value).join(' '))
      break
    case 'swap':
      if (textual) blocks[index] = replaced([...list.slice(place), ...list.slice(0, place)].join(' '))
      break
    case 'sentence': {
      const other = blocks[to % blocks.length]!
      if (textual && other.type === 'paragraph') {
        blocks[index] = replaced('')
        blocks[to % blocks.length] = {
          ...other,
          content: [...(other.content ?? []), { type: 'text', text: ` ${plain(target)} ` }],
        }
      }
      break
    }
    case 'move':
      blocks.splice(index, 1)
      blocks.splice(to % (blocks.length + 1), 0, target)
      break
    case 'split':
      if (target.type === 'paragraph')
        blocks.splice(index, 1, replaced(plain(target).slice(0, cut)), replaced(plain(target).slice(cut).trimStart()))
      break
    case 'merge': {
      const next = blocks[index + 1]
      if (target.type === 'paragraph' && next?.type === 'paragraph')
        blocks.splice(index, 2, {
          ...target,
          content: [...(target.content ?? []), { type: 'text', text: ' ' }, ...(next.content ?? [])],
        })
      break
    }
    case 'drop':
      if (blocks.length > 1) blocks.splice(index, 1)
      break
    case 'insert':
      blocks.splice(index, 0, fresh)
      break
    case 'retype':
      if (target.type === 'paragraph') blocks[index] = { ...target, type: 'blockquote' }
      break
    case 'format':
      if (textual && plain(target))
        blocks[index] = { ...target, content: [{ type: 'text', text: plain(target), marks: [chosen] }] }
      break
  }
  return [...fields, ...blocks]
}

/** Two versions of one story, or now and then two stories that have nothing to do with each other. */
export const manuscriptPair: fc.Arbitrary<[Manuscript, Manuscript]> = fc
  .oneof(
    { weight: 4, arbitrary: fc.tuple(story, fc.array(edit, { maxLength: 6 })) },
    { weight: 1, arbitrary: fc.tuple(story, story) },
  )
  .map(([old, next]) => {
    const fresh = Array.isArray(next)
      ? { type: 'doc', content: next.reduce((content, each) => applyEdit(content, each), old.content!) }
      : next
    return [parseManuscript(old), parseManuscript(fresh)]
  })

/** A version and two people's revisions of it. */
export const manuscriptTriple: fc.Arbitrary<[Manuscript, Manuscript, Manuscript]> = fc
  .tuple(story, fc.array(edit, { maxLength: 4 }), fc.array(edit, { maxLength: 4 }))
  .map(([base, ours, theirs]) => {
    const edited = (edits: readonly Edit[]) => ({
      type: 'doc',
      content: edits.reduce((content, each) => applyEdit(content, each), base.content!),
    })
    return [parseManuscript(base), parseManuscript(edited(ours)), parseManuscript(edited(theirs))]
  })

const spaceless = '[\\p{sc=Hani}\\p{sc=Thai}]'
const oneWord = new RegExp(`${spaceless}\\p{M}*|(?:(?!${spaceless})[\\p{L}\\p{N}]\\p{M}*)+`, 'gu')

/** The words of a text and where they stand. Of scripts that put no space between words each letter counts as one. */
export function wordsIn(text: string): { word: string; start: number; end: number }[] {
  return [...text.matchAll(oneWord)].map(({ 0: each, index }) => ({
    word: each,
    start: index,
    end: index + each.length,
  }))
}

/** Where neither a word nor a grapheme is cut. */
export function cutsOf(text: string): Set<number> {
  const cuts = new Set(
    [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ index }) => index),
  )
  for (const { index, segment, isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text))
    for (let at = index + 1; isWordLike && at < index + segment.length; at++) cuts.delete(at)
  return cuts.add(text.length)
}

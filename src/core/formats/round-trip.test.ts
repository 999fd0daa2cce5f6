import fc from 'fast-check'
import { unzipSync } from 'fflate'
import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { readStory, ReadError, writeCopy } from '.'
import { schema, type Manuscript } from '../manuscript'

const meta = {
  slug: 'harbour-levy',
  language: 'en',
  uri: 'urn:writethru:1',
  version: '3',
  publishedAt: '2026-03-02T10:00:00Z',
}
const formats = ['html', 'md', 'txt', 'docx', 'ninjs'] as const

const doc = (...blocks: Node[]) => schema.node('doc', null, blocks)
const block = (type: string, ...content: (string | Node)[]) =>
  schema.node(
    type,
    null,
    content.filter((part) => part !== '').map((part) => (typeof part === 'string' ? schema.text(part) : part)),
  )

const reread = (manuscript: Manuscript, format: string) =>
  readStory(writeCopy(manuscript, meta, format).bytes, {
    name: `copy.${writeCopy(manuscript, meta, format).extension}`,
  }).manuscript

// -- stories in the house's manner: prose that ends in stops, display text that does not

const word = fc.constantFrom(
  ...[
    'harbour',
    'levy',
    'council',
    'ferry',
    'Marlow',
    'pilots',
    'seven',
    'vote',
    'budget',
    'quay',
    'Dunmore',
    'winter',
    'tugs',
    'cargo',
  ],
  ...[
    '*stars*',
    '_lines_',
    'a<b>c',
    '&amp;',
    '[note]',
    '`tick`',
    '#7',
    '1.',
    'naïve',
    '£40',
    '50%',
    'don’t',
    '~x~',
    '\\back',
    '|bar|',
  ],
)
const sentence = fc
  .array(word, { minLength: 12, maxLength: 24 })
  .map((words) => `The council ${words.join(' ')} before the next session.`)
const mark = fc.subarray(['strong', 'em', 'link'] as const)
const run = fc.tuple(sentence, mark).map(([text, names]) =>
  schema.text(
    text,
    names.map((name) => schema.mark(name, name === 'link' ? { href: 'https://example.org/a?b=(c)&d' } : null)),
  ),
)
const prose = fc
  .array(run, { minLength: 1, maxLength: 3 })
  .map((runs) => runs.flatMap((node, i) => (i ? [schema.text(' '), node] : [node])))
const title = fc.constantFrom(
  'Council weighs levy on harbour traffic',
  'Ferries idle for a second winter week',
  'Pilots reject the port’s last offer',
)
const textBlock = (type: string) => prose.map((content) => schema.node(type, null, content))
const list = fc.tuple(fc.boolean(), fc.array(prose, { minLength: 2, maxLength: 4 })).map(([ordered, items]) =>
  schema.node(
    'list',
    { ordered },
    items.map((content) => schema.node('item', null, content)),
  ),
)
const section = fc
  .tuple(
    title,
    fc.array(fc.oneof({ weight: 4, arbitrary: textBlock('paragraph') }, textBlock('blockquote'), list), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([words, blocks]) => [
    schema.node('subhead', { level: 2 }, [schema.text(words)]),
    schema.node('paragraph', null, [
      schema.text('The talks went on into the night, and no side would say how much the other had offered so far.'),
    ]),
    ...blocks,
  ])
const story = fc
  .tuple(
    fc.option(fc.constant(block('dateline', 'DUNMORE, Ireland (AP)')), { nil: undefined }),
    fc.array(textBlock('paragraph'), { minLength: 2, maxLength: 4 }),
    fc.array(section, { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([dateline, paragraphs, sections, credit]) =>
    doc(
      block('headline', 'Dunmore raises its harbour dues'),
      block('standfirst', 'Boats will pay twice as much from May, and the fishermen say that they were never asked'),
      block('byline', 'By Orla Keane'),
      ...(dateline ? [dateline] : []),
      ...paragraphs,
      ...sections.flat(),
      ...(credit ? [block('credit', '(With inputs from PTI)')] : []),
    ),
  )

/** What a format without marks and links can say. */
const withoutMarks = (manuscript: Manuscript): Manuscript =>
  schema.nodeFromJSON(strip(manuscript.toJSON())) as Manuscript
const strip = (json: { marks?: unknown; content?: never[]; text?: string }): object => {
  const { marks: _, content, ...rest } = json
  if (!content) return rest
  const merged: { type?: string; text?: string }[] = []
  for (const child of content.map(strip) as { type?: string; text?: string }[]) {
    const last = merged.at(-1)
    if (last && last.text !== undefined && child.text !== undefined) last.text += child.text
    else merged.push(child)
  }
  return { ...rest, content: merged }
}

describe('what was written reads back as the same manuscript', () => {
  it.each(['html', 'md', 'docx', 'ninjs'] as const)('%s', (format) => {
    fc.assert(
      fc.property(story, (manuscript) => {
        expect(reread(manuscript, format).toJSON()).toEqual(manuscript.toJSON())
      }),
      { numRuns: 60 },
    )
  })

  // Plain text has no place for marks.
  it('txt, but for the marks', () => {
    fc.assert(
      fc.property(story, (manuscript) => {
        expect(reread(manuscript, 'txt').toJSON()).toEqual(withoutMarks(manuscript).toJSON())
      }),
      { numRuns: 60 },
    )
  })

  const rich = doc(
    block('headline', 'Dunmore raises its harbour dues'),
    block(
      'paragraph',
      'The council of Dunmore voted by nine to six to raise the dues that every boat in its harbour pays.',
    ),
    schema.node('table', null, [
      schema.node('tableRow', null, [block('tableHeader', 'Boat'), block('tableHeader', 'Dues')]),
      schema.node('tableRow', null, [block('tableCell', 'Trawler'), block('tableCell', '£40')]),
    ]),
    schema.node('figure', null, [
      block('caption', 'Trawlers wait at the quay in Dunmore.'),
      block('photoCredit', 'Photo: Orla Keane'),
    ]),
    schema.node('pullQuote', null, [schema.text('We were never asked')]),
    schema.node('related', { href: 'https://example.org/ferries' }, [
      schema.text('ALSO READ | Ferries idle for a second week'),
    ]),
    block('correction', 'Correction: An earlier version gave the wrong date for the vote.'),
    block('credit', '(with AP inputs)'),
  )
  it('html keeps tables, captions, pull quotes, related links, corrections and the credit', () => {
    expect(reread(rich, 'html').toJSON()).toEqual(rich.toJSON())
  })
  it('docx keeps them too, but for what makes a cell a header', () => {
    const plain = JSON.parse(JSON.stringify(rich.toJSON()).replaceAll('tableHeader', 'tableCell')) as object
    expect(reread(rich, 'docx').toJSON()).toEqual(plain)
  })
})

describe('a clean copy', () => {
  const working = doc(
    block('headline', 'Dunmore raises its harbour dues'),
    block('dateline', 'DUNMORE'),
    block('notice', 'Eds: CANARY-NOTICE adds reaction'),
    block('paragraph'),
    schema.node('list', null, [block('item')]),
    schema.node('figure', { src: 'https://example.org/CANARY-PICTURE.png' }, [block('caption'), block('photoCredit')]),
    block('paragraph', 'The council voted by nine to six.'),
  )
  const unpacked = (bytes: Uint8Array) => {
    const text = (part: Uint8Array) => new TextDecoder('latin1').decode(part)
    return bytes[0] === 80 && bytes[1] === 75
      ? Object.entries(unzipSync(bytes))
          .map(([name, part]) => name + text(part))
          .join('\n')
      : text(bytes)
  }

  it.each(formats)('as %s holds no wire notice, no remote address and no empty block', (format) => {
    const copy = unpacked(writeCopy(working, meta, format).bytes)
    expect(copy).not.toContain('CANARY')
    expect(copy).toContain('The council voted by nine to six.')
    expect(reread(working, format).textContent).toBe(
      'Dunmore raises its harbour duesDUNMOREThe council voted by nine to six.',
    )
  })

  it.each(formats)('as %s is the same bytes each time', (format) => {
    expect(writeCopy(working, meta, format).bytes).toEqual(writeCopy(working, meta, format).bytes)
  })

  it('opens its first paragraph with the dateline', () => {
    const text = new TextDecoder().decode(writeCopy(working, meta, 'txt').bytes)
    expect(text).toBe('Dunmore raises its harbour dues\n\nDUNMORE — The council voted by nine to six.\n')
  })

  it('says of itself as a Word file only its title and language', () => {
    const core = new TextDecoder().decode(unzipSync(writeCopy(working, meta, 'docx').bytes)['docProps/core.xml'])
    expect(core.replace(/<\?.*?\?>|<\/?cp:[^>]*>/g, '').trim()).toBe(
      '<dc:title>Dunmore raises its harbour dues</dc:title><dc:language>en</dc:language>',
    )
  })

  it('is refused in a format that cannot be written yet', () => {
    expect(() => writeCopy(working, meta, 'pdf')).toThrow(ReadError)
    expect(() => writeCopy(working, meta, 'constructor')).toThrow(ReadError)
  })
})

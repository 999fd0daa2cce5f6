import { describe, expect, test } from 'vitest'
import { readStory } from '.'
import { anpa, blocksOf, bytesOf, ferry, iptc7901, latin1, type Item } from './wire.fixture'

const read = (text: string | Uint8Array) =>
  readStory(typeof text === 'string' ? bytesOf(text) : text, { name: 'item.txt' })
const body = (story: ReturnType<typeof read>) =>
  blocksOf(story)
    .filter(([kind]) => kind === 'paragraph')
    .map(([, words]) => words)
const paragraphs = [
  'The council of Orr voted on Tuesday to keep the night ferry, which loses two million a year.',
  ...ferry.paragraphs.slice(1),
]

describe('IPTC 7901', () => {
  test('a message comes apart: lines joined, the notebook for the desk', () => {
    const story = read(iptc7901({ ...ferry, agency: 'dpa', version: '1ST' }))
    expect(story.type).toBe('iptc7901')
    expect(blocksOf(story)).toEqual([
      ['headline', ferry.headline],
      ['byline', ferry.byline],
      ['dateline', 'ORR, Ardania (AP)'],
      ['notice', ferry.note],
      ...paragraphs.map((words) => ['paragraph', words]),
      ['notice', '# Notebook'],
    ])
  })

  test('the source has what its header and its end say', () => {
    const { text, ...fields } = read(iptc7901({ ...ferry, agency: 'dpa', version: '1ST' })).wire
    expect(fields).toEqual({
      agency: 'dpa',
      slug: 'EU--Orr-Ferry',
      version: '1ST LEAD',
      at: '2026-03-05T19:30:00Z',
      editorsNote: ferry.note,
      headline: ferry.headline,
    })
    expect(text).not.toMatch(/ccccb|051930/)
  })

  const message = (text: string, end = '051930 GMT Mar 26') =>
    `\u0001orr0061 4 i 9 dpa\r\n\nOrr/ferry/\r\n\u0002${text}\u0003${end}\r\n\u007f\u0004`

  test.each([
    ['the month in German', '071341 GMT Okt 15', '2015-10-07T13:41:00Z'],
    ['Central European Time', '071341 MEZ Dez 15', '2015-12-07T13:41:00+01:00'],
    ['no zone', '071341 Nov 18', '2018-11-07T13:41:00'],
    ['no such day', '311341 GMT Feb 26', undefined],
    ['a zone that nobody knows', '071341 XST Nov 18', undefined],
  ])('a time is read with %s', (_title, end, at) => expect(read(message('The council voted.', end)).wire.at).toBe(at))

  test.each([
    ['Latin-1', latin1(message('The caf\u00e9 of M\u00fcller')), 'The café of Müller'],
    ['Windows-1252', latin1(message('The \u0093caf\u00e9\u0094')), 'The “café”'],
    ['UTF-8', bytesOf(message('The “café”')), 'The “café”'],
    [
      'Latin-2 by its escape sequence',
      latin1(message('\u001b-BThe caf\u00e9 of \u00a3\u00f3d\u00bc')),
      'The café of Łódź',
    ],
  ])('letters are read in %s', (_title, bytes, words) => expect(body(read(bytes))).toEqual([words]))

  test.each([
    ['a kill', 'KILL', 'killed'],
    ['a correction', 'CORRECTION', 'corrected'],
    ['a hold', 'WITHHOLD', 'withheld'],
    ['an advisory', 'ADVISORY', 'advisory'],
  ])('%s is told by its label', (_title, label, status) => {
    const { wire } = read(message(`${label}\r\nOrr keeps its night ferry =\r\n\nThe council voted to keep it.\r\n`))
    expect(wire).toMatchObject({ status, headline: 'Orr keeps its night ferry' })
  })

  test('an embargo in its labels is one', () => {
    const { wire } = read(
      message('EMBARGOED until 0001 GMT March 6\r\nOrr keeps its night ferry =\r\n\nThe council voted.\r\n'),
    )
    expect(wire).toMatchObject({ embargo: '2026-03-06T00:01:00Z', headline: 'Orr keeps its night ferry' })
  })

  test('a list keeps its lines, a short line ends its paragraph', () => {
    const text =
      'The council has agreed on these matters, which the harbour board\r\nwants settled by the summer:\r\n- the ferry stays\r\n- fares rise\r\nOrr 2, Skarn 1\r\nThe bridge opens in spring.\r\n'
    expect(blocksOf(read(message(text))).map(([, words]) => words)).toEqual([
      'The council has agreed on these matters, which the harbour board wants settled by the summer:',
      'the ferry stays',
      'fares rise',
      'Orr 2, Skarn 1',
      'The bridge opens in spring.',
    ])
  })

  test('markup in a text is words', () => {
    expect(body(read(message('The <b>council</b> of Orr & Skarn')))).toEqual(['The <b>council</b> of Orr & Skarn'])
  })

  test('several messages in a file are several items; one cut off says so', () => {
    const story = read(`${iptc7901(ferry)}${message('The second message is whole.').split('\u0003')[0]!}`)
    expect(story.others?.map(({ wire }) => wire.text)).toEqual(['The second message is whole.'])
    expect(story.others?.[0]?.remarks).toContain(
      'The message does not say where its text ends; it may have been cut off.',
    )
  })
})

describe('ANPA 1312', () => {
  const item: Item = { ...ferry, version: '1st' }

  test('a message comes apart, with the signs that seven bits have not', () => {
    const story = read(anpa(item))
    expect(story.type).toBe('anpa')
    expect(blocksOf(story)).toEqual([
      ['headline', ferry.headline],
      ['byline', 'By NELA ORRIN, AP Ferry Writer'],
      ['dateline', 'ORR, Ardania (AP)'],
      ['notice', `Eds: ${ferry.note}`],
      ...paragraphs.map((words) => ['paragraph', words]),
    ])
  })

  test('the source has what header, slug line and trailer say', () => {
    const { text, ...fields } = read(anpa(item)).wire
    expect(fields).toEqual({
      agency: 'AP',
      slug: 'EU--Orr-Ferry',
      version: '1stLd-Writethru',
      at: '2026-03-05T14:30:00-05:00',
      editorsNote: `Eds: ${ferry.note}`,
      headline: ferry.headline,
    })
    expect(text).not.toMatch(/[<=^]|0211|Writethru/)
  })

  test('a keyword cut at 24 letters is made whole by the slug line; another part of an item is no version', () => {
    const long = anpa({ ...item, slug: 'BC-EU--Orr Ferry-Council Vote' }).replace(
      // oxlint-disable-next-line no-control-regex
      /(\u0011 )BC\S* \S* \S*/,
      '$1BC-EU--OrrFerry-CouncilVo',
    )
    expect(read(long).wire.slug).toBe('BC-EU--Orr Ferry-Council Vote')
    const add = anpa({ ...item, version: '' }).replace('Ferry,211<', 'Ferry, 1st Add,211<')
    expect(read(add).wire).toMatchObject({ slug: 'EU--Orr-Ferry, 1st Add' })
    expect(read(add).wire.version).toBeUndefined()
  })

  test('a summary is the standfirst; lists of pictures and the sender’s numbers are not text', () => {
    const text = anpa(item)
      .replace('^Eds:', '^AP Photo ORR101, ORR102<\r\n^The council turned down the sale<\r\n^Eds:')
      .replace('\u0002^', '\u0002^*9006< ^')
    const story = read(text)
    expect(blocksOf(story)).toContainEqual(['standfirst', 'The council turned down the sale'])
    expect(blocksOf(story)).toContainEqual(['notice', 'AP Photo ORR101, ORR102'])
    expect(story.wire.text).not.toContain('9006')
  })

  test('an embargo in the note to editors is one; one with no hour is said', () => {
    const hour = anpa(item).replace(`Eds: ${ferry.note}`, 'Eds: HOLD FOR RELEASE until 6 p.m. EST March 6.')
    expect(read(hour).wire.embargo).toBe('2026-03-06T18:00:00-05:00')
    const none = read(anpa(item).replace(`Eds: ${ferry.note}`, 'Eds: Embargoed until the speech.'))
    expect(none.wire.embargo).toBeUndefined()
    expect(none.remarks).toContain('The agency speaks of an embargo; no hour could be read from its words.')
  })

  test('a date that there is not is left empty, and said', () => {
    const story = read(anpa(item).replace('03-05-26 1430EST', '99-99-99 9999XST'))
    expect(story.wire.at).toBeUndefined()
    expect(story.remarks).toContain('The message names no time that there is; none was taken.')
  })
})

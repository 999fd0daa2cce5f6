import { describe, expect, test } from 'vitest'
import { readStory, ReadError } from '.'
import { blocksOf, bytesOf, ferry, latin1, nitf } from './wire.fixture'

const read = (text: string) => readStory(bytesOf(text), { name: 'item' })

/** An item with this body and these lines of its head. */
const item = (content: string, { docdata = '', head = '', status = 'usable' } = {}) =>
  `<nitf><head><docdata management-status="${status}"><date.issue norm="20260305T143000-0500"/>${docdata}</docdata></head>` +
  `<body><body.head><hedline><hl1>Orr keeps its night ferry</hl1></hedline>${head}</body.head><body.content>${content}</body.content></body></nitf>`
const lead = '<p>The council of Orr voted to keep the night ferry.</p>'

test('an item comes apart into its head, its note and its paragraphs', () => {
  const story = read(nitf(ferry))
  expect(story.type).toBe('nitf')
  expect(blocksOf(story)).toEqual([
    ['headline', 'Orr keeps its night ferry'],
    ['byline', 'By NELA ORRIN'],
    ['dateline', 'ORR, Ardania (AP)'],
    ['notice', 'ADDS the vote of the harbour board'],
    ['paragraph', 'The council of Orr voted on Tuesday to keep the night ferry, which loses two million a year.'],
    ['paragraph', ferry.paragraphs[1]],
    ['paragraph', ferry.paragraphs[2]],
  ])
})

test('what the agency says of the item is in the source, and the note is not in its text', () => {
  const { wire, slug } = read(nitf(ferry))
  const { text, ...fields } = wire
  expect(fields).toEqual({
    agency: 'AP',
    credit: 'AP',
    slug: 'EU--Orr-Ferry',
    version: '2',
    at: '2026-03-05T14:30:00-05:00',
    language: 'en',
    copyright: '© 2026 The Orr Press',
    editorsNote: 'ADDS the vote of the harbour board',
    item: 'orr-1',
    headline: 'Orr keeps its night ferry',
  })
  expect(slug).toBe('EU--Orr-Ferry')
  expect(text).not.toContain('ADDS')
})

describe('Markup', () => {
  test('of lists, quotations, subheads, tables, emphasis and links is kept; names are only words', () => {
    const story = read(
      item(
        `${lead}<hl2>What comes next</hl2><ul><li>The <em>bridge</em> opens</li><li>Fares rise</li></ul>
        <bq><block><p>We will not sell.</p></block></bq>
        <p><person>Ada Marsh</person> of <org>the <location>Orr</location> council</org>, see <a href="https://orr.example/">the vote</a> and <a href="javascript:run()">this</a>.</p>
        <nitf-table><nitf-table-metadata><nitf-table-summary><p>Fares</p></nitf-table-summary></nitf-table-metadata>
        <table><tr><th>Route</th><th>Fare</th></tr><tr><td>Night</td><td>7</td></tr></table></nitf-table>`,
      ),
    )
    expect(blocksOf(story).slice(1)).toEqual([
      ['paragraph', 'The council of Orr voted to keep the night ferry.'],
      ['subhead', 'What comes next'],
      ['item', 'The bridge opens'],
      ['item', 'Fares rise'],
      ['blockquote', 'We will not sell.'],
      ['paragraph', 'Ada Marsh of the Orr council, see the vote and this.'],
      ['tableHeader', 'Route'],
      ['tableHeader', 'Fare'],
      ['tableCell', 'Night'],
      ['tableCell', '7'],
    ])
    expect(JSON.stringify(story.manuscript)).toContain('https://orr.example/')
    expect(JSON.stringify(story.manuscript)).not.toContain('javascript')
  })

  test('of pictures leaves caption and credit; the picture is not fetched', () => {
    const story = read(
      item(
        `<media media-type="image"><media-reference source="http://orr.example/ferry.jpg"/><media-caption><p>The ferry at Orr.</p></media-caption><media-producer>Jo Quill</media-producer></media>${lead}`,
      ),
    )
    expect(blocksOf(story)).toContainEqual(['caption', 'The ferry at Orr.'])
    expect(blocksOf(story)).toContainEqual(['photoCredit', 'Jo Quill'])
    expect(story.wire.photoCredits).toEqual(['Jo Quill'])
    expect(JSON.stringify(story.manuscript)).not.toContain('orr.example')
  })

  test('of breaks at a measure is no break; a break in a list is one', () => {
    const lines =
      'The council of Orr voted on Tuesday to keep the night ferry, which <br/>loses two million crowns a year, and turned down its sale to a <br/>freight company after three hours of talks behind closed doors.'
    const list = 'The route goes by <br/>Orr<br/>Skarn<br/>Nordal'
    expect(blocksOf(read(item(`<p>${lines}</p><p>${list}</p>`))).slice(1)).toEqual([
      ['paragraph', lines.replaceAll('<br/>', '')],
      ['paragraph', 'The route goes by'],
      ['paragraph', 'Orr'],
      ['paragraph', 'Skarn'],
      ['paragraph', 'Nordal'],
    ])
  })

  test('of lines and fractions is kept apart', () => {
    const story = read(
      item('<pre>Orr 2\nSkarn 1</pre><p>It took <frac><numer>3</numer><denom>4</denom></frac> of an hour.</p>'),
    )
    expect(
      blocksOf(story)
        .slice(1)
        .map(([, words]) => words),
    ).toEqual(['Orr 2', 'Skarn 1', 'It took 3/4 of an hour.'])
  })
})

describe('A head', () => {
  test.each([
    [
      'sets the writer’s title off',
      '<byline>By NELA ORRIN<byttl>AP Ferry Writer</byttl></byline>',
      ['byline', 'By NELA ORRIN, AP Ferry Writer'],
    ],
    [
      'shows a place that the text does not open with',
      '<dateline><location><city>Orr</city>, <country>Ardania</country>.</location><story.date norm="20260305">20260305</story.date></dateline>',
      ['dateline', 'Orr, Ardania'],
    ],
    [
      'shows an abstract as standfirst',
      '<abstract><p>Council turns down sale</p></abstract>',
      ['standfirst', 'Council turns down sale'],
    ],
    [
      'keeps a note that may not be published for the desk',
      '<note type="npa"><body.content><p>Figures to come.</p></body.content></note>',
      ['notice', 'Figures to come.'],
    ],
  ])('%s', (_title, head, expected) => expect(blocksOf(read(item(lead, { head })))).toContainEqual(expected))

  test('shows a second headline as standfirst, and keeps a summary beside it for the desk', () => {
    const text = item(lead, { head: '<abstract><p>On ferries, bridges and money</p></abstract>' })
    expect(blocksOf(read(text.replace('</hl1>', '</hl1><hl2>A vote after three hours</hl2>'))).slice(1, 3)).toEqual([
      ['standfirst', 'A vote after three hours'],
      ['notice', 'On ferries, bridges and money'],
    ])
  })

  test('says nothing twice that the text says', () => {
    const text = '<p>ORR (AP) — The council of Orr voted to keep the night ferry it has run for years.</p>'
    const head = '<dateline><location>ORR</location></dateline><abstract><p>Orr keeps its night ferry</p></abstract>'
    expect(blocksOf(read(item(text, { head }))).map(([kind]) => kind)).toEqual(['headline', 'dateline', 'paragraph'])
  })
})

describe('An agency’s word on an item', () => {
  test.each([
    ['that it is cancelled', { status: 'canceled' }, { status: 'killed' }],
    ['that it is withheld', { status: 'withheld' }, { status: 'withheld' }],
    [
      'that it waits for an hour',
      { status: 'embargoed', docdata: '<date.release norm="20260306T000100+0000"/>' },
      { embargo: '2026-03-06T00:01:00Z' },
    ],
    [
      'that it may be used later than it was sent',
      { docdata: '<date.release norm="20260306T000100+0000"/>' },
      { embargo: '2026-03-06T00:01:00Z' },
    ],
    [
      'that it waits for an hour told in words',
      { status: 'embargoed', docdata: '<ed-msg info="Embargoed to 0001 Friday March 6"/>' },
      { embargo: '2026-03-06T00:01:00' },
    ],
    ['that it waits, with no hour', { status: 'embargoed' }, { status: 'withheld' }],
    [
      'that it corrects another',
      { docdata: '<correction info="CORRECTS the vote" id-string="orr-0"/>' },
      { status: 'corrected', previous: 'orr-0', editorsNote: 'CORRECTS the vote' },
    ],
    [
      'what it allows',
      { docdata: '<doc.rights owner="Orr" type="none" limitations="Not on trams" geography="Ardania"/>' },
      { usage: 'Not on trams; Ardania' },
    ],
  ])('%s', (_title, given, expected) => expect(read(item(lead, given)).wire).toMatchObject(expected))

  test('a release at the hour of issue is no embargo', () => {
    expect(read(item(lead, { docdata: '<date.release norm="20260305T143000-0500"/>' })).wire.embargo).toBeUndefined()
  })
})

describe('Files of other systems', () => {
  test.each([
    [
      'in Latin-1 as declared',
      latin1(
        '<?xml version="1.0" encoding="ISO-8859-1"?><nitf><body><body.content><p>Caf\u00e9 \u00f8l</p></body.content></body></nitf>',
      ),
    ],
    [
      'in UTF-16 with a byte order mark',
      Uint8Array.from([
        0xff,
        0xfe,
        ...[...'<nitf><body><body.content><p>Café øl</p></body.content></body></nitf>'].flatMap((letter) => [
          letter.charCodeAt(0),
          0,
        ]),
      ]),
    ],
    [
      'with blank lines before the declaration',
      bytesOf('\n\n<?xml version="1.0"?><nitf><body><body.content><p>Café øl</p></body.content></body></nitf>'),
    ],
    [
      'with HTML’s names for letters',
      bytesOf('<nitf><body><body.content><p>Caf&eacute; &oslash;l</p></body.content></body></nitf>'),
    ],
    [
      'with a document type, which is not fetched',
      bytesOf(
        '<!DOCTYPE nitf SYSTEM "http://orr.example/nitf-3-4.dtd"><nitf><body><body.content><p>Café øl</p></body.content></body></nitf>',
      ),
    ],
  ])('%s', (_title, bytes) => expect(blocksOf(readStory(bytes, { name: 'x' }))).toEqual([['paragraph', 'Café øl']]))

  test.each([
    [
      'entities of its own',
      '<!DOCTYPE nitf [<!ENTITY a "b">]><nitf><body><body.content><p>&a;</p></body.content></body></nitf>',
      'unsafe',
    ],
    ['an end that is missing', '<nitf><body><body.content><p>The council', 'damaged'],
    [
      'elements nested without end',
      `<nitf><body>${'<block>'.repeat(300)}${'</block>'.repeat(300)}</body></nitf>`,
      'unsafe',
    ],
    [
      'an element full of attributes',
      `<nitf ${Array.from({ length: 500 }, (_, at) => `a${at}="1"`).join(' ')}/>`,
      'unsafe',
    ],
  ])('are refused for %s', (_title, text, code) => {
    expect(() => read(text)).toThrow(ReadError)
    expect(() => read(text)).toThrow(expect.objectContaining({ code }))
  })
})

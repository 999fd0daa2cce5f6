import { describe, expect, test } from 'vitest'
import { readStory } from '.'
import { blocksOf, bytesOf, ferry, newsItem, newsMessage, nitf } from './wire.fixture'

const read = (text: string) => readStory(bytesOf(text), { name: 'item.xml' })
const words = (text: string) => blocksOf(read(text)).map(([, line]) => line)

test('an item comes apart, and the source has what is said of it', () => {
  const story = read(newsItem(ferry))
  expect(blocksOf(story).map(([kind]) => kind)).toEqual([
    'headline',
    'byline',
    'dateline',
    'notice',
    'paragraph',
    'paragraph',
    'paragraph',
  ])
  const { text, ...fields } = story.wire
  expect(fields).toEqual({
    agency: 'AP',
    slug: 'EU--Orr-Ferry',
    version: '2',
    at: '2026-03-05T14:30:00-05:00',
    created: '2026-03-05T13:00:00-05:00',
    language: 'en',
    usage: 'Not for use on trams',
    copyright: 'The Orr Press',
    editorsNote: 'ADDS the vote of the harbour board',
    item: 'urn:newsml:orr.example:1',
    headline: 'Orr keeps its night ferry',
  })
  expect(text).toContain('The bridge at Skarn opens in the spring.')
})

describe('An agency’s word on an item', () => {
  test.each([
    ['cancelled', '<pubStatus qcode="stat:canceled"/>', { status: 'killed' }],
    ['withheld', '<pubStatus qcode="stat:withheld"/>', { status: 'withheld' }],
    ['under embargo', '<embargoed>2026-03-06T00:01:00Z</embargoed>', { embargo: '2026-03-06T00:01:00Z' }],
    ['a correction', '<signal qcode="sig:correction"/>', { status: 'corrected' }],
    ['an advisory', '<role qcode="itemRole:advisory"/>', { status: 'advisory' }],
    [
      'in place of another',
      '<link rel="irel:previousVersion" residref="urn:newsml:orr.example:0"/>',
      { previous: 'urn:newsml:orr.example:0' },
    ],
  ])('is read: %s', (_title, meta, expected) => {
    const text = newsItem(ferry, { meta }).replace(
      meta.startsWith('<pubStatus') ? '<pubStatus qcode="stat:usable"/>' : '\u0000',
      '',
    )
    expect(read(text).wire).toMatchObject(expected)
  })
})

test('a kill that holds nothing else can still be told of', () => {
  const { wire } = read(
    '<newsItem guid="urn:1" version="3"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta><contentSet/></newsItem>',
  )
  expect(wire).toEqual({ version: '3', item: 'urn:1', status: 'killed', text: 'urn:1' })
})

describe('The text is taken', () => {
  test.each([
    [
      'from NITF inside',
      `<inlineXML contenttype="application/nitf+xml">${nitf(ferry).replace(/^<\?xml[^>]*\?>/, '')}</inlineXML>`,
    ],
    ['from plain text', `<inlineData contenttype="text/plain">${ferry.paragraphs.join('\n')}</inlineData>`],
    [
      'from a page kept as text',
      `<inlineData contenttype="text/html">${ferry.paragraphs.map((line) => `&lt;p&gt;${line}&lt;/p&gt;`).join('')}</inlineData>`,
    ],
    [
      'from a page whose letters were escaped twice',
      `<inlineXML contenttype="application/xhtml+xml"><html><body>${ferry.paragraphs.map((line) => `<p>${line.replace('“', '&amp;#8220;').replace('”', '&amp;rdquo;')}</p>`).join('')}</body></html></inlineXML>`,
    ],
  ])('%s', (_title, content) => {
    const lines = words(newsItem(ferry, { content }))
    expect(lines.filter((line) => ferry.paragraphs.includes(line))).toEqual(ferry.paragraphs.slice(1))
    expect(lines[0]).toBe(ferry.headline)
  })

  test('from nothing that is data for machines', () => {
    const content =
      '<inlineXML contenttype="application/sportsml+xml"><sports-content><team>Orr 2</team></sports-content></inlineXML>'
    const story = read(newsItem(ferry, { content }))
    expect(story.wire.text).not.toContain('Orr 2')
    expect(story.remarks).toContain('Data in the item that is no text (results, events, prices) was left out.')
  })

  test('without what runs, and without anything from elsewhere', () => {
    const content = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><script>run()</script><p onclick="run()">The council voted.</p></body></html></inlineXML><remoteContent href="http://orr.example/"/>`
    expect(words(newsItem(ferry, { content }))).toContain('The council voted.')
    expect(JSON.stringify(read(newsItem(ferry, { content })).manuscript)).not.toMatch(/run\(|orr\.example/)
  })
})

describe('A message', () => {
  test('gives each of its text items, with when it was sent; pictures are passed over', () => {
    const picture = newsItem(ferry, {
      guid: 'urn:2',
      content: '<remoteContent href="http://orr.example/p.jpg"/>',
    }).replace('ninat:text', 'ninat:picture')
    const second = newsItem({ ...ferry, headline: 'Skarn opens its bridge', slug: 'EU--Skarn' }, { guid: 'urn:3' })
    const story = read(newsMessage(newsItem(ferry), picture, second))
    expect(story.wire).toMatchObject({ headline: ferry.headline, sent: '2026-03-05T19:31:02Z' })
    expect(story.others?.map(({ wire }) => wire.headline)).toEqual(['Skarn opens its bridge'])
    expect(story.remarks).toContain('1 items without text were left out.')
  })

  test.each([
    ['a package alone', '<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x"/>', /package/],
    ['a message with a package alone', newsMessage('<packageItem guid="x"/>'), /package/],
    ['a planning item', '<planningItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x"/>', /planning item/],
    ['NewsML 1', '<?xml version="1.0"?><NewsML><NewsItem/></NewsML>', /NewsML 1/],
  ])('is refused where it is %s', (_title, text, reason) => expect(() => read(text)).toThrow(reason))
})

test('a picture’s item gives its caption and its credit', () => {
  const item = newsItem(ferry, { content: '<remoteContent href="http://orr.example/p.jpg"/>' })
    .replace('ninat:text', 'ninat:picture')
    .replace(
      '</contentMeta>',
      '<description role="drol:caption">The ferry at Orr.</description><creditline>Jo Quill</creditline></contentMeta>',
    )
  const story = read(item)
  expect(blocksOf(story)).toContainEqual(['caption', 'The ferry at Orr.'])
  expect(story.wire.photoCredits).toEqual(['Jo Quill'])
})

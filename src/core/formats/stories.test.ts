import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readStory } from '.'

/** What a story must come apart into: block kinds in order, each with how its words begin. */
type Expected = [kind: string, begins: string][]

function partsOf(bytes: Uint8Array | string, name: string): [string, string][] {
  const { manuscript } = readStory(typeof bytes === 'string' ? strToU8(bytes) : bytes, { name })
  const parts: [string, string][] = []
  manuscript.descendants((node) => {
    if (!node.isTextblock) return true
    // A figure has room for both; the empty one is no part.
    if (node.content.size > 0) parts.push([node.type.name, node.textContent])
    return false
  })
  return parts
}

const p = (words: string): [string, string] => ['paragraph', words]
const stories: [string, string, string, Expected][] = [
  [
    'headline, standfirst without a stop, byline, dateline in the paragraph',
    'a.txt',
    `Orr votes to keep its ferry
Council turns down sale after three hours of talks
By Nela Orrin
ORR, Oct 6 - The council of Orr voted on Tuesday to keep the night ferry, which loses two million a year.
"We will not sell," said the mayor, Ada Marsh.`,
    [
      ['headline', 'Orr votes'],
      ['standfirst', 'Council turns'],
      ['byline', 'By Nela Orrin'],
      ['dateline', 'ORR, Oct 6'],
      p('The council of Orr'),
      p('"We will not'),
    ],
  ],
  [
    'a standfirst that the body says again',
    'b.txt',
    `'We will not sell': Orr keeps its night ferry
"We will not sell the ferry to anybody," said Mayor Ada Marsh.
The council of Orr voted on Tuesday to keep the night ferry, which loses two million a year and is loved by all.
"We will not sell the ferry to anybody. It is ours," said Mayor Ada Marsh after the vote.`,
    [
      ['headline', "'We will not sell'"],
      ['standfirst', '"We will not sell the ferry'],
      p('The council of Orr'),
      p('"We will not sell the ferry to anybody. It'),
    ],
  ],
  [
    'no headline: a first line that ends as a sentence is text',
    'c.txt',
    `The council of Orr voted on Tuesday to keep the night ferry.
It loses two million a year.`,
    [p('The council'), p('It loses')],
  ],
  [
    'credit line and related link on their own lines',
    'd.txt',
    `Orr votes to keep its ferry
The council of Orr voted on Tuesday to keep the night ferry, which loses two million a year.
(with AP inputs)
ALSO READ | Ferry fares to rise in winter, says port`,
    [['headline', 'Orr votes'], p('The council'), ['credit', '(with AP inputs)'], ['related', 'ALSO READ']],
  ],
  [
    'related links glued to a sentence and in the middle',
    'e.txt',
    `Orr votes to keep its ferry
The council of Orr voted on Tuesday to keep the night ferry.ALSO READ | Ferry fares to rise in winter, says port
READ: How the ferry came to Orr in the first place
It loses two million a year, the treasurer said, and will lose more when the bridge at Skarn opens.`,
    [
      ['headline', 'Orr votes'],
      p('The council'),
      ['related', 'ALSO READ'],
      ['related', 'READ: How'],
      p('It loses two million'),
    ],
  ],
  [
    'a credit with a dash, as some desks sign',
    'f.txt',
    `Orr votes to keep its ferry
The council of Orr voted on Tuesday to keep the night ferry, which loses two million a year.
-With inputs from agencies`,
    [['headline', 'Orr votes'], p('The council'), ['credit', '-With inputs']],
  ],
  [
    'a credit in brackets naming an agency, and one at the end of a paragraph',
    'g.txt',
    `Orr votes to keep its ferry
The council of Orr voted on Tuesday to keep the night ferry, which loses two million a year. (With inputs from PTI)`,
    [['headline', 'Orr votes'], p('The council'), ['credit', '(With inputs from PTI)']],
  ],
  [
    'a party called like an agency is no credit',
    'h.txt',
    `Two parties quarrel over Orr
The leader of the Party for Trade and Industry (PTI) said on Tuesday that the ferry was a waste of money.
He spoke with reports that had been leaked in hand, and with inputs from his own staff on the table.`,
    [['headline', 'Two parties'], p('The leader'), p('He spoke')],
  ],
  [
    'subheads between paragraphs',
    'i.txt',
    `Orr votes to keep its ferry
The council of Orr voted on Tuesday to keep the night ferry, which loses two million a year and is loved by all.
Why it loses money
The boat is forty years old and burns more oil than three newer ones, the port’s engineer told the council.
What comes next
A new boat would cost nine million, and nobody has said where the money is to come from in a year of cuts.`,
    [
      ['headline', 'Orr votes'],
      p('The council'),
      ['subhead', 'Why it loses'],
      p('The boat'),
      ['subhead', 'What comes next'],
      p('A new boat'),
    ],
  ],
  [
    'lists by bullets and by numbers, without their signs',
    'j.txt',
    `What Orr decided on Tuesday
The council took four decisions on Tuesday, the clerk said in a letter to the towns along the sound.
• The ferry stays.
• Fares go up in winter.
It then voted on the order of works, which the engineer had asked for.
1. The quay is mended.
2. The boat is painted.`,
    [
      ['headline', 'What Orr decided'],
      p('The council took'),
      ['item', 'The ferry stays.'],
      ['item', 'Fares go up'],
      p('It then voted'),
      ['item', 'The quay'],
      ['item', 'The boat is painted'],
    ],
  ],
  [
    'wire copy: agency dateline, notes to editors, contributors',
    'k.txt',
    `Fire on night ferry kills 12 off Orr
ORR (AP) — A fire on the night ferry killed 12 people off Orr, the harbour master said Tuesday.
The ferry was built in 1998 and was mended last year.
Editors: UPDATES with toll; ADDS background.`,
    [
      ['headline', 'Fire on night ferry'],
      ['dateline', 'ORR (AP)'],
      p('A fire on the night ferry'),
      p('The ferry was built'),
      ['notice', 'Editors: UPDATES'],
    ],
  ],
  [
    'an agency dateline with a date and a reporting line',
    'l.txt',
    `Ardania, neighbours to hold winter drills
MERIVALE, Oct 6 (Reuters) - Ardania has agreed with two neighbours to hold joint safety drills in the sound.
The drills begin in December. (Reporting by Dena Wirth; Editing by Col Maddox)`,
    [
      ['headline', 'Ardania, neighbours'],
      ['dateline', 'MERIVALE, Oct 6 (Reuters)'],
      p('Ardania has agreed'),
      p('The drills begin'),
      ['notice', '(Reporting by'],
    ],
  ],
  [
    'a caption that begins with FILE is no dateline, and its credit is the photo’s',
    'm.txt',
    `Orr votes to keep its ferry
FILE - The night ferry leaves the harbour of Orr, March 3, 2025. (AP Photo/Ida Holm)
The council of Orr voted on Tuesday to keep the night ferry, which loses two million a year.`,
    [
      ['headline', 'Orr votes'],
      ['caption', 'FILE - The night ferry'],
      ['photoCredit', '(AP Photo/Ida Holm)'],
      p('The council'),
    ],
  ],
  [
    'a photo credit on a line of its own',
    'n.txt',
    `Orr votes to keep its ferry
Photo: Ida Holm/PTI
The council of Orr voted on Tuesday to keep the night ferry, which loses two million a year.`,
    [['headline', 'Orr votes'], ['photoCredit', 'Photo: Ida Holm'], p('The council')],
  ],
  [
    'a byline of a desk, without "By"',
    'o.txt',
    `Orr votes to keep its ferry
Express News Service
The council of Orr voted on Tuesday to keep the night ferry, which loses two million a year and is loved by all.`,
    [['headline', 'Orr votes'], ['byline', 'Express News Service'], p('The council')],
  ],
  [
    'Markdown with quotation, list and links',
    'p.md',
    `# Orr votes to keep its ferry

*Council turns down sale after three hours of talks*

By Nela Orrin

The council of **Orr** voted on Tuesday to keep the [night ferry](https://port.example/f).

## Why it loses money

> It is old, and it is ours.

- The ferry stays.
- Fares go up.

(with AP inputs)`,
    [
      ['headline', 'Orr votes'],
      ['standfirst', 'Council turns'],
      ['byline', 'By Nela Orrin'],
      p('The council'),
      ['subhead', 'Why it loses'],
      ['blockquote', 'It is old'],
      ['item', 'The ferry stays.'],
      ['item', 'Fares go up.'],
      ['credit', '(with AP inputs)'],
    ],
  ],
  [
    'a page with a newsroom template’s classes',
    'q.html',
    `<!doctype html><html><head><title>Orr | Desk</title><script>x()</script></head><body><nav>Home News</nav><article>
<h1>Orr votes to keep its ferry</h1><p class="standfirst">Council turns down sale after three hours of talks.</p>
<p class="byline">Nela Orrin</p><p>The council of <b>Orr</b> voted on Tuesday to keep the night ferry.</p>
<h3>Why it loses money</h3><blockquote>It is old.</blockquote><ul><li>One</li><li>Two</li></ul>
<figure><img src="https://cdn.example/a.jpg" alt="A ferry"><figcaption>The ferry in March <span class="photo-credit">Ida Holm/PTI</span></figcaption></figure>
<p><em>(With inputs from agencies)</em></p><p>ALSO READ | <a href="https://desk.example/b">Ferry fares to rise in winter</a></p></article></body></html>`,
    [
      ['headline', 'Orr votes'],
      ['standfirst', 'Council turns'],
      ['byline', 'Nela Orrin'],
      p('The council of Orr'),
      ['subhead', 'Why it loses'],
      ['blockquote', 'It is old.'],
      ['item', 'One'],
      ['item', 'Two'],
      ['caption', 'The ferry in March'],
      ['photoCredit', 'Ida Holm/PTI'],
      ['credit', '(With inputs from agencies)'],
      ['related', 'ALSO READ'],
    ],
  ],
  [
    'ninjs 3 with headlines, byline and a body in HTML',
    'r.json',
    JSON.stringify({
      uri: 'urn:x:1',
      standard: { name: 'ninjs', version: '3.1' },
      type: 'text',
      headlines: [
        { role: 'main', value: 'Orr votes to keep its ferry' },
        { role: 'subheadline', value: 'Council turns down sale after three hours of talks' },
      ],
      by: 'By Nela Orrin',
      bodies: [
        {
          contentType: 'text/html',
          value:
            '<p>The council of Orr voted on Tuesday to keep the night ferry.</p><h2>Why it loses money</h2><p>The boat is old and burns more oil than three newer ones.</p>',
        },
      ],
    }),
    [
      ['headline', 'Orr votes'],
      ['standfirst', 'Council turns'],
      ['byline', 'By Nela Orrin'],
      p('The council'),
      ['subhead', 'Why it loses'],
      p('The boat is old'),
    ],
  ],
  [
    'lines broken at a width are paragraphs',
    's.txt',
    `Orr votes to keep its ferry

The council of Orr voted on Tuesday to keep the night ferry, which loses
two million a year and is loved by all who live along the sound and by
those who come in summer to see the whales that follow it to the quay.

"We will not sell," said the mayor, Ada Marsh, after three hours of talk
in the old town hall, where the heating had failed and the clerk had lent
out blankets that smelled of the boat to everybody who had come to listen.`,
    [['headline', 'Orr votes'], p('The council of Orr'), p('"We will not sell')],
  ],
]

test.each(stories)('%s', (_, name, text, expected) => {
  const parts = partsOf(text, name)
  expect(parts.map(([kind]) => kind)).toEqual(expected.map(([kind]) => kind))
  for (const [at, [, begins]] of expected.entries()) expect(parts[at]![1].startsWith(begins)).toBe(true)
})

test('a Word file by its styles, without its comments and deletions', () => {
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
  const styled = (style: string, inner: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inner}</w:p>`
  const document = `<?xml version="1.0"?><w:document xmlns:w="${w}"><w:body>
${styled('Title', run('Orr votes to keep its ferry'))}${styled('Subtitle', run('Council turns down sale'))}
<w:p>${run('By Nela Orrin')}</w:p>
<w:p>${run('The council of Orr voted on Tuesday to ')}<w:del w:id="1" w:author="Ben"><w:r><w:delText>SECRET</w:delText></w:r></w:del><w:ins w:id="2" w:author="Ben">${run('keep')}</w:ins><w:commentRangeStart w:id="0"/>${run(' the night ferry')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${run('.')}</w:p>
${styled('Heading2', run('Why it loses money'))}<w:p>${run('The boat is old and burns more oil than three newer ones.')}</w:p></w:body></w:document>`
  const comments = `<?xml version="1.0"?><w:comments xmlns:w="${w}"><w:comment w:id="0" w:author="Ben"><w:p>${run('SECRET')}</w:p></w:comment></w:comments>`
  const bytes = zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(document),
    'word/comments.xml': strToU8(comments),
  })
  const parts = partsOf(bytes, 'story.docx')
  expect(parts.map(([kind]) => kind)).toEqual(['headline', 'standfirst', 'byline', 'paragraph', 'subhead', 'paragraph'])
  expect(parts[3]![1]).toBe('The council of Orr voted on Tuesday to keep the night ferry.')
  expect(JSON.stringify(parts)).not.toContain('SECRET')
})

import type { Fragment } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { cleanPastedHtml } from '.'

/** Blocks as one reads them: kind, then words with *strong*, _em_ and [links](where). */
function read(fragment: Fragment): string[] {
  const lines: string[] = []
  fragment.descendants((node) => {
    if (!node.isTextblock) return true
    let words = ''
    node.forEach(({ text = '', marks }) => {
      let inner = text
      for (const { type, attrs } of marks) {
        if (type.name === 'strong') inner = `*${inner}*`
        if (type.name === 'em') inner = `_${inner}_`
        if (type.name === 'link') inner = `[${inner}](${String(attrs['href'])})`
      }
      words += inner
    })
    lines.push(`${node.type.name}: ${words}`)
    return false
  })
  return lines
}
const pasted = (html: string) => read(cleanPastedHtml(html))

/** What Word for Windows puts on the clipboard around its body. */
const word = (
  body: string,
) => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns:st1="urn:schemas-microsoft-com:office:smarttags"
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/ada/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<o:SmartTagType namespaceuri="urn:schemas-microsoft-com:office:smarttags" name="City"/>
<!--[if gte mso 9]><xml>
 <w:WordDocument><w:View>Normal</w:View><w:TrackRevisions/></w:WordDocument>
</xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face {font-family:"Cambria Math"; panose-1:2 4 5 3 5 4 6 3 2 4;}
 p.MsoNormal, li.MsoNormal {mso-style-unhide:no; margin:0cm;}
-->
</style>
<!--[if gte mso 10]><style> /* Style Definitions */ table.MsoNormalTable {mso-style-name:"Table Normal";} </style><![endif]-->
</head>
<body lang=EN-GB style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment-->
${body}
<!--EndFragment-->
</body>
</html>`

const item = (place: string, level: string, sign: string, words: string) =>
  `<p class=MsoListParagraphCxSp${place} style='text-indent:-18.0pt;mso-list:${level} lfo1'><![if !supportLists]><span
lang=EN-GB style='font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-GB>${words}<o:p></o:p></span></p>`

describe('from Word', () => {
  test('words, bold, italic and links stay; its own noise goes', () => {
    expect(
      pasted(
        word(`<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=EN-US style='mso-ansi-language:EN-US'>The
gates</span></b><span lang=EN-US style='mso-ansi-language:EN-US'> at Skarn <i>opened</i> on Tuesday, the port said in a <a
href="https://port.example/news?id=7&amp;lang=en"><span style='color:#0563C1'>statement</span></a>.<o:p></o:p></span></p>
<p class=MsoNormal><span lang=EN-GB><o:p>&nbsp;</o:p></span></p>
<p class=MsoNormal><span lang=EN-GB>It is a long story.<o:p></o:p></span></p>`),
      ),
    ).toEqual([
      'paragraph: *The gates* at Skarn _opened_ on Tuesday, the port said in a [statement](https://port.example/news?id=7&lang=en).',
      'paragraph: It is a long story.',
    ])
  })

  test('smart tags leave their words', () => {
    expect(
      pasted(
        word(
          `<p class=MsoNormal>He lives in <st1:place w:st="on"><st1:City w:st="on">Merivale</st1:City></st1:place> since <st1:date Year="2026" Month="10" Day="6" w:st="on">6 October</st1:date>.<o:p></o:p></p>`,
        ),
      ),
    ).toEqual(['paragraph: He lives in Merivale since 6 October.'])
  })

  test('lists are lists, by bullet and by number, without their signs', () => {
    expect(
      pasted(
        word(
          `<p class=MsoNormal>What was built:<o:p></o:p></p>` +
            item('First', 'l0 level1', '·', 'two gates of steel') +
            item('Last', 'l0 level1', '·', 'a pump house') +
            `<p class=MsoNormal>And how it went on from there.<o:p></o:p></p>` +
            item('First', 'l1 level1', '1.', 'the gates were hung') +
            item('Last', 'l1 level1', '2.', 'the water came'),
        ),
      ),
    ).toEqual([
      'paragraph: What was built:',
      'item: two gates of steel',
      'item: a pump house',
      'paragraph: And how it went on from there.',
      'item: the gates were hung',
      'item: the water came',
    ])
    const lists = cleanPastedHtml(
      word(item('First', 'l1 level1', '1.', 'one') + item('Last', 'l1 level1', '2.', 'two')),
    )
    expect(lists.firstChild!.attrs['ordered']).toBe(true)
  })

  test('tracked deletions are out, insertions are in, comments are out', () => {
    expect(
      pasted(
        word(`<p class=MsoNormal><span lang=EN-GB>Twelve <del cite="mailto:Ben%20Orr" datetime="2026-10-06T10:00"><span
style='mso-bidi-font-weight:bold'>SECRET</span></del><ins cite="mailto:Ben%20Orr" datetime="2026-10-06T10:00">people</ins> died<a
style='mso-comment-reference:BO_1;mso-comment-date:20261006T1000'>, the port said</a><span class=MsoCommentReference><span
style='font-size:8.0pt'><![if !supportAnnotations]><a class=msocomanchor id="_anchor_1" href="#_msocom_1"
language=JavaScript name="_msoanchor_1">[BO1]</a><![endif]><span style='mso-special-character:comment'>&nbsp;</span></span></span>.<o:p></o:p></span></p>
<div style='mso-element:comment-list'><![if !supportAnnotations]>
<hr class=msocomoff align=left size=1 width="33%">
<![endif]>
<div style='mso-element:comment'><![if !supportAnnotations]>
<div id="_com_1" class=msocomtxt language=JavaScript><![endif]><span style='mso-comment-author:"Ben Orr"'></span>
<p class=MsoCommentText><span class=MsoCommentReference><span style='font-size:8.0pt'><a name="_msocom_1"></a><a
href="#_msoanchor_1" class=msocomoff>[BO1]</a></span></span>SECRET: who told us?<o:p></o:p></p>
</div></div></div>`),
      ),
    ).toEqual(['paragraph: Twelve people died, the port said.'])
  })

  test('headings are subheads, a table is a table, hidden words are out', () => {
    expect(
      pasted(
        word(`<h2><span lang=EN-GB>What it cost<o:p></o:p></span></h2>
<table class=MsoTableGrid border=1 cellspacing=0><tr style='mso-yfti-irow:0'><td><p class=MsoNormal>Gates<o:p></o:p></p></td><td>
<p class=MsoNormal>41.5<o:p></o:p></p></td></tr></table>
<p class=MsoNormal>Seen.<span style='display:none;mso-hide:all'>SECRET</span><o:p></o:p></p>`),
      ),
    ).toEqual(['subhead: What it cost', 'tableCell: Gates', 'tableCell: 41.5', 'paragraph: Seen.'])
  })
})

/** What Google Docs puts on the clipboard: all of it in a bold that is not bold. */
const docs = (body: string) =>
  `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-5e1c6f0a-7fff-2b7d-9f1d-3a1b2c3d4e5f">${body}</b><br class="Apple-interchange-newline">`
const run = (words: string, style = '') =>
  `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:400;font-style:normal;font-variant:normal;text-decoration:none;vertical-align:baseline;white-space:pre;white-space:pre-wrap;${style}">${words}</span>`
const line = (inner: string) => `<p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;">${inner}</p>`

describe('from Google Docs', () => {
  test('the wrapper is not bold; what is bold or italic is', () => {
    expect(
      pasted(
        docs(
          line(
            run('The gates at ') +
              run('Skarn', 'font-weight:700') +
              run(' have ') +
              run('opened', 'font-style:italic') +
              run('.'),
          ) +
            '<br>' +
            line(run('It is a long story.')),
        ),
      ),
    ).toEqual(['paragraph: The gates at *Skarn* have _opened_.', 'paragraph: It is a long story.'])
  })

  test('links lead where they lead, not through Google', () => {
    expect(
      pasted(
        docs(
          line(
            run('The port said in a ') +
              `<a href="https://www.google.com/url?q=https://port.example/a?b%3D1&amp;sa=D&amp;source=docs&amp;ust=1" style="text-decoration:none;">${run('statement', 'text-decoration:underline')}</a>` +
              run(' and in a ') +
              `<a href="javascript:alert(1)">${run('trap')}</a>` +
              run('.'),
          ),
        ),
      ),
    ).toEqual(['paragraph: The port said in a [statement](https://port.example/a?b=1) and in a trap.'])
  })

  test('lists are lists', () => {
    const li = (words: string) =>
      `<li dir="ltr" style="list-style-type:disc;font-size:11pt;white-space:pre;" aria-level="1"><p dir="ltr" style="line-height:1.38;" role="presentation">${run(words)}</p></li>`
    const fragment = cleanPastedHtml(
      docs(
        line(run('What was built:')) +
          `<ul style="margin-top:0;margin-bottom:0;padding-inline-start:48px;">${li('two gates of steel')}${li('a pump house')}</ul>`,
      ),
    )
    expect(read(fragment)).toEqual(['paragraph: What was built:', 'item: two gates of steel', 'item: a pump house'])
    expect(fragment.lastChild!.type.name).toBe('list')
  })

  test('headings are subheads and not bold', () => {
    expect(
      pasted(
        docs(
          `<h2 dir="ltr" style="line-height:1.38;">${run('What it cost', 'font-weight:700')}</h2>` +
            line(run('A lot, it turned out in the end.')),
        ),
      ),
    ).toEqual(['subhead: What it cost', 'paragraph: A lot, it turned out in the end.'])
  })

  test('comments of an exported page are out', () => {
    expect(
      pasted(
        `<p><span>Twelve people died.</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p>` +
          `<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>SECRET: who told us?</span></p></div>`,
      ),
    ).toEqual(['paragraph: Twelve people died.'])
  })
})

describe('from anywhere', () => {
  test('scripts, styles, forms and addresses of pictures are out', () => {
    expect(
      pasted(
        `<p onclick="x()">Seen <img src="https://track.example/pixel.gif" onerror="x()">and read.</p><script>SECRET</script><style>SECRET</style><iframe src="https://x.example"></iframe><textarea>SECRET</textarea>`,
      ),
    ).toEqual(['paragraph: Seen and read.'])
  })
  test('a few words stay words', () => expect(pasted('<span>a few words</span>')).toEqual(['paragraph: a few words']))
  test('nothing gives nothing', () => expect(pasted('<div><br></div>')).toEqual([]))
  test('nesting made to break a parser gives nothing', () => expect(pasted('<div>'.repeat(5000) + 'x')).toEqual([]))
})

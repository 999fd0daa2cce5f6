// @vitest-environment jsdom
import { DOMParser } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { schema } from '@core/manuscript'
import { cleanPaste } from './paste'

/** What the view makes of pasted HTML after it was cleaned. */
function blocks(html: string): string[] {
  const holder = document.createElement('div')
  holder.innerHTML = cleanPaste(html)
  const { content } = DOMParser.fromSchema(schema).parseSlice(holder)
  const lines: string[] = []
  content.descendants((node) => {
    if (node.isTextblock) lines.push(`${node.type.name}: ${node.textContent}`)
    return !node.isTextblock
  })
  return lines
}

test('cleaned HTML is read by the view as it was cleaned', () => {
  expect(
    blocks(
      `<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">The gates</span> opened on Tuesday, the port said.</p><ol><li><p>first the gates</p></li><li><p>then the water</p></li></ol><h2>What is next</h2><p>Nobody can tell how long it will take to fill.</p></b>`,
    ),
  ).toEqual([
    'paragraph: The gates opened on Tuesday, the port said.',
    'item: first the gates',
    'item: then the water',
    'subhead: What is next',
    'paragraph: Nobody can tell how long it will take to fill.',
  ])
})

test('our own copies are left as they are', () => {
  const own = '<p data-pm-slice="1 1 []">(with AP inputs)</p>'
  expect(cleanPaste(own)).toBe(own)
})

test('HTML without text gives nothing, so that the plain words are taken', () => {
  expect(cleanPaste('<img src="https://x.example/a.png">')).toBe('')
})

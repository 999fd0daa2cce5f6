import { DOMSerializer, Fragment, Slice, type Node, type ResolvedPos } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { cleanPastedHtml } from '@core/formats'
import { schema } from '@core/manuscript'
import { isHeader } from './kinds'

const { paragraph } = schema.nodes as { paragraph: NonNullable<(typeof schema.nodes)[string]> }

/** Plain text as paragraphs: one for each line, or for each group of lines where blank lines stand between groups. */
export function plainTextSlice(text: string, $context: ResolvedPos): Slice {
  const clean = text.replaceAll(/\r\n?/g, '\n').replaceAll('\u0000', '')
  const marks = $context.marks()
  const line = (words: string) => (words ? schema.text(words, marks) : undefined)
  if (isHeader($context.parent.type) || !clean.includes('\n')) {
    const node = line(clean.trim().replaceAll(/\s*\n\s*/g, ' '))
    // One line is words, not a paragraph: the spaces at its ends were copied on purpose.
    return new Slice(Fragment.from(clean.includes('\n') ? node : line(clean)), 0, 0)
  }
  const paragraphs = clean.split(/\n(?:[ \t]*\n)*/).map((words) => words.trim())
  const nodes = paragraphs.filter((words) => words !== '').map((words) => paragraph.create(null, line(words)))
  return new Slice(Fragment.from(nodes), 1, 1)
}

/**
 * What Word, Google Docs or a page put on the clipboard, cleaned to what a manuscript holds, as HTML for the view to read.
 * Copies of our own text say so and are left as they are. Empty where nothing of it is text.
 */
export function cleanPaste(html: string): string {
  if (/\bdata-pm-slice=/.test(html)) return html
  const holder = document.createElement('div')
  holder.append(DOMSerializer.fromSchema(schema).serializeFragment(cleanPastedHtml(html)))
  return holder.innerHTML
}

/** What is pasted into a header field is one line of words. */
export function fitPasted(slice: Slice, view: EditorView): Slice {
  const { $from } = view.state.selection
  if (!isHeader($from.parent.type) || slice.content.childCount < 2) return slice
  const parts: Node[] = []
  slice.content.descendants((node) => {
    if (!node.isTextblock) return true
    if (node.content.size > 0) {
      if (parts.length > 0) parts.push(schema.text(' '))
      node.content.forEach((child) => parts.push(child))
    }
    return false
  })
  return parts.length > 0 ? new Slice(Fragment.from(parts), 0, 0) : slice
}

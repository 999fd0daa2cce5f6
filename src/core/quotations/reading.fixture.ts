import type { StoryText } from '../manuscript'
import { findQuotations, type Quotation } from '.'

export type Expected = [words: string, speaker: string | undefined, cue: string | undefined, type: Quotation['type']]

/** A story of paragraphs, one a line; a short first line is read as a headline. */
export function story(text: string): StoryText {
  const blocks: StoryText['blocks'][number][] = []
  let at = 0
  for (const line of text.split('\n')) {
    blocks.push({ type: 'paragraph', start: at, end: at + line.length })
    at += line.length + 1
  }
  return { text, blocks }
}

export const words = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end)

/** What is found in a text, with the words of each. */
export function read(text: string) {
  const { quotations, notQuotations } = findQuotations(story(text))
  return {
    quotations: quotations.map((quotation) => ({
      ...quotation,
      words: words(text, quotation),
      fragmentWords: quotation.fragments.map((range) => words(text, range)),
    })),
    notQuotations: notQuotations.map((label) => ({ kind: label.kind, words: words(text, label), why: label.why })),
  }
}

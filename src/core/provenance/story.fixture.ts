import type { StoryText } from '../manuscript'

/** A story of paragraphs, for tests. */
export function story(...paragraphs: string[]): StoryText {
  let at = 0
  const blocks = paragraphs.map((text) => {
    const block = { type: 'paragraph' as const, start: at, end: at + text.length }
    at += text.length + 1
    return block
  })
  return { text: paragraphs.join('\n'), blocks }
}

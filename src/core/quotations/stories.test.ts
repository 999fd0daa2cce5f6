import { expect, it } from 'vitest'
import { storyText } from '../manuscript'
import { findQuotations } from '.'
import { stories } from './stories.fixture'

/** Who is said to have spoken the words that begin so: the innermost quotation that holds them. */
function speakerOf(text: string, words: string): string | undefined {
  const at = text.indexOf(words)
  expect(at, `“${words}” stands in the story`).toBeGreaterThanOrEqual(0)
  const holding = findQuotations(storyText(text))
    .quotations.filter(({ start, end }) => start <= at && end >= at + words.length - 1)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
  return holding[0]?.speaker
}

it.each(stories.flatMap(({ slug, text, said }) => said.map(([words, speaker]) => ({ slug, text, words, speaker }))))(
  'in “$slug”, “$words” is said by $speaker',
  ({ text, words, speaker }) => {
    expect(speakerOf(text, words)).toBe(speaker)
  },
)

import { blockAt, type BlockType, type Range, type StoryText } from '@core/manuscript'

const names: Partial<Record<BlockType, string>> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  caption: 'Caption',
  pullQuote: 'Pull quote',
  related: 'Related link',
}

/** What a person calls each place: "Headline", "Paragraph 4". Paragraphs are counted as a reader counts them. */
export function placeNames(story: StoryText, places: readonly Range[]): string[] {
  const paragraphs = story.blocks.filter(({ type, start, end }) => type === 'paragraph' && end > start)
  return places.map(({ start }) => {
    const block = blockAt(story, start)
    const name = block && names[block.type]
    if (name) return name
    const at = block ? paragraphs.findIndex((one) => one.start === block.start) : -1
    return at < 0 ? 'Text' : `Paragraph ${at + 1}`
  })
}

import MiniSearch from 'minisearch'
import { containment } from './containment.mjs'
import { plainSentences } from './words.mjs'

/** MiniSearch over whole stories: the story whose words answer a sentence best. */
export function searchStories(sources) {
  const index = new MiniSearch({ fields: ['text'] })
  index.addAll(sources.map(({ id, text }) => ({ id, text })))
  return (sentence) => index.search(sentence)[0]?.id
}

/** MiniSearch finds the source sentence, containment in that one sentence tells how close it is. */
export function searchSentences(sources) {
  const index = new MiniSearch({ fields: ['text'] })
  const sentences = sources.flatMap(({ id, text }) =>
    plainSentences(text).map((sentence) => ({ source: id, sentence })),
  )
  index.addAll(sentences.map(({ sentence }, id) => ({ id, text: sentence })))
  return {
    classify(sentence) {
      const top = index.search(sentence)[0]
      if (!top) return { level: 'original' }
      const { source, sentence: theirs } = sentences[top.id]
      return containment([{ id: source, text: theirs }]).classify(sentence)
    },
  }
}

import { foldText, plainSentences, plainWords } from './words.mjs'

const grams = (forms, size) => {
  const found = new Set()
  for (let at = 0; at + size <= forms.length; at++) found.add(forms.slice(at, at + size).join(' '))
  return found
}
const share = (part, whole) => {
  let held = 0
  for (const one of part) if (whole.has(one)) held++
  return part.size === 0 ? 0 : held / part.size
}

/**
 * Containment (Broder 1997), sentence by sentence: every source sentence is a set of words and of word pairs. The numbers
 * are round ones: a copy holds all, a light rewrite half the pairs, a heavy one half the words.
 */
export function containment(sources) {
  const folded = sources.map(({ id, text }) => ({ id, text: foldText(text) }))
  const sentences = sources.flatMap(({ id, text }) =>
    plainSentences(text).map((sentence) => {
      const forms = plainWords(sentence).map(({ form }) => form)
      return { id, words: grams(forms, 1), pairs: grams(forms, 2) }
    }),
  )
  return {
    classify(sentence) {
      const whole = foldText(sentence)
      const copied = folded.find(({ text }) => text.includes(whole))
      if (copied) return { level: 'verbatim', source: copied.id }
      const forms = plainWords(sentence).map(({ form }) => form)
      const words = grams(forms, 1)
      const pairs = grams(forms, 2)
      let best = { words: 0, pairs: 0, source: undefined }
      for (const one of sentences) {
        const held = share(words, one.words)
        if (held > best.words) best = { words: held, pairs: share(pairs, one.pairs), source: one.id }
      }
      const level = best.pairs >= 0.5 ? 'light' : best.words >= 0.5 ? 'heavy' : 'original'
      return { level, source: best.source }
    },
  }
}

/** The source that holds most of a sentence's words and word pairs. */
export function containmentSource(sources) {
  const sets = sources.map(({ id, text }) => {
    const forms = plainWords(text).map(({ form }) => form)
    return { id, words: grams(forms, 1), pairs: grams(forms, 2) }
  })
  return (sentence) => {
    const forms = plainWords(sentence).map(({ form }) => form)
    const words = grams(forms, 1)
    const pairs = grams(forms, 2)
    let best = { value: -1, id: undefined }
    for (const { id, ...set } of sets) {
      const value = share(words, set.words) + share(pairs, set.pairs)
      if (value > best.value) best = { value, id }
    }
    return best.id
  }
}

/** A whole text held against one source: pairs of words decide between copy, light, heavy and none. */
export function containmentOfText(text, source) {
  const own = grams(
    plainWords(text).map(({ form }) => form),
    3,
  )
  const held = share(
    own,
    grams(
      plainWords(source).map(({ form }) => form),
      3,
    ),
  )
  return held >= 0.5 ? 'verbatim' : held >= 0.25 ? 'light' : held >= 0.05 ? 'heavy' : 'original'
}

import { readRows } from '../data.mjs'
import { median, once } from '../time.mjs'
import { plainSentences } from '../words.mjs'

/** Words a wire item and a story of the desk have. */
const itemWords = 800
const storyWords = 1000
const rounds = 15

/** Sentences without end, round and round through the data's stories from a given place. */
function* stream(texts, from) {
  const sentences = texts.flatMap(plainSentences)
  for (let at = from; ; at++) yield sentences[at % sentences.length]
}

const wordCount = (text) => text.split(/\s+/).length

/** A text of about so many words, in paragraphs of three sentences. */
export function textOf(texts, words, from) {
  const paragraphs = []
  let paragraph = []
  let count = 0
  for (const sentence of stream(texts, from)) {
    paragraph.push(sentence)
    count += wordCount(sentence)
    if (paragraph.length === 3 || count >= words) {
      paragraphs.push(paragraph.join(' '))
      paragraph = []
    }
    if (count >= words) return paragraphs.join('\n')
  }
  return ''
}

/** Times inside one process, after warming up: reading twenty sources, a story, a sentence, a quotation; and at scale. */
export function speedRows(ours, table, { data }) {
  const texts = (readRows(data, 'newssummary') ?? []).map(({ source }) => source.text)
  if (texts.length === 0) texts.push(...(readRows(data, 'wn.wires') ?? []).map(({ text }) => text))
  if (texts.length === 0) return 'newssummary or wn.wires'
  const sources = Array.from({ length: 20 }, (_, n) => ({ id: `s${n}`, text: textOf(texts, itemWords, n * 40) }))
  const fresh = () => sources.map((source) => ({ ...source }))
  const wire = sources.map(({ text }) => text)
  const storyText = (n) =>
    `${textOf(wire, storyWords / 2, n * 31)}\n${textOf(texts.slice().reverse(), storyWords / 2, n * 57)}`
  const time = (measure, took, must, aim) =>
    table.add({ measure: `${measure}, ms`, ours: took, must, aim, lower: true })

  time(
    'index 20 sources of 800 words',
    median(rounds, fresh, (given) => ours.createProvenanceIndex(given)),
    50,
    25,
  )
  const stories = (n) => ({ index: ours.createProvenanceIndex(fresh()), ...ours.read(storyText(n)) })
  time(
    'a story of 1,000 words',
    median(rounds, stories, ({ index, story, quotations }) => index.trace(story, quotations)),
    30,
    8,
  )
  const edited = (n) => {
    const given = stories(n)
    given.index.trace(given.story, given.quotations)
    const at = given.story.text.indexOf('. ') + 2
    return { index: given.index, ...ours.read(`${given.story.text.slice(0, at)}Now ${given.story.text.slice(at)}`) }
  }
  time(
    'one sentence edited',
    median(rounds, edited, ({ index, story, quotations }) => index.trace(story, quotations)),
    2,
    0.2,
  )
  const quotation = (n) => {
    const index = ours.createProvenanceIndex(fresh())
    const text = plainSentences(wire[n % wire.length]).find((sentence) => wordCount(sentence) > 15)
    return { index, text: text.replace(/ (\w+)\.?$/, ' otherwise'), warm: index.check('x', { start: 0, end: 1 }) }
  }
  time(
    'one quotation',
    median(rounds, quotation, ({ index, text }) => index.check(text, { start: 0, end: text.length })),
    5,
    1,
  )

  const large = { id: 'large', text: textOf(texts, 180_000, 0).slice(0, 1_000_000) }
  const { value: index, took: reading } = once(() => ours.createProvenanceIndex([large]))
  time('a source of 1 MB read', reading)
  const long = ours.read(textOf(texts, 50_000, 11))
  time('a story of 50,000 words against it', once(() => index.trace(long.story, long.quotations)).took)
  const at = long.story.text.indexOf('. ', long.story.text.length / 2) + 2
  const again = ours.read(`${long.story.text.slice(0, at)}Now ${long.story.text.slice(at)}`)
  time('  the same after one edit', once(() => index.trace(again.story, again.quotations)).took)
  return undefined
}

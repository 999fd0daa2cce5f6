// The cases of the comparison bench: one pair of documents a line.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The pairs of a file, [] when it is absent. */
export function pairsIn(data, name) {
  const file = join(data, `${name}.jsonl`)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))
}

/** What could make a comparison take forever, made here: nothing in common, no end, nothing but the same. */
export function worstCases() {
  let seed = 7
  const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) / 2 ** 32
  const vocabulary = Array.from({ length: 6000 }, (_, index) =>
    Array.from({ length: 2 + (index % 9) }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join(''),
  )
  const prose = (words) =>
    `${Array.from({ length: words }, () => vocabulary[Math.floor(random() ** 3 * vocabulary.length)]).join(' ')}.`
  const doc = (count, text) => ({
    blocks: Array.from({ length: count }, (_, index) => ({ type: 'p', text: text(index) })),
  })
  const same = () => 'the same words here again.'
  return [
    { id: '50,000 words, nothing in common', old: doc(500, () => prose(100)), new: doc(500, () => prose(100)) },
    { id: 'one word of 1 MB', old: doc(1, () => 'a'.repeat(1e6)), new: doc(1, () => `${'a'.repeat(1e6 - 1)}b`) },
    {
      id: '100,000 blocks of one word, other order',
      old: doc(100_000, (index) => vocabulary[index % 6000]),
      new: doc(100_000, (index) => vocabulary[(index * 7) % 6000]),
    },
    { id: '20,000 blocks all the same, 19,000 left', old: doc(20_000, same), new: doc(19_000, same) },
    { id: 'one sentence of 50,000 words, another', old: doc(1, () => prose(50_000)), new: doc(1, () => prose(50_000)) },
  ]
}

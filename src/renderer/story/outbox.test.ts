import { expect, test } from 'vitest'
import { Outbox, type SaveState } from './outbox'

/** An outbox that holds letters, sent together; gaps between keys come when told to. */
function desk() {
  const held: string[] = []
  const sent: string[] = []
  const told: SaveState['kind'][] = []
  const gaps: (() => void)[] = []
  let answer: 'commits' | 'refuses' = 'commits'
  const outbox = new Outbox(
    () =>
      held.length === 0
        ? undefined
        : async () => {
            if (answer === 'refuses') throw new Error('The disk is full.')
            sent.push(held.splice(0).join(''))
          },
    ({ kind }) => told.push(kind),
    (send) => gaps.push(send),
  )
  return {
    outbox,
    sent,
    told,
    refuse: () => (answer = 'refuses'),
    type(letter: string) {
      held.push(letter)
      outbox.poke()
    },
    async gap() {
      for (const send of gaps.splice(0)) send()
      await new Promise((done) => setTimeout(done, 0))
    },
  }
}

test('that something is unsaved is told with the key; it is sent in the next gap, with what came meanwhile', async () => {
  const { type, gap, sent, told } = desk()
  type('a')
  expect(told).toEqual(['saving'])
  type('b')
  expect(sent).toEqual([])
  await gap()
  expect(sent).toEqual(['ab'])
  expect(told).toEqual(['saving', 'saved'])
})

test('who waits for everything to be committed waits for no gap', async () => {
  const { type, outbox, sent } = desk()
  type('a')
  await outbox.flush()
  expect(sent).toEqual(['a'])
  type('b')
  const flushed = outbox.flush()
  type('c')
  await flushed
  expect(sent.join('')).toBe('abc')
})

test('a refusal is told with its reason, keeps what was typed, and fails who waits', async () => {
  const { type, gap, outbox, refuse, sent, told } = desk()
  refuse()
  type('a')
  await gap()
  expect(told).toEqual(['saving', 'failed'])
  expect(outbox.state).toMatchObject({ kind: 'failed', message: 'The disk is full.' })
  await expect(outbox.flush()).rejects.toThrow('The disk is full.')
  expect(sent).toEqual([])
})

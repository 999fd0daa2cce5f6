import { expect, test } from 'vitest'
import { basketPrint, createBasketIndex, type BasketItem } from '.'
import { storyText } from '../manuscript'

const ferry = [
  'Ferry services to the outer islands were suspended for the second day, leaving about 900 passengers ashore.',
  'Fishing crews blocked the harbor at Skarn with 40 boats, the port authority said.',
  'The port earns Ardania a third of its customs revenue and has never before been closed in peacetime.',
]
const mill = [
  'A fire at the Lomond paper mill destroyed two warehouses before dawn on Tuesday.',
  'Nobody was hurt, but the 310 workers were sent home and the company expects to lose three weeks of orders.',
]
const ours = [
  'Our correspondent found the quay empty but for two customs men and a dog.',
  'Shopkeepers along Mole Street said trade had halved since the weekend.',
]
const items: BasketItem[] = [
  { id: 'ap-2', agency: 'AP', slug: 'Ardania-Ferries', version: '2', text: ferry.join('\n') },
  { id: 'r-1', agency: 'Reuters', slug: 'MILL-FIRE', version: '1', text: mill.join('\n') },
  {
    id: 'afp-1',
    agency: 'AFP',
    text: 'The cabinet met in Merivale to weigh a second rise in grain tariffs.\nTwo ministers opposed it.',
  },
]

function basket(...more: BasketItem[]) {
  const index = createBasketIndex()
  for (const item of [...items, ...more]) index.add(item)
  return index
}
const proposed = (index: ReturnType<typeof basket>, ...paragraphs: string[]) =>
  index.propose(storyText(paragraphs.join('\n'))).map(({ id }) => id)

test('the items that a story was made from are proposed, the one that explains most first', () => {
  const [first, second, ...rest] = basket().propose(storyText([...ferry, ...ours, mill[0]].join('\n')))
  expect(first).toMatchObject({ id: 'ap-2', sentences: 3 })
  expect(second).toMatchObject({ id: 'r-1', sentences: 1 })
  expect(rest).toEqual([])
  expect(first!.share).toBeGreaterThan(second!.share)
  expect(first!.share + second!.share).toBeLessThan(1)
})

test('a story of our own has no proposal', () => {
  expect(proposed(basket(), ...ours)).toEqual([])
})

test('a heavy rewrite finds its item', () => {
  const rewritten = [
    'Some 900 passengers were left ashore when ferries serving the outer islands stopped for a second day.',
    'Forty boats of the fishing crews shut the harbour of Skarn, according to the port authority.',
  ]
  expect(proposed(basket(), ...rewritten, ...ours)).toEqual(['ap-2'])
})

test.each([
  ['the wire names one slug', { slug: 'Ardania-Ferries' }],
  ['only their words tell', {}],
])('of two versions of one item the nearer to the story is proposed alone: %s', (_, fields) => {
  const newer: BasketItem = {
    id: 'ap-3',
    agency: 'AP',
    version: '3',
    ...fields,
    text: [...ferry.slice(0, 2), 'The coast guard has asked for talks at noon with the union of the crews.'].join('\n'),
  }
  expect(proposed(basket(newer), ...ferry)).toEqual(['ap-2'])
  expect(proposed(basket(newer), newer.text)).toEqual(['ap-3'])
})

test('two versions that explain a story alike give the newer', () => {
  const newer: BasketItem = { ...items[0]!, id: 'a-10', version: '10' }
  expect(proposed(basket(newer), ...ferry)).toEqual(['a-10'])
})

test('an item that was removed or replaced is no longer proposed', () => {
  const index = basket()
  expect(index.remove('ap-2')).toBe(true)
  expect(index.remove('ap-2')).toBe(false)
  expect(proposed(index, ...ferry)).toEqual([])
  index.add({ ...items[1]!, text: ferry.join('\n') })
  expect(index.size).toBe(2)
  expect(proposed(index, ...ferry)).toEqual(['r-1'])
  expect(proposed(index, ...mill)).toEqual([])
})

test('a basket that lost most of its items still finds the rest', () => {
  const index = basket()
  for (let n = 0; n < 200; n++)
    index.add({ id: `x${n}`, text: `Reading ${n} of the gauge at pier ${n + 7} was taken.` })
  for (let n = 0; n < 190; n++) index.remove(`x${n}`)
  expect(index.size).toBe(13)
  expect(proposed(index, ...ferry)).toEqual(['ap-2'])
})

test('a basket filled from kept prints answers like one that read the texts', () => {
  const kept = createBasketIndex()
  for (const item of items) kept.add(item, Uint32Array.from(basketPrint(item.text)))
  const story = storyText([...ferry, ...mill].join('\n'))
  expect(kept.propose(story)).toEqual(basket().propose(story))
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ancestryOf, historyOf, lastCommon, lineTo, numberAfter, type Link } from './history'

/** A history from lines like `m=b+c`: what stands on what. */
function history(...lines: string[]) {
  const links = new Map<string, Link>()
  for (const line of lines) {
    const [id, on = ''] = line.split('=')
    const parents = on.split('+').filter(Boolean)
    links.set(id!, { id: id!, parents, number: numberAfter(parents.map((parent) => links.get(parent)!)) })
  }
  return historyOf(links.values())
}
const ids = (links: readonly Link[] | undefined) => links?.map(({ id }) => id).join(' ')

const apart = history('a', 'b=a', 'c=b', 'x=b', 'y=x', 'm=c+y')

describe('history', () => {
  it('numbers a merge after the longer side', () => {
    expect(apart.get('m')).toEqual({ id: 'm', parents: ['c', 'y'], number: 5 })
  })

  it.each([
    ['where both grew apart', apart, 'c', 'y', 'b'],
    ['where one stands on the other', apart, 'b', 'y', 'b'],
    ['with a merge of both', apart, 'm', 'y', 'y'],
    ['where each merged the other', history('a', 'c=a', 'y=a', 'm=c+y', 'n=y+c'), 'm', 'n', 'c y'],
    ['where there is none', history('a', 'z'), 'a', 'z', ''],
  ])('finds the last common revisions %s', (_, links, one, other, common) => {
    expect(ids(lastCommon(links, one, other))).toBe(common)
    expect(ids(lastCommon(links, other, one))).toBe(common)
  })

  it.each([
    ['from the start by first parents', undefined, 'm', 'a b c m'],
    ['from ours', 'c', 'm', 'm'],
    ['from theirs', 'x', 'm', 'y m'],
    ['from before both', 'b', 'm', 'c m'],
    ['to itself', 'm', 'm', ''],
    ['nowhere', 'y', 'c', undefined],
  ])('leads %s', (_, from, to, line) => expect(ids(lineTo(apart, from, to))).toBe(line))

  it('finds common revisions that both stand on, none behind another', () => {
    const grown = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { minLength: 2, maxLength: 14 })
    fc.assert(
      fc.property(grown, fc.nat(), fc.nat(), (grown, one, other) => {
        const lines = grown.map(([p, q, two], index) => {
          const on = index === 0 ? [] : [...new Set(two ? [p % index, q % index] : [p % index])]
          return `${index}=${on.join('+')}`
        })
        const links = history(...lines)
        const [a, b] = [String(one % grown.length), String(other % grown.length)]
        const common = lastCommon(links, a, b)
        expect(common.length).toBeGreaterThan(0)
        for (const { id } of common) {
          expect(ancestryOf(links, a).has(id) && ancestryOf(links, b).has(id)).toBe(true)
          for (const other of common) if (other.id !== id) expect(ancestryOf(links, other.id).has(id)).toBe(false)
        }
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import type { WaitingMerge } from '@core/record'
import { waitingSentence } from './waiting-words'

const revision = (number: number, by: string, draft?: true) => ({
  number, id: `${number}`, at: '2026-10-06T12:00:00Z', by, note: '', kind: 'named' as const, words: 9, parents: [], ...(draft ? { draft } : {}),
}) // prettier-ignore
const waiting = (...revisions: WaitingMerge['revisions']): WaitingMerge => ({
  tip: 't', file: 'ferry.json', at: '', who: 'Ada', common: [], settled: 0, revisions,
}) // prettier-ignore

describe('what waits to be merged is said', () => {
  it.each<[string, WaitingMerge]>([
    ['Kiran’s revisions r4 to r6 wait to be merged', waiting(revision(4, 'Kiran'), revision(5, 'Kiran'), revision(6, 'Kiran'))],
    ['Kiran’s revision r4 waits to be merged', waiting(revision(4, 'Kiran'))],
    ['Kiran’s revision r4 and a draft wait to be merged', waiting(revision(4, 'Kiran'), revision(5, 'Ada', true))],
    ['Kiran and Lars’ revisions r4 to r5 wait to be merged', waiting(revision(4, 'Kiran'), revision(5, 'Lars'))],
    ['A draft from ferry.json waits to be merged', waiting(revision(4, 'Ada', true))],
  ])('%s', (sentence, given) => expect(waitingSentence(given)).toBe(sentence)) // prettier-ignore
})

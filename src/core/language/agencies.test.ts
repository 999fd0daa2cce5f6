import { describe, expect, it } from 'vitest'
import { agencies, agenciesIn, agencyCode } from './agencies'

describe('agencies', () => {
  const cases: [text: string, codes: string[]][] = [
    ['The mayor told the Associated Press that the bridge would open.', ['AP']],
    ['The Associated Press and Agence France-Presse filed first.', ['AP', 'AFP']],
    ['Reuters contributed; so did PTI.', ['Reuters', 'PTI']],
    ['He read the Associated Press of Pakistan.', ['APP']],
    ['The Australian Associated Press said so.', ['AAP']],
    ['The MAP shows an APPLE and a DAPTIC.', []],
    ['A wire from Deutsche Presse-Agentur (dpa).', ['dpa', 'dpa']],
  ]
  it.each(cases)('are named in %j', (text, codes) => {
    const found = agenciesIn(text)
    expect(found.map(({ code }) => code)).toEqual(codes)
    for (const { start, end, code } of found) expect(agencyCode(text.slice(start, end))).toBe(code)
  })

  it('are marked loose where the wording may mean something else', () => {
    expect(agenciesIn('PA and Bloomberg').map(({ loose }) => loose)).toEqual([true, true])
  })

  it('have one code each and are known by every form', () => {
    expect(new Set(agencies.map(({ code }) => code)).size).toBe(agencies.length)
    for (const { code, forms, loose = [] } of agencies) {
      for (const form of [...forms, ...loose]) expect(agencyCode(form)).toBe(code)
    }
  })

  it('answer to their code in any case', () => {
    expect(agencyCode('ap')).toBe('AP')
    expect(agencyCode('the KCNA')).toBe('KCNA')
    expect(agencyCode('Nobody Press')).toBeUndefined()
  })
})

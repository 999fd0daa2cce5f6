import { describe, expect, test } from 'vitest'
import css from './tokens.css?raw'

const tokensOf = (block: string) =>
  Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!]))
const [lightBlock, darkBlock] = css.split(":root[data-theme='dark']")
const light = tokensOf(lightBlock!)
const themes = { light, dark: { ...light, ...tokensOf(darkBlock!) } }

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
const contrast = (a: string, b: string) => {
  const [dark, bright] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (bright! + 0.05) / (dark! + 0.05)
}

const text = 4.5
const manuscript = 7
const shape = 3
const grounds = ['paper', 'panel', 'accent-wash']
const pairs: [string, string, number][] = [
  // The manuscript and its standfirst, also on what marks a stretch of it.
  ['ink', 'paper', manuscript],
  ['ink', 'mark', manuscript],
  ['ink', 'inserted-wash', manuscript],
  ['ink', 'deleted-wash', manuscript],
  ['ink', 'moved-wash', manuscript],
  ['ink-2', 'paper', manuscript],
  // The interface.
  ...grounds.flatMap((ground): [string, string, number][] => [
    ['ink', ground, text],
    ['ink-2', ground, text],
    ['grey', ground, text],
    ['accent', ground, text],
    ['danger', ground, text],
    ['warn', ground, text],
    ['good', ground, text],
    ['focus', ground, shape],
  ]),
  ['ink', 'line', text],
  ['on-accent', 'accent', text],
  ['danger', 'danger-wash', text],
  ['ink', 'danger-wash', text],
  ['warn', 'warn-wash', text],
  ['ink', 'warn-wash', text],
  ['good', 'good-wash', text],
  ['ink', 'good-wash', text],
  ['inserted', 'inserted-wash', text],
  ['inserted', 'paper', text],
  ['deleted', 'deleted-wash', text],
  ['deleted', 'paper', text],
  ['moved', 'moved-wash', text],
  ['moved', 'paper', text],
  // Letters of agencies in the gutter, and on their own bar.
  ...Array.from({ length: 8 }, (_, at): [string, string, number][] => [
    [`agency-${at + 1}`, 'paper', text],
    [`agency-${at + 1}`, 'panel', text],
    [`agency-${at + 1}`, 'accent-wash', text],
  ]).flat(),
]

describe.each(Object.entries(themes))('In the %s theme', (_theme, tokens) => {
  test.each(pairs)('%s on %s reaches %d to 1', (fore, ground, least) => {
    expect(tokens[fore]).toBeDefined()
    expect(tokens[ground]).toBeDefined()
    expect(contrast(tokens[fore]!, tokens[ground]!)).toBeGreaterThanOrEqual(least)
  })
})

// Shadows and scrims are black with transparency in both themes; everything else is a token.
const sheets = Object.entries(
  import.meta.glob<string>('./*/**/*.css', { eager: true, query: '?raw', import: 'default' }),
)
test.each(sheets)('%s names no colour of its own', (_file, sheet) =>
  expect(sheet.match(/#[0-9a-f]{3,8}\b/gi)).toBeNull(),
)

import { describe, expect, it } from 'vitest'
import { compareDocs, describeChange, writeComparisonHtml } from './index'
import type { Doc, DocBlock } from './types'

/** A document from lines; `# ` opens a headline, `> ` a block quotation, `- ` a list item. */
function story(...lines: (string | DocBlock)[]): Doc {
  const types: Record<string, string> = { '# ': 'h1', '> ': 'quote', '- ': 'li', '@ ': 'credit' }
  return {
    blocks: lines.map((line) => {
      if (typeof line !== 'string') return line
      const type = types[line.slice(0, 2)]
      return type ? { type, text: line.slice(2) } : { type: 'p', text: line }
    }),
  }
}

const opening = 'The ferry left Port Blair at dawn on Tuesday with sixty passengers and four crew aboard.'
const weather = 'Forecasters had warned of strong winds in the strait, and two other sailings were called off.'
const rescue = 'A coast guard cutter reached the drifting vessel shortly before noon and passed a line across.'
const close = 'An inquiry will report to the harbour board within a month, officials at the port office noted.'

interface Case {
  title: string
  old: Doc
  fresh: Doc
  changes: string[]
  summary: string
}

const cases: Case[] = [
  {
    title: 'a moved paragraph is one move',
    old: story(opening, weather, rescue, close),
    fresh: story(opening, rescue, close, weather),
    changes: [
      'Moved paragraph “Forecasters had warned of strong winds in the strait, and two other sailings were called…”',
    ],
    summary: '1 paragraph moved',
  },
  {
    title: 'a move with an edit inside is a move and a replacement',
    old: story(opening, weather, rescue, close),
    fresh: story(opening, rescue, close, weather.replace('two', 'five')),
    changes: [
      'Moved paragraph “Forecasters had warned of strong winds in the strait, and five other sailings were called…”',
      'Changed “two” to “five” (touches a number)',
    ],
    summary: '1 paragraph moved, 1 sentence edited, 1 number changed',
  },
  {
    title: 'a paragraph that moved and became part of a longer one is a move and an insertion',
    old: story(opening, weather, rescue, close),
    fresh: story(
      opening,
      rescue,
      close,
      `${weather.slice(0, -1)}, while the mail boat and the supply barges of the lighthouse service stayed tied up at the northern pier with their crews aboard all through the day and the following night.`,
    ),
    changes: [
      'Moved paragraph “Forecasters had warned of strong winds in the strait, and two other sailings were called…”',
      'Added “, while the mail boat and the supply barges of the lighthouse service stayed tied up at…”',
    ],
    summary: '1 paragraph moved, 1 sentence edited',
  },
  {
    title: 'a paragraph without words stays between paragraphs that changed',
    old: story(opening, '* * *', rescue, '* * *', close, '—'),
    fresh: story(
      opening.replace('dawn', 'dusk'),
      '* * *',
      rescue.replace('noon', 'dusk'),
      '* * *',
      close.replace('month', 'week'),
      '—',
    ),
    changes: ['Changed “dawn” to “dusk”', 'Changed “noon” to “dusk”', 'Changed “month” to “week”'],
    summary: '3 sentences edited',
  },
  {
    title: 'a split paragraph is one split',
    old: story(`${opening} ${weather}`, rescue),
    fresh: story(opening, weather, rescue),
    changes: [
      'Split paragraph “The ferry left Port Blair at dawn on Tuesday with sixty passengers and four crew aboard.…”',
    ],
    summary: '1 paragraph split',
  },
  {
    title: 'joined paragraphs are one merge',
    old: story(opening, weather, rescue),
    fresh: story(`${opening} ${weather}`, rescue),
    changes: [
      'Joined paragraphs into “The ferry left Port Blair at dawn on Tuesday with sixty passengers and four crew aboard.…”',
    ],
    summary: '1 paragraph merged',
  },
  {
    title: 'an added and a removed paragraph are told apart',
    old: story(opening, weather, close),
    fresh: story(opening, close, rescue),
    changes: [
      'Removed paragraph “Forecasters had warned of strong winds in the strait, and two other sailings were called…” (touches a number, touches an attribution)',
      'Added paragraph “A coast guard cutter reached the drifting vessel shortly before noon and passed a line…”',
    ],
    summary: '1 paragraph added, 1 removed',
  },
  {
    title: 'words changed inside quotation marks stand out',
    old: story(opening, '“We lost the engine within minutes,” the master told reporters.'),
    fresh: story(opening, '“We lost both engines within minutes,” the master told reporters.'),
    changes: ['Changed “the engine” to “both engines” (changes words inside quotation marks)'],
    summary: '1 sentence edited, 1 quotation changed',
  },
  {
    title: 'a quotation that moves is told between single marks',
    old: story(opening, '“We lost the engine within minutes,” the master told reporters.', rescue, close),
    fresh: story(opening, rescue, close, '“We lost the engine within minutes,” the master told reporters.'),
    changes: ['Moved paragraph ‘“We lost the engine within minutes,” the master told reporters.’'],
    summary: '1 paragraph moved',
  },
  {
    title: 'a paragraph made a block quotation keeps its words',
    old: story(opening, weather),
    fresh: story(opening, `> ${weather}`),
    changes: [
      'Changed paragraph to block quotation: “Forecasters had warned of strong winds in the strait, and two other sailings were called…”',
    ],
    summary: '1 paragraph given another style',
  },
  {
    title: 'a headline and a credit are named',
    old: story('# Ferry adrift off Andamans', opening, '@ With inputs from PTI'),
    fresh: story('# Ferry adrift off the Andamans', opening, '@ With inputs from PTI and Reuters'),
    changes: ['Added “the” (in the headline)', 'Added “and Reuters” (touches a name, touches the credit)'],
    summary: 'Headline changed, credit changed',
  },
  {
    title: 'a changed link is a format change',
    old: story({ type: 'p', text: close, marks: [{ type: 'link', from: 3, to: 10, href: 'https://example.org/a' }] }),
    fresh: story({ type: 'p', text: close, marks: [{ type: 'link', from: 3, to: 10, href: 'https://example.org/b' }] }),
    changes: ['Removed link to https://example.org/a, added link to https://example.org/b on “inquiry”'],
    summary: '1 format change',
  },
  {
    title: 'a sentence that changes its paragraph is moved',
    old: story(`${opening} ${weather}`, `${rescue} ${close}`),
    fresh: story(opening, `${rescue} ${weather} ${close}`),
    changes: [
      'Moved sentence “Forecasters had warned of strong winds in the strait, and two other sailings were called…”',
    ],
    summary: '1 sentence moved',
  },
]

describe('changes as an editor would list them', () => {
  it.each(cases)('$title', ({ old, fresh, changes, summary }) => {
    const comparison = compareDocs(old, fresh)
    expect(comparison.changes.map(describeChange)).toEqual(changes)
    expect(comparison.summary.sentence).toBe(summary)
  })
})

it('tells a changed slug, and no slug where only one version has one', () => {
  const [old, fresh] = [story(opening), story(opening)]
  const { slug, summary, changes } = compareDocs({ ...old, slug: 'ferry-adrift' }, { ...fresh, slug: 'ferry-rescue' })
  expect({ slug, changes, sentence: summary.sentence }).toEqual({
    slug: { old: 'ferry-adrift', new: 'ferry-rescue' },
    changes: [],
    sentence: 'Slug changed',
  })
  expect(compareDocs({ ...old, slug: 'ferry-adrift' }, fresh).summary.sentence).toBe('No changes')
})

describe('the comparison as a page', () => {
  it('marks words altered inside quotation marks above all others', () => {
    const old = story('“We lost the engine within minutes,” the master told reporters.', rescue)
    const fresh = story('“We lost both engines within minutes,” the master told reporters.', `${rescue} More follows.`)
    const page = writeComparisonHtml(old, fresh, compareDocs(old, fresh), { title: 'Ferry', old: 'r1', new: 'r2' })
    expect(page).toContain('≠ quotation altered')
    expect(page).toContain('<ins class="altered">both engines</ins>')
    expect(page).toContain('<ins> More follows.</ins>')
  })

  it('escapes everything that comes from outside and runs nothing', () => {
    const hostile = '<script>alert(1)</script> & "quotes"'
    const link = { type: 'link', from: 0, to: 4, href: 'javascript:alert(1)' }
    const old = story({ type: 'p', text: `${hostile} before`, marks: [link] })
    const fresh = story({ type: '<img src=x onerror=alert(1)>', text: `${hostile} after`, marks: [] })
    const page = writeComparisonHtml(old, fresh, compareDocs(old, fresh), {
      title: hostile,
      old: hostile,
      new: hostile,
    })
    expect(page).not.toMatch(/<script|<img|href="(?!#)|onerror=alert\(1\)>[^&]/i)
    expect(page).toContain('&lt;script&gt;')
    expect(page).toContain("default-src 'none'")
  })

  it('shows what came, what went and what moved', () => {
    const old = story(opening, weather, rescue, close)
    const fresh = story(opening, rescue, `${close} More follows.`, weather)
    const page = writeComparisonHtml(old, fresh, compareDocs(old, fresh), { title: 'Ferry', old: 'r1', new: 'r2' })
    expect(page).toContain('<ins> More follows.</ins>')
    expect(page).toContain('<span class="note">1 moved here</span>')
    expect(page).toContain('<span class="note">1 moved away</span>')
    expect(page).toContain('class="away"')
    expect(page).toContain('class="here"')
    expect(page).toContain('<p class="summary">1 paragraph moved, 1 sentence added.</p>')
  })
})

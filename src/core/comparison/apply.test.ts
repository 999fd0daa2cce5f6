import { describe, expect, it } from 'vitest'
import { parseManuscript, type Manuscript } from '../manuscript'
import { applyChanges, compare } from './index'
import type { Change } from './types'

/** A manuscript from lines; `# ` opens the headline, `> ` a quoted block, `*words*` are bold. */
function story(lines: readonly string[]): Manuscript {
  const kinds: Record<string, string> = { '# ': 'headline', '> ': 'blockquote' }
  const node = (line: string) => {
    const type = kinds[line.slice(0, 2)]
    const content = (type ? line.slice(2) : line)
      .split('*')
      .map((part, index) => ({ type: 'text', text: part, ...(index % 2 ? { marks: [{ type: 'strong' }] } : {}) }))
      .filter((part) => part.text !== '')
    return { type: type ?? 'paragraph', content }
  }
  return parseManuscript({ type: 'doc', content: lines.map(node) })
}

const lead = 'The ferry left Port Blair at dawn on Tuesday with sixty passengers and four crew aboard.'
const weather = 'Forecasters had warned of strong winds in the strait, and two other sailings were called off.'
const rescue = 'A coast guard cutter reached the drifting vessel shortly before noon and passed a line across.'
const close = 'An inquiry will report to the harbour board within a month, officials at the port office noted.'
const said = '“We lost the engine within minutes,” the master told reporters on the quay.'

interface Case {
  title: string
  old: string[]
  fresh: string[]
  /** Each change as its kind and its words; those that are taken. */
  changes: string[]
  taken: string[]
  result: string[]
}

const cases: Case[] = [
  {
    title: 'takes a move and leaves an edit inside it',
    old: [lead, weather, rescue, close],
    fresh: [lead, rescue, close, weather.replace('two', 'five')],
    changes: ['move Forecasters', 'replace five'],
    taken: ['move Forecasters'],
    result: [lead, rescue, close, weather],
  },
  {
    title: 'takes an edit inside a move and leaves the move',
    old: [lead, weather, rescue, close],
    fresh: [lead, rescue, close, weather.replace('two', 'five')],
    changes: ['move Forecasters', 'replace five'],
    taken: ['replace five'],
    result: [lead, weather.replace('two', 'five'), rescue, close],
  },
  {
    title: 'takes one of two changes in a sentence, beside marks that stay and inside marks that stay',
    old: [lead.replace('Port Blair', '*Port Blair*').replace('four crew', '*four crew*')],
    fresh: [lead.replace('Port Blair', '*Port Blair*').replace('sixty', 'seventy').replace('four crew', '*five crew*')],
    changes: ['replace seventy', 'replace five'],
    taken: ['replace five'],
    result: [lead.replace('Port Blair', '*Port Blair*').replace('four crew', '*five crew*')],
  },
  {
    title: 'takes the marks of a sentence and leaves its words',
    old: [lead],
    fresh: [lead.replace('Port Blair', '*Port Blair*').replace('sixty', 'seventy')],
    changes: ['format Port Blair', 'replace seventy'],
    taken: ['format Port Blair'],
    result: [lead.replace('Port Blair', '*Port Blair*')],
  },
  {
    title: 'takes a split and leaves its quotation as it was',
    old: [`${weather} ${said}`, rescue],
    fresh: [weather, said.replace('the engine', 'both engines'), rescue],
    changes: ['split Forecasters', 'replace both engines'],
    taken: ['split Forecasters'],
    result: [weather, said, rescue],
  },
  {
    title: 'takes a quotation and leaves the split around it',
    old: [`${weather} ${said}`, rescue],
    fresh: [weather, said.replace('the engine', 'both engines'), rescue],
    changes: ['split Forecasters', 'replace both engines'],
    taken: ['replace both engines'],
    result: [`${weather} ${said.replace('the engine', 'both engines')}`, rescue],
  },
  {
    title: 'leaves a space where a sentence went from between two, one of which stays against the new version',
    old: [`${lead} Nobody was hurt. More follows.`],
    fresh: [`Nobody was hurt. ${lead}`],
    changes: ['move Nobody', 'delete More follows.'],
    taken: ['move Nobody'],
    result: [`Nobody was hurt. ${lead} More follows.`],
  },
  {
    title: 'takes the kind of a paragraph and leaves its words',
    old: [lead, said, close],
    fresh: [lead, `> ${said.replace('minutes', 'seconds')}`, close],
    changes: ['retype “We', 'replace seconds'],
    taken: ['retype “We'],
    result: [lead, `> ${said}`, close],
  },
  {
    title: 'takes a paragraph that came and leaves the one that went',
    old: [lead, weather, close],
    fresh: [lead, close, rescue],
    changes: ['delete Forecasters', 'insert A coast'],
    taken: ['insert A coast'],
    result: [lead, weather, close, rescue],
  },
]

describe('taking some of the changes', () => {
  it.each(cases)('$title', ({ old, fresh, changes, taken, result }) => {
    const [before, after] = [story(old), story(fresh)]
    const comparison = compare(before, after)
    const isOne = (name: string, { kind, oldText, newText }: Change) =>
      name.startsWith(`${kind} `) && (newText || oldText).startsWith(name.slice(kind.length + 1))
    const named = comparison.changes.map((change) => changes.find((name) => isOne(name, change)))
    expect(named.toSorted()).toEqual(changes.toSorted())
    const ids = comparison.changes.filter((change) => taken.some((name) => isOne(name, change))).map(({ id }) => id)
    expect(applyChanges(before, after, comparison, new Set(ids)).toJSON()).toEqual(story(result).toJSON())
  })
})

import { describe, expect, it } from 'vitest'
import { parseManuscript, plainText, type Manuscript } from '../manuscript'
import { mergeThree, type Settlement } from './index'

type Line = string | { type: string; text: string; bold?: string }

/** A manuscript from lines; `# ` opens the headline, `*words*` are bold. */
function story(...lines: Line[]): Manuscript {
  const node = (line: Line) => {
    const { type, text } =
      typeof line !== 'string'
        ? line
        : line.startsWith('# ')
          ? { type: 'headline', text: line.slice(2) }
          : { type: 'paragraph', text: line }
    const content = text
      .split('*')
      .map((part, index) => ({ type: 'text', text: part, ...(index % 2 ? { marks: [{ type: 'strong' }] } : {}) }))
      .filter((part) => part.text !== '')
    return { type, content }
  }
  return parseManuscript({ type: 'doc', content: lines.map(node) })
}

const headline = '# Ferry adrift off the islands'
const lead = 'The ferry left Port Blair at dawn on Tuesday with sixty passengers and four crew aboard.'
const weather = 'Forecasters had warned of strong winds in the strait, and two other sailings were called off.'
const rescue = 'A coast guard cutter reached the drifting vessel shortly before noon and passed a line across.'
const base = [headline, lead, weather, rescue]
const bold = (text: string, words: string) => text.replace(words, `*${words}*`)

interface Case {
  title: string
  ours: string[]
  theirs: string[]
  merged: string[]
  conflicts?: [base: string, ours: string, theirs: string][]
}

const cases: Case[] = [
  {
    title: 'edits in different paragraphs are both taken',
    ours: [headline, lead.replace('sixty', 'seventy'), weather, rescue],
    theirs: [headline, lead, weather, rescue.replace('noon', 'dusk')],
    merged: [headline, lead.replace('sixty', 'seventy'), weather, rescue.replace('noon', 'dusk')],
  },
  {
    title: 'edits in different words of one sentence are both taken',
    ours: [headline, lead.replace('sixty', 'seventy'), weather, rescue],
    theirs: [headline, lead.replace('Tuesday', 'Wednesday'), weather, rescue],
    merged: [headline, lead.replace('sixty', 'seventy').replace('Tuesday', 'Wednesday'), weather, rescue],
  },
  {
    title: 'the same edit is taken once',
    ours: [headline, lead.replace('sixty', 'seventy'), weather, rescue],
    theirs: [headline, lead.replace('sixty', 'seventy'), weather.replace('two', 'five'), rescue],
    merged: [headline, lead.replace('sixty', 'seventy'), weather.replace('two', 'five'), rescue],
  },
  {
    title: 'different words for the same words are a conflict',
    ours: [headline, lead.replace('sixty', 'seventy'), weather, rescue],
    theirs: [headline, lead.replace('sixty', 'eighty'), weather, rescue],
    merged: base,
    conflicts: [['sixty', 'seventy', 'eighty']],
  },
  {
    title: 'a paragraph cut by one and edited by the other is a conflict',
    ours: [headline, lead, rescue],
    theirs: [headline, lead, weather.replace('two', 'five'), rescue],
    merged: base,
    conflicts: [[`${weather}\n`, '', `${weather.replace('two', 'five')}\n`]],
  },
  {
    title: 'different paragraphs put into one place are a conflict',
    ours: [headline, lead, 'The owners gave no comment.', weather, rescue],
    theirs: [headline, lead, 'An inquiry was opened.', weather, rescue],
    merged: base,
    conflicts: [['', 'The owners gave no comment.\n', 'An inquiry was opened.\n']],
  },
  {
    title: 'a paragraph put before one that the other edits is taken, and so is the edit',
    ours: [headline, lead, 'The owners gave no comment.', weather, rescue],
    theirs: [headline, lead, weather.replace('Forecasters', 'Officials'), rescue],
    merged: [headline, lead, 'The owners gave no comment.', weather.replace('Forecasters', 'Officials'), rescue],
  },
  {
    title: 'an edit inside a paragraph that the other moved goes along',
    ours: [headline, lead, rescue, weather],
    theirs: [headline, lead, weather.replace('two', 'five'), rescue],
    merged: [headline, lead, rescue, weather.replace('two', 'five')],
  },
  {
    title: 'marks by one and words by the other are both taken',
    ours: [headline, bold(lead, 'Port Blair'), weather, rescue],
    theirs: [headline, lead.replace('sixty', 'seventy'), weather, rescue],
    merged: [headline, bold(lead, 'Port Blair').replace('sixty', 'seventy'), weather, rescue],
  },
  {
    title: 'a headline by one and a split by the other are both taken',
    ours: ['# Ferry adrift, passengers safe', lead, weather, rescue],
    theirs: [headline, lead, 'Forecasters had warned of strong winds in the strait,', 'and two other sailings were called off.', rescue],
    merged: ['# Ferry adrift, passengers safe', lead, 'Forecasters had warned of strong winds in the strait,', 'and two other sailings were called off.', rescue],
  },
] // prettier-ignore

describe('merging two revisions of one version', () => {
  it.each(cases)('$title', ({ ours, theirs, merged, conflicts = [] }) => {
    const merge = mergeThree(story(...base), story(...ours), story(...theirs))
    expect(merge.conflicts.map(({ baseText, oursText, theirsText }) => [baseText, oursText, theirsText])).toEqual(
      conflicts,
    )
    expect(merge.manuscript.toJSON()).toEqual(story(...merged).toJSON())
  })

  it('leaves the space before words in conflict, which a sentence took along that only one moved away', () => {
    const at = `${lead} Nobody was hurt. More follows.`
    const { manuscript, conflicts } = mergeThree(
      story(at),
      story(`${lead} Nobody was hurt. More follows today.`),
      story(`Nobody was hurt. ${lead}`),
    )
    const { text } = plainText(manuscript)
    expect(text).toBe(`Nobody was hurt. ${lead} More follows.`)
    expect(conflicts.map(({ merged }) => text.slice(merged.start, merged.end))).toEqual(['More follows.'])
  })

  it('writes a person’s own words for the last block as a block of its kind', () => {
    const credit = (text: string) => ({ type: 'credit', text })
    const versions = [
      story(lead, credit('(With PTI inputs)')),
      story(lead),
      story(lead, credit('(With ANI inputs)')),
    ] as const
    const { conflicts } = mergeThree(...versions)
    const settled = mergeThree(...versions, new Map([[conflicts[0]!.id, { words: '(With PTI and ANI inputs)' }]]))
    expect(settled.manuscript.toJSON()).toEqual(story(lead, credit('(With PTI and ANI inputs)')).toJSON())
  })

  it('tells where a conflict stands also after a picture that got its missing credit', () => {
    const text = (type: string, words: string) => ({ type, content: words ? [{ type: 'text', text: words }] : [] })
    const picture = { type: 'figure', content: [text('caption', 'The quay.'), text('photoCredit', 'PTI')] }
    const doc = (...content: object[]) => parseManuscript({ type: 'doc', content })
    const versions = [
      doc(text('paragraph', ' ')),
      doc(picture, text('paragraph', 'Rain. ')),
      doc(text('subhead', ''), text('paragraph', 'Wind. ')),
    ] as const
    const own = new Map(mergeThree(...versions).conflicts.map(({ id }) => [id, { words: `Own ${id}.` }]))
    const { manuscript, conflicts } = mergeThree(...versions, own)
    const merged = plainText(manuscript).text
    expect(conflicts.map(({ merged: { start, end } }) => merged.slice(start, end))).toEqual(['Own m1.\n', 'Own m2.'])
  })

  it('does not choose between two places that a paragraph was moved to', () => {
    const short = 'An inquiry was opened at once.'
    const [old, ours, theirs] = [
      story(lead, short, weather, rescue),
      story(short, lead, weather, rescue),
      story(lead, weather, short, rescue),
    ]
    const { manuscript, conflicts } = mergeThree(old, ours, theirs)
    expect(manuscript.toJSON()).toEqual(old.toJSON())
    expect(conflicts.map((each) => [each.ours, each.theirs].map((changes) => changes.map(({ kind }) => kind)))).toEqual(
      [[['move'], ['move']]],
    )
    const { manuscript: settled } = mergeThree(old, ours, theirs, new Map([[conflicts[0]!.id, 'theirs']]))
    expect(settled.toJSON()).toEqual(theirs.toJSON())
    const stands = (settlements: Map<string, Settlement>) => {
      const merge = mergeThree(old, ours, theirs, settlements)
      const { start, end } = merge.conflicts[0]!.merged
      return [plainText(merge.manuscript).text.slice(start, end), start]
    }
    expect(stands(new Map())).toEqual([`${short}\n`, lead.length + 1])
    expect(stands(new Map([[conflicts[0]!.id, 'ours']]))).toEqual([`${short}\n`, 0])
  })

  it('tells the changes of a conflict, and takes it as a person settles it', () => {
    const [ours, theirs] = ['seventy', 'eighty'].map((word) =>
      story(headline, lead.replace('sixty', word), weather, rescue),
    )
    const { conflicts } = mergeThree(story(...base), ours!, theirs!)
    expect(
      conflicts.map((each) => [each.ours, each.theirs].map((changes) => changes.map(({ newText }) => newText))),
    ).toEqual([[['seventy'], ['eighty']]])
    const settled = (side: 'ours' | 'theirs' | 'base') =>
      plainText(mergeThree(story(...base), ours!, theirs!, new Map([[conflicts[0]!.id, side]])).manuscript).text
    expect([settled('ours'), settled('theirs'), settled('base')].map((text) => /seventy|eighty|sixty/.exec(text)?.[0])).toEqual([
      'seventy', 'eighty', 'sixty',
    ]) // prettier-ignore
  })

  it('settles with both in order, and with a person’s own words, where they stand', () => {
    const [ours, theirs] = [
      story(headline, lead.replace('sixty', 'seventy'), 'The owners gave no comment.', weather, rescue),
      story(headline, lead.replace('sixty', 'eighty'), 'An inquiry was *opened*.', weather, rescue),
    ]
    const settle = (settlement: Settlement) => {
      const ids = mergeThree(story(...base), ours, theirs).conflicts.map(({ id }) => [id, settlement] as const)
      const { manuscript, conflicts } = mergeThree(story(...base), ours, theirs, new Map(ids))
      const { text } = plainText(manuscript)
      return { manuscript, said: conflicts.map(({ merged }) => text.slice(merged.start, merged.end)) }
    }
    const both = settle('both')
    expect(both.said).toEqual(['seventy eighty', 'The owners gave no comment.\nAn inquiry was opened.\n'])
    expect(both.manuscript.toJSON()).toEqual(
      story(headline, lead.replace('sixty', 'seventy eighty'), 'The owners gave no comment.', 'An inquiry was *opened*.', weather, rescue).toJSON(),
    ) // prettier-ignore
    const own = settle({ words: 'some 75' })
    expect(own.said).toEqual(['some 75', 'some 75\n'])
    expect(own.manuscript.toJSON()).toEqual(
      story(headline, lead.replace('sixty', 'some 75'), 'some 75', weather, rescue).toJSON(),
    )
    expect(settle({ words: '' }).manuscript.toJSON()).toEqual(
      story(headline, lead.replace('sixty', ''), weather, rescue).toJSON(),
    )
  })
})

import { EditorState } from 'prosemirror-state'
import { history, redo, undo, closeHistory } from 'prosemirror-history'
import { Step } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { manuscriptFromText, plainText, schema, type Manuscript } from '@core/manuscript'
import { compareVersions, takeChanges } from '../analysis/versions'
import type { Version } from '../analysis'
import { Session, type DraftHand, type Pair } from './session'

const head = 'Ferry adrift off the Andamans'
const opening = 'The ferry left Port Blair at dawn on Tuesday with sixty passengers and four crew aboard.'
const weather = 'Forecasters had warned of strong winds in the strait, and two other sailings were called off.'
const master = '“We lost the engine within minutes,” the master told reporters at the quay.'
const close = 'An inquiry will report to the harbour board within a month, officials at the port office noted.'

const told = manuscriptFromText([head, opening, weather, master, close].join('\n'))
const edited = manuscriptFromText(
  [head, opening.replace('sixty', 'ninety'), master.replace('the engine', 'both engines'), close, weather].join('\n'),
)

let keys = 0
const known = new WeakMap<Manuscript, string>()
const versionOf = (manuscript: Manuscript): Version => {
  const key = known.get(manuscript) ?? `t${++keys}`
  known.set(manuscript, key)
  return { key, manuscript: manuscript.toJSON() as unknown }
}

/** A draft with its history, compared with another version; every change of it is looked at, as on the screen. */
function desk(draft: Manuscript, other: Manuscript, side: 'old' | 'new') {
  const session = new Session({
    compare: (old, now) => Promise.resolve(compareVersions(old, now)),
    take: (old, now, changes, on) => Promise.resolve(takeChanges(old, now, changes, on)),
  })
  let state = EditorState.create({ doc: draft, plugins: [history()] })
  const look = () => {
    const [old, now] = side === 'old' ? [state.doc, other] : [other, state.doc]
    const pair: Pair = { old: versionOf(old), new: versionOf(now), draft: { side, manuscript: state.doc } }
    session.look(pair)
  }
  const dispatch = (tr: EditorState['tr']) => {
    state = state.apply(tr)
    look()
  }
  const hand: DraftHand = {
    manuscript: () => state.doc,
    apply: (steps) => {
      const tr = closeHistory(state.tr)
      for (const step of steps) tr.step(Step.fromJSON(schema, step))
      dispatch(tr)
    },
    undo: () => undo(state, dispatch),
    redo: () => redo(state, dispatch),
  }
  look()
  const lines = () => plainText(state.doc).text.split('\n')
  const kinds = () => session.now().shown.map(({ kind }) => kind)
  const selected = () => session.now().shown.find(({ id }) => id === session.now().selected)
  return {
    session,
    hand,
    lines,
    kinds,
    selected,
    type: (at: number, text: string) => dispatch(state.tr.insertText(text, at)),
  }
}

describe('A comparison on the desk', () => {
  test('starts at the first change and goes round in both directions', async () => {
    const { session, kinds, selected } = desk(edited, told, 'new')
    await session.settled()
    expect(kinds()).toEqual(['replace', 'replace', 'move'])
    expect(selected()?.newText).toBe('ninety')
    expect(session.now().said).toBe(
      '1 paragraph moved, 2 sentences edited, 1 quotation changed, 1 number changed. Change 1 of 3: Changed “sixty” to “ninety” (touches a number).',
    )
    session.step(-1)
    expect(selected()?.kind).toBe('move')
    session.step(1)
    expect(selected()?.newText).toBe('ninety')
    expect(session.now().said).toBe(
      'From the first one again: Change 1 of 3: Changed “sixty” to “ninety” (touches a number).',
    )
  })

  test('puts a move back into the draft and goes on; what was not decided stays as it was', async () => {
    const { session, hand, lines, kinds, selected } = desk(edited, told, 'new')
    await session.settled()
    session.step(-1)
    expect(await session.takeSelected(hand)).toBe(1)
    expect(lines()).toEqual([
      head,
      opening.replace('sixty', 'ninety'),
      weather,
      master.replace('the engine', 'both engines'),
      close,
    ])
    expect(kinds()).toEqual(['replace', 'replace'])
    expect(selected()?.newText).toBe('ninety')
  })

  test('takes changes of another copy into a draft that is the old side', async () => {
    const { session, hand, lines } = desk(told, edited, 'old')
    await session.settled()
    const ids = session.now().shown.map(({ id }) => id)
    expect(await session.take(ids, hand)).toBe(3)
    expect(lines()).toEqual(plainText(edited).text.split('\n'))
    expect(session.now().shown).toEqual([])
    expect(session.now().said).toBe('3 changes taken. No change is left.')
  })

  test('decisions made faster than they are compared wait for one another', async () => {
    const { session, hand, lines } = desk(edited, told, 'new')
    await Promise.all([session.takeSelected(hand), session.takeSelected(hand), session.takeSelected(hand)])
    expect(lines()).toEqual(plainText(told).text.split('\n'))
  })

  test('a change that is left keeps its place, and the next decision passes it over', async () => {
    const { session, hand, kinds, selected } = desk(edited, told, 'new')
    await session.settled()
    session.leave([session.now().selected!])
    expect(kinds()).toEqual(['replace', 'replace', 'move'])
    expect(selected()?.newText).toBe('both engines')
    session.step(1)
    await session.takeSelected(hand)
    expect(selected()?.newText).toBe('both engines')
    expect([...session.now().left]).toEqual([session.now().shown[0]!.id])
  })

  test('each decision is taken back in turn, and the view goes back to it', async () => {
    const { session, hand, lines, selected } = desk(edited, told, 'new')
    await session.settled()
    session.leave([session.now().selected!])
    await session.takeSelected(hand)
    expect(lines()[2]).toBe(master)
    expect(session.now().decisions).toBe(2)
    await session.undo(hand)
    expect(lines()[2]).toBe(master.replace('the engine', 'both engines'))
    expect(selected()?.newText).toBe('both engines')
    await session.undo(hand)
    expect(selected()?.newText).toBe('ninety')
    expect([...session.now().left]).toEqual([])
    expect(await session.undo(hand)).toBe(false)
    await session.redo(hand)
    expect(lines()[2]).toBe(master)
  })

  test('what was typed while a change was being taken is kept', async () => {
    const { session, hand, lines, type } = desk(edited, told, 'new')
    await session.settled()
    const taking = session.takeSelected(hand)
    type(2, 'The ')
    await taking
    expect(lines()[0]).toBe(`F${'The '}erry adrift off the Andamans`)
    expect(lines()[1]).toBe(opening)
  })

  test('a filter keeps the place where it can and says how many are shown', async () => {
    const { session, selected } = desk(edited, told, 'new')
    await session.settled()
    session.narrow('quotations')
    expect(session.now().shown).toHaveLength(1)
    expect(selected()?.newText).toBe('both engines')
    session.narrow('headline')
    expect(selected()).toBeUndefined()
    session.step(1)
    expect(session.now().said).toBe('There is no change to step to.')
  })

  test('a comparison that failed is told, and tried again', async () => {
    let broken = true
    const session = new Session({
      compare: (old, now) =>
        broken ? Promise.reject(new Error('No memory.')) : Promise.resolve(compareVersions(old, now)),
      take: () => Promise.resolve([]),
    })
    session.look({ old: versionOf(told), new: versionOf(edited) })
    await expect(session.settled()).rejects.toThrow('No memory.')
    expect(session.now()).toMatchObject({ phase: 'failed', failure: 'No memory.' })
    broken = false
    session.again()
    await session.settled()
    expect(session.now()).toMatchObject({ phase: 'known', failure: undefined })
  })
})

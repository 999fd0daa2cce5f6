import { Fragment, type ReactNode } from 'react'
import { pilcrow, type ReadingRun } from '@core/comparison'
import type { Model } from './model'
import { formatWords, movedWords } from './words'

/** Whether a block stands in the text of both versions or in one version's column. */
export type Place = 'inline' | 'old' | 'new'

/** The stretches of a block: what came underlined, what went struck, what moved with its number, new marks named. */
export function Runs({
  runs,
  model,
  current,
  place,
  numbered,
}: {
  runs: readonly ReadingRun[]
  model: Model
  current: string | undefined
  place: Place
  /** Whether moved stretches carry their number: not where the whole block moved and says so itself. */
  numbered: boolean
}) {
  return runs.map((run, index) => {
    const opens = run.move !== undefined && runs[index - 1]?.move !== run.move
    const formatEnds = run.format !== undefined && runs[index + 1]?.format !== run.format
    const [before, words, after] = trimmed(run)
    return (
      <Fragment key={index}>
        {before}
        {numbered && opens && run.state !== 'kept' && <MoveChip run={run} model={model} />}
        {words && <Run run={words} model={model} current={current} />}
        {formatEnds && place !== 'old' && <FormatChip id={run.format!} model={model} current={current} />}
        {after}
      </Fragment>
    )
  })
}

/** A run without the space around its words: lines under and through words begin and end with them. */
function trimmed(run: ReadingRun): [string, ReadingRun | undefined, string] {
  const { text, state } = run
  const words = text.trim()
  if (state === 'kept' || words === '' || words === text) return ['', run, '']
  const at = text.indexOf(words)
  return [text.slice(0, at), { ...run, text: words }, text.slice(at + words.length)]
}

function Run({ run, model, current }: { run: ReadingRun; model: Model; current: string | undefined }) {
  const { text, state, change, format } = run
  const altered =
    model.changeOf(change)?.touches.includes('quoted-words') && state !== 'moved-here' && state !== 'moved-away'
  const on = current !== undefined && (change === current || format === current)
  const name = [format && 'cmp-format', altered && 'cmp-altered', on && 'current'].filter(Boolean).join(' ')
  const given = {
    ...(change !== undefined || format !== undefined ? { 'data-change': format ?? change } : {}),
    ...(run.move === undefined ? {} : { 'data-move': `${state} ${run.move}` }),
  }
  const inner = marked(text, run.marks)
  // The space that a paragraph's break took the place of says nothing of its own.
  const kind = model.changeOf(change)?.kind
  if ((kind === 'split' || kind === 'merge') && text.trim() === '') return inner
  if (text === pilcrow && (state === 'inserted' || state === 'deleted')) {
    const Tag = state === 'inserted' ? 'ins' : 'del'
    return (
      <Tag
        className={`cmp-pilcrow ${name}`}
        {...given}
        title={state === 'inserted' ? 'Paragraph split here' : 'Paragraphs joined here'}
      >
        {pilcrow}
      </Tag>
    )
  }
  switch (state) {
    case 'inserted':
      return (
        <ins className={name} {...given}>
          {inner}
        </ins>
      )
    case 'deleted':
      return (
        <del className={name} {...given}>
          {inner}
        </del>
      )
    case 'moved-here':
    case 'moved-away':
      return (
        <span className={`cmp-${state} ${name}`} {...given}>
          {inner}
        </span>
      )
    case 'kept':
      return format === undefined ? (
        inner
      ) : (
        <span className={name} {...given}>
          {inner}
        </span>
      )
  }
}

/** A text with the marks it has in the manuscript. */
export function marked(text: string, marks: readonly string[]): ReactNode {
  return marks.reduce<ReactNode>((inner, mark) => {
    if (mark === 'strong') return <strong>{inner}</strong>
    if (mark === 'em') return <em>{inner}</em>
    if (mark === 'code') return <code>{inner}</code>
    const address = mark.startsWith('link|') ? mark.slice('link|'.length) : undefined
    // Shown, not followed: the address is read on hover.
    return address === undefined ? (
      inner
    ) : (
      <span className="cmp-link" title={address}>
        {inner}
      </span>
    )
  }, text)
}

/** "2 ↓" before a moved sentence: its number, and which way it went. */
function MoveChip({ run, model }: { run: ReadingRun; model: Model }) {
  const move = run.move!
  const words = movedWords(model.wentTo(move), run.state === 'moved-away' ? 'away' : 'here')
  return (
    <span className="cmp-move-chip" data-change={run.change} title={words}>
      <span className="visually-hidden">{words}: </span>
      {model.moveNumber(move)}
      <span aria-hidden>{model.wentTo(move) === 'up' ? '↑' : '↓'}</span>
    </span>
  )
}

function FormatChip({ id, model, current }: { id: string; model: Model; current: string | undefined }) {
  const change = model.changeOf(id)
  if (!change) return null
  return (
    <span className={`cmp-format-chip${id === current ? ' current' : ''}`} data-change={id}>
      {formatWords(change)}
    </span>
  )
}

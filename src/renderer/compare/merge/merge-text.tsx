import { Fragment, memo } from 'react'
import {
  pilcrow,
  type MergedBlock,
  type MergedRun,
  type Settlement,
  type ShownConflict,
  type Whose,
} from '@core/comparison'
import { BlockFrame, Stub } from '../block-frame'
import { marked } from '../runs'
import { styleOf } from '../words'
import { ConflictCard } from './conflict-card'
import type { Choice } from './words'

/** The merged text in one column: what was taken is marked by whose it is, what is not settled by its number. */
export function MergeText({
  blocks,
  conflicts,
  settlements,
  selected,
  names,
  onChoose,
}: {
  blocks: readonly MergedBlock[]
  conflicts: readonly ShownConflict[]
  settlements: ReadonlyMap<string, Settlement>
  selected: string | undefined
  names: { ours: string; theirs: string }
  onChoose: (id: string, choice: Choice) => void
}) {
  const altered = conflicts.flatMap(({ id, touches }) => (touches.includes('quoted-words') ? [id] : [])).join()
  const numbers = new Map(conflicts.map(({ id }, index) => [id, index + 1]))
  const cards = (ids: readonly string[]) =>
    ids.map((id) => {
      const conflict = conflicts.find((one) => one.id === id)
      return (
        conflict && (
          <ConflictCard
            key={id}
            conflict={conflict}
            number={numbers.get(id)!}
            of={conflicts.length}
            settled={settlements.get(id)}
            names={names}
            current={selected === id}
            onChoose={(choice) => onChoose(id, choice)}
          />
        )
      )
    })
  return (
    <article className="cmp-inline manuscript mrg-text" aria-label="Merged text">
      {blocks.map((block, index) => (
        <Fragment key={index}>
          {cards(block.before)}
          <TextBlock
            block={block}
            numbers={numbers}
            open={block.runs
              .flatMap(({ conflict }) => (conflict && !settlements.has(conflict) ? [conflict] : []))
              .join()}
            altered={altered}
            selected={block.runs.some(({ conflict }) => conflict === selected) ? selected : undefined}
            names={names}
          />
          {cards(block.after)}
        </Fragment>
      ))}
    </article>
  )
}

const TextBlock = memo(function TextBlock({
  block,
  numbers,
  open,
  altered,
  selected,
  names,
}: {
  block: MergedBlock
  numbers: ReadonlyMap<string, number>
  /** Ids of conflicts that stand here and are not settled. */
  open: string
  /** Ids of conflicts about words inside quotation marks. */
  altered: string
  selected: string | undefined
  names: { ours: string; theirs: string }
}) {
  const whole = block.state === 'kept' ? undefined : block.runs.find(({ whose }) => whose)?.whose
  const notes: Partial<Record<MergedBlock['state'], string>> = {
    inserted: `+ ${styleOf(block.type)}`,
    deleted: `− ${styleOf(block.type)}`,
    'moved-here': 'Moved to here',
    'moved-away': 'Moved away',
  }
  const note = notes[block.state]
  return (
    <BlockFrame
      block={block}
      notes={
        note && (
          <span className={`cmp-note ${block.state.startsWith('moved') ? 'moved' : block.state}`}>
            {note}
            {whole && `, ${whoWords(whole, names)}`}
          </span>
        )
      }
      stub={block.state === 'moved-away' ? <Stub runs={block.runs} /> : undefined}
    >
      {block.runs.map((run, index) => (
        <Run
          key={index}
          run={run}
          number={
            run.conflict !== undefined && run.conflict !== block.runs[index - 1]?.conflict
              ? numbers.get(run.conflict)
              : undefined
          }
          settled={run.conflict !== undefined && !open.split(',').includes(run.conflict)}
          current={run.conflict !== undefined && run.conflict === selected}
          altered={run.conflict !== undefined && altered.split(',').includes(run.conflict)}
          chip={block.state === 'kept' && ends(block.runs, index) ? run.whose : undefined}
          names={names}
        />
      ))}
    </BlockFrame>
  )
})

/** Whether a run ends what one person changed there: the letter of who it was stands behind it. */
function ends(runs: readonly MergedRun[], index: number): boolean {
  const { whose, conflict, state } = runs[index]!
  if (!whose || conflict !== undefined || (state !== 'inserted' && state !== 'deleted' && state !== 'moved-here'))
    return false
  const next = runs[index + 1]
  return next?.whose !== whose || next.conflict !== undefined
}

const whoWords = (whose: Whose, names: { ours: string; theirs: string }) =>
  whose === 'both' ? 'both' : whose === 'ours' ? 'ours' : names.theirs

function Run({
  run,
  number,
  settled,
  current,
  altered,
  chip,
  names,
}: {
  run: MergedRun
  number: number | undefined
  settled: boolean
  current: boolean
  altered: boolean
  chip: Whose | undefined
  names: { ours: string; theirs: string }
}) {
  const { text, state, conflict, whose } = run
  if (conflict !== undefined)
    return (
      <mark
        className={`mrg-place${settled ? ' settled' : ''}${altered && !settled ? ' altered' : ''}${current ? ' current' : ''}`}
        data-conflict={conflict}
      >
        {number !== undefined && (
          <span className="mrg-chip">
            <span className="visually-hidden">{settled ? 'Settled conflict ' : 'Conflict '}</span>
            {number}
            <span aria-hidden>{settled ? '✓' : '?'}</span>
          </span>
        )}
        {marked(text, run.marks)}
      </mark>
    )
  const inner = marked(text, run.marks)
  const mark = chip && (
    <span className={`mrg-whose by-${chip}`} title={whoWords(chip, names)}>
      <span className="visually-hidden">, {whoWords(chip, names)}</span>
      <span aria-hidden>{chip === 'both' ? '=' : chip === 'ours' ? 'O' : 'T'}</span>
    </span>
  )
  const by = whose ? `by-${whose}` : ''
  if (state === 'inserted')
    return (
      <>
        <ins className={by}>{text === pilcrow ? '¶' : inner}</ins>
        {mark}
      </>
    )
  if (state === 'deleted')
    return (
      <>
        <del className={by}>{text === pilcrow ? '¶' : inner}</del>
        {mark}
      </>
    )
  if (state === 'moved-here' || state === 'moved-away')
    return (
      <>
        <span className={`cmp-${state}`}>{inner}</span>
        {mark}
      </>
    )
  return inner
}

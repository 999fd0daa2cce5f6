import { memo } from 'react'
import type { ReadingBlock } from '@core/comparison'
import { BlockFrame, Stub } from './block-frame'
import { changesIn, type Model } from './model'
import { Runs, type Place } from './runs'
import { movedWords, styleOf } from './words'

/** A block of the story with what became of it. Only a block whose change is chosen, or was, is drawn anew on a step. */
export const Block = memo(function Block({
  block,
  model,
  current,
  place,
  index,
}: {
  block: ReadingBlock
  model: Model
  /** The selected change, where this block shows it. */
  current: string | undefined
  place: Place
  index: number
}) {
  const away = block.state === 'moved-away' && place === 'inline'
  const notes = notesOf(block, model, place)
  const chosen = notes.some(({ change, tone }) => tone !== 'altered' && change !== undefined && change === current)
  return (
    <BlockFrame
      block={block}
      className={chosen ? ' chosen' : ''}
      data-block={index}
      data-quiet={changesIn(block).size === 0 ? '' : undefined}
      notes={
        notes.length > 0 &&
        notes.map(({ text, change, tone }) => (
          <span key={text} className={`cmp-note ${tone}`} data-change={change}>
            {text}
          </span>
        ))
      }
      stub={away ? <Stub runs={block.runs} change={block.runs[0]?.change} /> : undefined}
    >
      <Runs
        runs={block.runs}
        model={model}
        current={current}
        place={place}
        numbered={!block.state.startsWith('moved')}
      />
    </BlockFrame>
  )
})

interface Note {
  text: string
  change: string | undefined
  tone: 'moved' | 'inserted' | 'deleted' | 'plain' | 'altered'
}

/** What is said beside a block: that it moved, came or went as a whole, has another style, or alters a quotation. */
function notesOf(block: ReadingBlock, model: Model, place: Place): Note[] {
  const { state, type, runs } = block
  const notes: Note[] = []
  const own = runs.find(({ change }) => change !== undefined)?.change
  if (state === 'moved-here' || state === 'moved-away') {
    const run = runs.find(({ move }) => move !== undefined)
    const move = run?.move ?? 0
    const way = model.wentTo(move)
    const words = movedWords(way, state === 'moved-away' ? 'away' : 'here')
    notes.push({
      text: `${model.moveNumber(move)} ${way === 'up' ? '↑' : '↓'} ${words}`,
      change: run?.change,
      tone: 'moved',
    })
  } else if (state === 'inserted') notes.push({ text: `+ ${styleOf(type)}`, change: own, tone: 'inserted' })
  else if (state === 'deleted') notes.push({ text: `− ${styleOf(type)}`, change: own, tone: 'deleted' })
  const retype = model.changeOf(block.retype)
  if (retype) {
    const settings = retype.from === retype.to
    const text = settings
      ? 'Settings changed'
      : place === 'old'
        ? `${styleOf(retype.from)} → ${styleOf(retype.to)}`
        : `${styleOf(retype.to)}, was ${lower(styleOf(retype.from))}`
    notes.push({ text, change: retype.id, tone: 'plain' })
  }
  if (block.split !== undefined && place !== 'old') notes.push({ text: '¶ Split', change: block.split, tone: 'plain' })
  const altered = runs.find(
    ({ change, state: run }) =>
      (run === 'inserted' || run === 'deleted') && model.changeOf(change)?.touches.includes('quoted-words'),
  )
  if (altered) notes.push({ text: '≠ Quotation altered', change: altered.change, tone: 'altered' })
  return notes
}

const lower = (text: string) => text[0]!.toLowerCase() + text.slice(1)

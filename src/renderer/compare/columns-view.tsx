import { memo } from 'react'
import type { ColumnRow } from '@core/comparison'
import { Block } from './block'
import { Folded } from './folded'
import { changesIn, rowIsUnchanged, type Model } from './model'
import { MoveLines } from './move-lines'

const keyOf = ({ old, new: fresh }: ColumnRow) => `${old[0]?.old ?? ''}.${fresh[0]?.new ?? ''}`

/** Both versions beside one another; lines join what moved. */
export function ColumnsView({
  rows,
  model,
  selected,
  fold,
}: {
  rows: readonly ColumnRow[]
  model: Model
  selected: string | undefined
  fold: boolean
}) {
  return (
    <article className="cmp-columns" aria-label="Both versions beside one another">
      <Folded items={rows} isUnchanged={rowIsUnchanged} keyOf={keyOf} fold={fold}>
        {(row, index) => (
          <Row
            key={index}
            row={row}
            model={model}
            index={index}
            current={selected !== undefined && shows(row, selected) ? selected : undefined}
          />
        )}
      </Folded>
      <MoveLines of={rows} model={model} selected={model.changeOf(selected)?.move} fold={fold} />
    </article>
  )
}

const shows = ({ old, new: fresh }: ColumnRow, id: string): boolean =>
  old.some((block) => changesIn(block).has(id)) || fresh.some((block) => changesIn(block).has(id))

const Row = memo(function Row({
  row,
  model,
  current,
  index,
}: {
  row: ColumnRow
  model: Model
  current: string | undefined
  index: number
}) {
  return (
    <div className="cmp-row">
      {(['old', 'new'] as const).map((side) => (
        <div key={side} className={`cmp-cell manuscript ${side}`}>
          {row[side].map((block, at) => (
            <Block
              key={at}
              block={block}
              model={model}
              place={side}
              index={index}
              current={current !== undefined && changesIn(block).has(current) ? current : undefined}
            />
          ))}
        </div>
      ))}
    </div>
  )
})

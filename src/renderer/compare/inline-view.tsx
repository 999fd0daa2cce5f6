import type { ReadingBlock } from '@core/comparison'
import { Block } from './block'
import { Folded } from './folded'
import { changesIn, isUnchanged, type Model } from './model'

const keyOf = (block: ReadingBlock) => `${block.old ?? ''}.${block.new ?? ''}.${block.state}`

/** Both versions in one text. */
export function InlineView({
  reading,
  model,
  selected,
  fold,
}: {
  reading: readonly ReadingBlock[]
  model: Model
  selected: string | undefined
  fold: boolean
}) {
  return (
    <article className="cmp-inline manuscript" aria-label="Both versions in one text">
      <Folded items={reading} isUnchanged={isUnchanged} keyOf={keyOf} fold={fold}>
        {(block, index) => (
          <Block
            key={index}
            block={block}
            model={model}
            place="inline"
            index={index}
            current={selected !== undefined && changesIn(block).has(selected) ? selected : undefined}
          />
        )}
      </Folded>
    </article>
  )
}

import { blockAt } from '../../manuscript'
import type { Rule } from '../context'
import { foldWords, utteranceKey } from '../fold'
import { isBody, isDisplay, shown, textOf } from './places'

/** Headlines, standfirsts, captions: H-1. */
export const displayRules: readonly Rule[] = [
  {
    id: 'H-1',
    title: 'A quotation in a headline or standfirst stands in the body, exactly',
    level: 'block',
    source: 'SPJ; IP-1; oldwordwolf 2008',
    check({ story, quotations }) {
      const body = story.blocks
        .filter(isBody)
        .map((block) => foldWords(textOf(story, block)).replace(/["']/g, ''))
        .join('\n')
        .toLowerCase()
      const faults = []
      for (const { quotation } of quotations) {
        if (quotation.type === 'indirect') continue
        const block = blockAt(story, quotation.start)
        if (!block || !isDisplay(block)) continue
        for (const { start, end } of quotation.fragments) {
          const words = story.text.slice(start, end)
          const wanted = utteranceKey(words).replace(/["']/g, '')
          if (!wanted || body.includes(wanted)) continue
          faults.push({
            start,
            end,
            message: `“${shown(words)}” stands in the ${block.type} and not in the body. Bring the words back, or take the marks off.`,
          })
        }
      }
      return faults
    },
  },
]

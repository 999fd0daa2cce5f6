import type { LostHedge } from '../../provenance'
import type { Rule } from '../context'
import { shown } from './places'

/** S-18: a hedge or a source lost in rewriting (d16). */
export const hedgeRules: readonly Rule[] = [
  {
    id: 'S-18',
    title: 'A rewrite keeps the distance that its source keeps',
    level: 'acknowledge',
    source: 'd16 S-18',
    check: ({ provenance, sourceTexts }) =>
      provenance.lost.map((lost) => {
        const { start, end, grave, words, putBack } = lost
        const text = sourceTexts.find(({ id }) => id === lost.source)?.text ?? ''
        const theirs = text.slice(lost.sentence.start, lost.sentence.end)
        return {
          start,
          end,
          ...(grave ? { level: 'block' as const } : {}),
          message: `${told(lost)} The source: “${shown(theirs, 160)}”`,
          about: `${words} ${theirs}`,
          ...(putBack ? { fix: [{ ...putBack, label: `Put back ‘${words}’` }] } : {}),
        }
      }),
  },
]

function told({ kind, change, words }: LostHedge): string {
  if (change === 'strengthened') return `The source says “${words}”; the story says it for certain.`
  if (kind === 'attribution') return `Who says so is lost: “${words}”.`
  if (kind === 'distance') return `The source keeps its distance from this name: “${words}”.`
  if (kind === 'charge') return `A charge is told as a fact: “${words}” is lost.`
  if (kind === 'doubt') return `A doubt is lost: “${words}”.`
  return `A number is told as exact: “${words}” is lost.`
}

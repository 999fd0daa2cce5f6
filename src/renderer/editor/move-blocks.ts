import { Fragment } from 'prosemirror-model'
import type { Command } from 'prosemirror-state'

/**
 * Moves the selected blocks past the one above or below them: paragraphs in the body, items in their list, a list, a
 * figure or a table as a whole. Header fields keep their places. The blocks that are moved stay as they are, with what
 * is anchored to them; it is their neighbour that is taken out and put in on the other side.
 */
export function moveBlocks(direction: 'up' | 'down'): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection
    const range = $from.blockRange($to, ({ type }) => type.name === 'doc' || type.name === 'list')
    if (!range) return false
    const { parent, startIndex, endIndex } = range
    const other = direction === 'up' ? startIndex - 1 : endIndex
    if (other < 0 || other >= parent.childCount) return false
    const neighbour = parent.child(other)
    const moved = Array.from({ length: endIndex - startIndex }, (_, at) => parent.child(startIndex + at))
    const around = direction === 'up' ? [...moved, neighbour] : [neighbour, ...moved]
    const first = Math.min(other, startIndex)
    const fits = parent.type.validContent(
      Fragment.from([
        ...parent.content.content.slice(0, first),
        ...around,
        ...parent.content.content.slice(first + around.length),
      ]),
    )
    if (!fits) return false
    if (dispatch) {
      const { tr } = state
      const { start, end } = range
      if (direction === 'up') {
        // Put in first, so that the text is never without a body.
        tr.insert(end, neighbour).delete(start - neighbour.nodeSize, start)
      } else tr.insert(start, neighbour).delete(end + neighbour.nodeSize, end + 2 * neighbour.nodeSize)
      dispatch(tr.scrollIntoView())
    }
    return true
  }
}

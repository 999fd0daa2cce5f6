import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import { useCommands } from '../commands/registry'
import { stepItem, stepSpeaker, useQuotationCommands, useQuotationMoves, useListing, useStoryView } from '../story'

/** Everything one can do in the review. Letters act while the focus is outside the text; Escape leaves the text. */
export function useReviewCommands(focusList: () => void): void {
  const { story, open } = useStoryView()
  const { list, listed } = useListing()
  const moves = useQuotationMoves()
  useQuotationCommands()
  const step = (direction: 1 | -1) => () => {
    if (listed === 'speakers') return stepSpeaker(direction)
    const next = stepItem(list.items, list.chosen, direction)
    if (next) moves.show(next)
  }
  useCommands([
    { id: 'list.next', title: 'Next quotation', group: 'Go', keys: ['j'], run: step(1) },
    { id: 'list.previous', title: 'Previous quotation', group: 'Go', keys: ['k'], run: step(-1) },
    {
      id: 'go.manuscript',
      title: 'To the text',
      group: 'Go',
      keys: ['i', 'Enter'],
      run: () => story.edit(),
    },
    {
      id: 'go.leave-text',
      title: 'Back to the list',
      group: 'Go',
      keys: ['Escape'],
      run: focusList,
    },
    { id: 'story.attach-source', title: 'Attach a source', group: 'Story', run: () => open({ kind: 'attach' }) },
    {
      id: 'story.save-revision',
      title: 'Save revision',
      group: 'Story',
      keys: ['Mod-s'],
      run: () => open({ kind: 'revision' }),
    },
    {
      id: 'edit.undo',
      title: 'Undo',
      group: 'Edit',
      keys: ['Mod-z'],
      enabled: undoDepth(story.state) > 0,
      run: () => undo(story.state, (tr) => story.dispatch(tr)),
    },
    {
      id: 'edit.redo',
      title: 'Redo',
      group: 'Edit',
      keys: ['Mod-Shift-z', 'Mod-y'],
      enabled: redoDepth(story.state) > 0,
      run: () => redo(story.state, (tr) => story.dispatch(tr)),
    },
  ])
}

import type { ShownConflict } from '@core/comparison'
import { useCommands } from '../../commands/registry'
import { setLayout, useLayout } from '../layout'
import type { MergeNow } from './use-merge'
import { canBe, choices, leftWords, type Choice } from './words'

const titles: Record<Choice, string> = {
  ours: 'Settle with ours',
  theirs: 'Settle with theirs',
  both: 'Settle with both, ours first',
  base: 'Leave it as it was',
  words: 'Type what stands here',
}

/** Stepping through the conflicts, settling them, and the merge itself. */
export function useMergeCommands({
  merge,
  conflict,
  left,
  step,
  toOpen,
  choose,
  unsettle,
  undone,
  filter,
  save,
  back,
}: {
  merge: MergeNow
  conflict: ShownConflict | undefined
  left: number
  step: (by: 1 | -1) => void
  toOpen: () => void
  choose: (id: string, choice: Choice) => void
  unsettle: (id: string) => void
  undone: (id: string, words: string) => void
  filter: () => void
  save: () => void
  back: () => void
}): void {
  const layout = useLayout()
  const { settlements, reading } = merge
  useCommands([
    ...choices.map(({ id, keys }) => ({
      id: `merge.${id}`,
      title: titles[id],
      group: 'Compare' as const,
      keys: [...keys],
      enabled: conflict !== undefined && canBe(id, conflict),
      run: () => conflict && choose(conflict.id, id),
    })),
    {
      id: 'merge.unsettle',
      title: 'Open it again',
      group: 'Compare',
      keys: ['Delete'],
      enabled: conflict !== undefined && settlements.has(conflict.id),
      run: () => conflict && unsettle(conflict.id),
    },
    {
      id: 'list.next',
      title: 'Next conflict',
      group: 'Compare',
      keys: ['j', 'F8'],
      enabled: conflict !== undefined,
      run: () => step(1),
    },
    {
      id: 'list.previous',
      title: 'Previous conflict',
      group: 'Compare',
      keys: ['k', 'Shift-F8'],
      enabled: conflict !== undefined,
      run: () => step(-1),
    },
    {
      id: 'merge.next-open',
      title: 'Next to settle',
      group: 'Compare',
      keys: ['n'],
      enabled: left > 0,
      run: toOpen,
    },
    {
      id: 'merge.undo',
      title: 'Take back the last settlement',
      group: 'Compare',
      keys: ['u', 'Mod-z'],
      enabled: merge.canUndo,
      run: () => {
        const id = merge.undo()
        if (id !== undefined) undone(id, 'Taken back.')
      },
    },
    {
      id: 'merge.redo',
      title: 'Settle it again',
      group: 'Compare',
      keys: ['Mod-Shift-z', 'Mod-y'],
      enabled: merge.canRedo,
      run: () => {
        const id = merge.redo()
        if (id !== undefined) undone(id, 'Settled again.')
      },
    },
    { id: 'merge.filter', title: 'Next filter', group: 'Compare', keys: ['f'], run: filter },
    {
      id: 'merge.save',
      title: left === 0 ? 'Merge' : `Merge: ${leftWords(left).toLowerCase()}`,
      group: 'Compare',
      keys: ['Mod-Enter', 'Mod-s'],
      enabled: reading !== undefined && left === 0,
      run: save,
    },
    {
      id: 'view.right',
      title: 'List of conflicts',
      group: 'View',
      keys: ['Mod-Shift-\\', 'Mod-|'],
      run: () => setLayout({ list: layout.list === 'open' ? 'shut' : 'open' }),
    },
    {
      id: 'merge.close',
      title: 'Back to the story; what was settled is kept',
      group: 'Go',
      keys: ['Escape'],
      run: () => {
        if (layout.drawer && layout.list === 'open') setLayout({ list: 'shut' })
        else back()
      },
    },
  ])
}

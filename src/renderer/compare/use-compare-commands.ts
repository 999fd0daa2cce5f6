import { useCommands } from '../commands/registry'
import { go } from '../navigation'
import { exportComparison, printComparison } from './export'
import { filters } from './filters'
import { setLayout, useLayout } from './layout'
import type { Session, SessionNow } from './session'
import type { SideAt } from './use-sides'

/** What is compared, how it is shown, and how it leaves the desk. */
export function useCompareCommands({
  story,
  slug,
  session,
  now,
  sides,
  swap,
  openPicker,
  openFile,
  save,
}: {
  story: string
  slug: string
  session: Session
  now: SessionNow
  sides: { old: SideAt; new: SideAt }
  swap: () => void
  openPicker: (side: 'old' | 'new') => void
  openFile: () => void
  save: () => void
}): void {
  const layout = useLayout()
  const { of, compared } = now
  const cards =
    sides.old.kind === 'missing' || sides.new.kind === 'missing' ? undefined : [sides.old.card, sides.new.card]

  useCommands([
    { id: 'compare.swap', title: 'Swap the sides', group: 'Compare', keys: ['s'], run: swap },
    {
      id: 'compare.old',
      title: 'Choose what to compare from',
      group: 'Compare',
      keys: ['o'],
      run: () => openPicker('old'),
    },
    {
      id: 'compare.new',
      title: 'Choose what to compare to',
      group: 'Compare',
      keys: ['n'],
      run: () => openPicker('new'),
    },
    {
      id: 'compare.file',
      title: 'Compare with a file or a live copy',
      group: 'Compare',
      keys: ['Mod-o'],
      run: openFile,
    },
    {
      id: 'compare.filter',
      title: 'Next filter',
      group: 'Compare',
      keys: ['f'],
      run: () => {
        const at = filters.findIndex(({ id }) => id === now.filter)
        session.narrow(filters[(at + 1) % filters.length]!.id)
      },
    },
    {
      id: 'compare.inline',
      title: 'Both versions in one text',
      group: 'View',
      keys: ['1'],
      run: () => setLayout({ view: 'inline' }),
    },
    {
      id: 'compare.columns',
      title: 'Side by side',
      group: 'View',
      keys: ['2'],
      run: () => setLayout({ view: 'columns' }),
    },
    {
      id: 'compare.list',
      title: 'Changes as sentences',
      group: 'View',
      keys: ['3'],
      run: () => setLayout({ view: 'list' }),
    },
    {
      id: 'compare.fold',
      title: layout.fold ? 'Show unchanged paragraphs' : 'Fold unchanged paragraphs',
      group: 'View',
      keys: ['h'],
      run: () => setLayout({ fold: !layout.fold }),
    },
    {
      id: 'view.right',
      title: 'List of changes',
      group: 'View',
      keys: ['Mod-Shift-\\', 'Mod-|'],
      run: () => setLayout({ list: layout.list === 'open' ? 'shut' : 'open' }),
    },
    {
      id: 'compare.export',
      title: 'Export the comparison as HTML',
      group: 'File',
      keys: ['Mod-Shift-e'],
      enabled: of !== undefined && cards !== undefined && compared !== undefined,
      run: () => {
        if (of && cards) void exportComparison(slug, of, cards[0]!, cards[1]!)
      },
    },
    { id: 'story.print', title: 'Print', group: 'File', keys: ['Mod-p'], run: () => void printComparison() },
    {
      id: 'compare.close',
      title: 'Back to the story',
      group: 'Go',
      keys: ['Escape'],
      run: () => {
        // A drawer over the text is shut first.
        if (layout.drawer && layout.list === 'open') setLayout({ list: 'shut' })
        else go({ screen: 'story', story })
      },
    },
    { id: 'story.save-revision', title: 'Save revision', group: 'Story', keys: ['Mod-s'], run: save },
  ])
}

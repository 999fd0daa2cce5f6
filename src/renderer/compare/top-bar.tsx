import { ArrowLeft, Ellipsis, FoldVertical, ListChecks, PanelRight, Undo2 } from 'lucide-react'
import { run, useAllCommands } from '../commands/registry'
import type { SaveState } from '../story'
import { CommandButton, MenuButton, Segments, Toggle, type MenuEntry } from '../ui'
import { setLayout, useLayout, type ViewId } from './layout'

const views: { id: ViewId; title: string }[] = [
  { id: 'inline', title: 'Inline' },
  { id: 'columns', title: 'Side by side' },
  { id: 'list', title: 'List' },
]
const saveWords = { saved: 'Saved', saving: 'Saving…', failed: 'Not saved' }

/** Which story, whether its draft is saved, and how the comparison is shown. */
export function TopBar({
  slug,
  save,
  onFile,
  onSave,
}: {
  slug: string
  /** Given where the draft can change. */
  save: SaveState['kind'] | undefined
  onFile: () => void
  onSave: () => void
}) {
  const layout = useLayout()
  return (
    <header className="title-bar">
      <CommandButton command="compare.close" size="small" kind="quiet" icon={<ArrowLeft size={16} />} />
      <h1>
        Compare <span className="mono cmp-slug">{slug}</span>
      </h1>
      {save && (
        <span className={`save-mark ${save}`} role="status" aria-label="Save state">
          {saveWords[save]}
        </span>
      )}
      <span className="spring" />
      <Segments label="View" value={layout.view} choices={views} onChange={(view) => setLayout({ view })} />
      <Toggle
        label="Fold unchanged paragraphs"
        keys="h"
        size="small"
        icon={<FoldVertical size={16} />}
        isSelected={layout.fold}
        onChange={(fold) => setLayout({ fold })}
      />
      <MenuButton
        label="More"
        kind="quiet"
        size="small"
        entries={[
          { id: 'file', title: 'Compare with a file or a live copy…', keys: 'Mod-o', run: onFile },
          { id: 'revision', title: 'Save revision…', keys: 'Mod-s', run: onSave },
          '-',
          { id: 'export', title: 'Export as HTML', keys: 'Mod-Shift-e', run: () => run('compare.export') },
          { id: 'print', title: 'Print', keys: 'Mod-p', run: () => run('story.print') },
        ]}
      >
        <Ellipsis size={16} aria-hidden />
      </MenuButton>
      <Toggle
        label="List of changes"
        keys="Mod-Shift-\"
        size="small"
        icon={<PanelRight size={16} />}
        isSelected={layout.list === 'open'}
        onChange={(open) => setLayout({ list: open ? 'open' : 'shut' })}
      />
    </header>
  )
}

const several = ['paragraph', 'kind', 'shown']

/** Decisions on several changes at once, and the way back. */
export function DecideTools() {
  const commands = useAllCommands()
  const entriesFor = (deed: 'take' | 'leave') =>
    several.flatMap((which): MenuEntry[] => {
      const command = commands.find(({ id }) => id === `compare.${deed}-${which}`)
      if (!command) return []
      const { id, title, enabled, keys } = command
      return [{ id, title, enabled: enabled !== false, ...(keys?.[0] ? { keys: keys[0] } : {}), run: () => run(id) }]
    })
  return (
    <>
      <MenuButton
        label="Several changes at once"
        kind="quiet"
        size="small"
        icon={<ListChecks size={15} />}
        entries={[...entriesFor('take'), '-', ...entriesFor('leave')]}
      >
        Several
      </MenuButton>
      <CommandButton command="compare.undo" size="small" kind="quiet" icon={<Undo2 size={15} />} />
    </>
  )
}

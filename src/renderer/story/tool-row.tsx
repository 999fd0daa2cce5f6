import { Bold, ChevronDown, Italic, Link2, List, MessageSquare, Plus, Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { goToField, headerOrder, kindAt, kinds, setKind } from '../editor'
import { CommandButton, MenuButton, ToolRow } from '../ui'
import { run as runCommand } from '../commands/registry'
import { useStoryView } from './desk-view'

/** What the caret stands in, and the few tools one reaches for by pointer. */
export function StoryTools() {
  const { story } = useStoryView()
  const [kind, setKindShown] = useState(() => kindAt(story.state))
  useEffect(() => story.onTransaction(() => setKindShown(kindAt(story.state))), [story])
  const title = kinds.find((one) => one.kind === kind)?.title ?? 'Block'
  const run = (command: ReturnType<typeof setKind>) => {
    command(story.state, (tr) => story.dispatch(tr))
    story.view?.focus()
  }
  return (
    <ToolRow label="Format">
      <MenuButton
        label={`Kind of block: ${title}`}
        size="small"
        kind="quiet"
        entries={kinds.map((one) => ({
          id: one.kind,
          title: one.title,
          ...(one.keys ? { keys: one.keys } : {}),
          run: () => run(setKind(one.kind)),
        }))}
      >
        <span className="kind-shown">{title}</span>
        <ChevronDown size={13} aria-hidden />
      </MenuButton>
      <CommandButton command="format.strong" size="small" kind="quiet" icon={<Bold size={15} />} />
      <CommandButton command="format.em" size="small" kind="quiet" icon={<Italic size={15} />} />
      <CommandButton command="format.link" size="small" kind="quiet" icon={<Link2 size={15} />} />
      <CommandButton command="format.bullets" size="small" kind="quiet" icon={<List size={15} />} />
      <MenuButton
        label="Add"
        size="small"
        kind="quiet"
        entries={[
          ...headerOrder.map((field) => ({
            id: field,
            title: kinds.find((one) => one.kind === field)!.title,
            run: () => run(goToField(field)),
          })),
          '-',
          { id: 'figure', title: 'Picture…', run: () => runCommand('format.figure') },
          { id: 'table', title: 'Table', run: () => runCommand('format.table') },
        ]}
      >
        <Plus size={15} aria-hidden /> Add
      </MenuButton>
      <span className="spring" />
      <CommandButton command="annotate.comment" size="small" kind="quiet" icon={<MessageSquare size={15} />} />
      <CommandButton command="edit.find" size="small" kind="quiet" icon={<Search size={15} />} />
    </ToolRow>
  )
}

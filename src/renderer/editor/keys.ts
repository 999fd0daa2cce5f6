import {
  baseKeymap,
  chainCommands,
  createParagraphNear,
  joinTextblockBackward,
  selectNodeBackward,
  splitBlock,
  toggleMark,
} from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { undoInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import type { Command, Plugin } from 'prosemirror-state'
import { goToNextCell } from 'prosemirror-tables'
import { schema } from '@core/manuscript'
import { backspaceAtStart, enterAfterBlock, enterInHeader, enterInItem, setKind } from './block-commands'
import { kinds } from './kinds'

/** Takes a mark's key: strong, em, code. */
export const mark = (name: 'strong' | 'em' | 'code'): Command => toggleMark(schema.marks[name]!)

/** The keys of the manuscript. What is handled here is not seen by the desk's own commands. */
export function manuscriptKeys(): Plugin[] {
  const bindings: Record<string, Command> = {
    'Mod-z': undo,
    'Mod-Shift-z': redo,
    'Mod-y': redo,
    'Mod-b': mark('strong'),
    'Mod-i': mark('em'),
    'Mod-e': mark('code'),
    Enter: chainCommands(enterInHeader, enterInItem, enterAfterBlock, createParagraphNear, splitBlock),
    Backspace: chainCommands(undoInputRule, backspaceAtStart),
    Tab: goToNextCell(1),
    'Shift-Tab': goToNextCell(-1),
  }
  for (const { kind, keys } of kinds) if (keys) bindings[keys] = setKind(kind)
  return [
    keymap(bindings),
    keymap({ ...baseKeymap, 'Shift-Backspace': chainCommands(joinTextblockBackward, selectNodeBackward) }),
  ]
}

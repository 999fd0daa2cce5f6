import { InputRule, inputRules } from 'prosemirror-inputrules'
import type { EditorState, Plugin } from 'prosemirror-state'
import { schema } from '@core/manuscript'

const inCode = (state: EditorState) => state.selection.$from.marks().some(({ type }) => type === schema.marks['code'])

/** A rule that writes `text` in place of what it matched, or only of the last key where `whole` is not asked for. */
function writes(pattern: RegExp, text: string, part: 'all' | 'key', on: () => boolean): InputRule {
  return new InputRule(pattern, (state, _match, start, end) => {
    if (!on() || inCode(state)) return null
    return state.tr.insertText(text, part === 'all' ? start : end, end)
  })
}

/**
 * Typographic marks as one types: quotation marks that open after a space or an opening mark and close elsewhere, an
 * ellipsis for three stops, a dash for two hyphens between spaces or words. `on` is asked at each key; Backspace right
 * after a rule takes it back.
 */
export function typingRules(on: () => boolean): Plugin {
  return inputRules({
    rules: [
      writes(/(?:^|[\s{[(<'\u2018\u201C\u2014-])"$/, '“', 'key', on),
      writes(/"$/, '”', 'key', on),
      // An apostrophe that opens a year ('90s) or a clipped word is set by the key after it.
      writes(/(?:^|[\s{[(<"\u2018\u201C\u2014])'$/, '‘', 'key', on),
      writes(/'$/, '’', 'key', on),
      new InputRule(/(?:^|[\s("“])‘(\d)$/, (state, match, _start, end) =>
        !on() || inCode(state) ? null : state.tr.insertText(`’${match[1]}`, end - 1, end),
      ),
      writes(/\.\.\.$/, '…', 'all', on),
      new InputRule(/(?<=[\s\p{L}\p{N}”’])--(\s|\p{L})$/u, (state, match, start, end) =>
        !on() || inCode(state) ? null : state.tr.insertText(`—${match[1]}`, start, end),
      ),
    ],
  })
}

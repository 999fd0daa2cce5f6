import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { readCaret } from './caret'

/** Where the caret stood after the last letter, in the page and in the manuscript. */
interface Place {
  node: Node | null
  offset: number
  head: number
}

const last = new WeakMap<EditorView, Place>()

function placeOf(view: EditorView): Place | undefined {
  const selection = view.dom.ownerDocument.getSelection()
  if (!selection?.isCollapsed) return undefined
  return { node: selection.focusNode, offset: selection.focusOffset, head: view.state.selection.head }
}

function isWhereItWas(view: EditorView): boolean {
  const [then, now] = [last.get(view), placeOf(view)]
  return !!then && then.node === now?.node && then.offset === now.offset && then.head === now.head
}

/**
 * Takes a letter that was struck into the manuscript, at the caret, by a transaction; false where the view's own way is to
 * be gone. Left to the browser, a letter changes the page, and the change is read back from there: the browser lays the
 * paragraph out for its own editing, and words under which a line is drawn are built anew for each of their letters.
 * Input methods and whatever else comes as text stay the browser's.
 */
export function takeLetter(view: EditorView, { key }: KeyboardEvent): boolean {
  // Half a character, or a key with a name.
  if (key.length !== 1 || /[\uD800-\uDFFF]/.test(key)) return false
  if (!isWhereItWas(view)) readCaret(view)
  const { selection } = view.state
  if (!(selection instanceof TextSelection) || !selection.empty) return false
  const { head } = selection
  const letter = () => view.state.tr.insertText(key).scrollIntoView()
  if (!view.someProp('handleTextInput', (take) => take(view, head, head, key, letter))) view.dispatch(letter())
  const place = placeOf(view)
  if (place) last.set(view, place)
  return true
}

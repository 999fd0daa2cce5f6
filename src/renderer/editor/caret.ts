import type { EditorView } from 'prosemirror-view'

/**
 * Has the view read at once where the person put the caret or the selection. The browser moves them at the click or the
 * key and tells of it in an event of its own, later when the page is busy; a view that is drawn in between writes the
 * place that it knows over the one that was meant, and the next words stand there. The view listens for the event alone,
 * so it is given one.
 */
export function readCaret(view: EditorView | undefined): void {
  if (view?.hasFocus() && !view.composing) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
}

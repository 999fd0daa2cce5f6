import { useEffect, useRef } from 'react'
import { EditorView, type EditorProps } from 'prosemirror-view'
import type { EditorState, Transaction } from 'prosemirror-state'
import { readCaret } from './caret'
import { FigureView } from './figure-view'
import { takeLetter } from './letters'
import { cleanPaste, fitPasted, plainTextSlice } from './paste'
import './editor.css'

/** Whatever holds the live state of a manuscript and lends it to a view. */
export interface Held {
  readonly state: EditorState
  dispatch(tr: Transaction): void
  attach(view: EditorView): void
  detach(view: EditorView): void
}

/**
 * The manuscript as one edits it. React draws the frame only; every key goes through ProseMirror and the holder, so that
 * typing never waits for React.
 */
export function ManuscriptView({ held, label, props = {} }: { held: Held; label: string; props?: EditorProps }) {
  const place = useRef<HTMLDivElement>(null)
  const given = useRef(props)
  given.current = props
  useEffect(() => {
    const view = new EditorView(place.current, {
      state: held.state,
      dispatchTransaction: (tr) => held.dispatch(tr),
      attributes: {
        class: 'manuscript',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        spellcheck: 'false',
        autocorrect: 'off',
        translate: 'no',
      },
      nodeViews: { figure: (node) => new FigureView(node) },
      clipboardTextParser: (text, $context) => plainTextSlice(text, $context),
      transformPasted: (slice, into) => fitPasted(slice, into),
      transformPastedHTML: (html) => cleanPaste(html),
      handlePaste: (into, event, slice) => {
        // HTML of which nothing was text, or too much to read: the words beside it on the clipboard are.
        const words = slice.size === 0 ? event.clipboardData?.getData('text/plain') : ''
        return words ? into.pasteText(words, event) : false
      },
      handleDOMEvents: {
        keydown: (into, event) => {
          // A key that does something does it where the caret was put just now. Letters stand there by themselves.
          if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) readCaret(into)
          // Escape is the desk's: it leaves the text. The view would keep it to itself.
          return event.key === 'Escape' && !event.isComposing
        },
        compositionend: (into) => {
          // What waited for the input method is drawn when it is done.
          setTimeout(() => held.attach(into), 0)
          return false
        },
      },
      handleKeyPress: (into, event) => takeLetter(into, event),
      handleKeyDown: (into, event) => given.current.handleKeyDown?.call(undefined as never, into, event) ?? false,
    })
    held.attach(view)
    return () => {
      held.detach(view)
      view.destroy()
    }
  }, [held, label])
  return <div className="manuscript-place" ref={place} />
}

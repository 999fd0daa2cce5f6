// The peer of the typing bench: ProseMirror and nothing beside it, on the same manuscript.
import { baseKeymap } from 'prosemirror-commands'
import { history } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import 'prosemirror-view/style/prosemirror.css'
import { manuscriptFromText } from '../../src/core/manuscript'

const text = await (await fetch('/story.txt')).text()
const state = EditorState.create({ doc: manuscriptFromText(text), plugins: [history(), keymap(baseKeymap)] })
new EditorView(document.querySelector('#editor')!, { state, attributes: { 'aria-label': 'Manuscript' } })

import { collab } from 'prosemirror-collab'
import { dropCursor } from 'prosemirror-dropcursor'
import { gapCursor } from 'prosemirror-gapcursor'
import { history } from 'prosemirror-history'
import { search } from 'prosemirror-search'
import { EditorState } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import type { Manuscript } from '@core/manuscript'
import { typingRules } from './input-rules'
import { manuscriptKeys } from './keys'
import { layers } from './layers'

export interface Behaviour {
  /** Whether quotation marks, ellipses and dashes are set as typed. */
  smartQuotes: () => boolean
}

/** The live state of a manuscript whose journal stands at step `version`. `client` names this window to the journal. */
export function manuscriptState(
  manuscript: Manuscript,
  version: number,
  client: string,
  { smartQuotes }: Behaviour,
): EditorState {
  return EditorState.create({
    doc: manuscript,
    plugins: [
      typingRules(smartQuotes),
      ...manuscriptKeys(),
      history({ depth: 500 }),
      collab({ version, clientID: client }),
      dropCursor({ color: 'var(--accent)', width: 2 }),
      gapCursor(),
      tableEditing(),
      search(),
      ...Object.values(layers).map(({ plugin }) => plugin),
    ],
  })
}

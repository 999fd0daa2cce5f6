import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { DecorationSet } from 'prosemirror-view'

/**
 * One layer of marks over the manuscript: set as a whole when something new is known, carried through every edit until
 * then. Carrying costs what the edit touched, not what the story holds.
 */
export interface Layer {
  plugin: Plugin<DecorationSet>
  set: (tr: Transaction, marks: DecorationSet) => Transaction
  get: (state: EditorState) => DecorationSet
}

export function layer(name: string): Layer {
  const key = new PluginKey<DecorationSet>(name)
  return {
    plugin: new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(tr, marks) {
          const given = tr.getMeta(key) as DecorationSet | undefined
          if (given) return given
          return tr.docChanged ? marks.map(tr.mapping, tr.doc) : marks
        },
      },
      props: {
        decorations(state) {
          return key.getState(state)
        },
      },
    }),
    set: (tr, marks) => tr.setMeta(key, marks).setMeta('addToHistory', false),
    get: (state) => key.getState(state) ?? DecorationSet.empty,
  }
}

/** What the analysis found, what people remarked, what is misspelt, and what is lit just now. */
export const layers = {
  analysis: layer('analysis'),
  remarks: layer('remarks'),
  spelling: layer('spelling'),
  light: layer('light'),
}

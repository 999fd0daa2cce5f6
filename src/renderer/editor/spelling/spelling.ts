import type { Node } from 'prosemirror-model'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import type { EditorState, Transaction } from 'prosemirror-state'
import { plainText } from '@core/manuscript'
import { layers, type Layer } from '../layers'
import type { Dialect } from './messages'
import { Speller } from './speller'
import { namesIn, wordsToCheck, type Word } from './words'

/** What the spelling marks: a live manuscript. */
export interface Spelled {
  readonly state: EditorState
  readonly view: EditorView | undefined
  dispatch(tr: Transaction): void
  lay(layer: Layer, marks: DecorationSet): void
}

export interface Misspelt {
  text: string
  from: number
  to: number
  suggestions: readonly string[]
}

// After the last key: nobody wants a word underlined before it is finished.
const pause = 500

/** Underlines words that no dictionary, name or word list knows. The word being typed is left alone. */
export class Spelling {
  readonly #spelled: Spelled
  readonly #accept: (word: string) => void
  #speller: Speller | undefined
  #dialect: Dialect | undefined
  #own = new Set<string>()
  #names = new Set<string>()
  #ofSources: readonly { text: string }[] | undefined
  /** What was read of each block, kept while the block stays as it is: a keystroke costs its own paragraph. */
  readonly #read = new WeakMap<Node, { words: readonly Word[]; names: ReadonlySet<string> }>()
  readonly #suggestions = new Map<string, readonly string[]>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #turn = 0

  constructor(spelled: Spelled, accept: (word: string) => void) {
    this.#spelled = spelled
    this.#accept = accept
  }

  /** Checks against a dialect with one's own words and the names in the sources; none turns checking off. */
  use(dialect: Dialect | undefined, own: readonly string[], sources: readonly { text: string }[]): void {
    this.#own = new Set(own.map((word) => word.toLowerCase()))
    if (this.#ofSources !== sources) {
      this.#names = new Set(sources.flatMap(({ text }) => [...namesIn(text)]))
      this.#ofSources = sources
    }
    if (dialect !== this.#dialect) {
      this.#speller?.stop()
      this.#speller = dialect ? new Speller(dialect) : undefined
      this.#dialect = dialect
      this.#suggestions.clear()
    }
    this.soon()
  }

  soon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#check().catch(() => undefined), pause)
  }

  #readBlock(node: Node) {
    const known = this.#read.get(node)
    if (known) return known
    const text = node.textContent
    const read = { words: wordsToCheck(text), names: namesIn(text) }
    this.#read.set(node, read)
    return read
  }

  async #check(): Promise<void> {
    const turn = ++this.#turn
    const speller = this.#speller
    if (!speller) return this.#show(DecorationSet.empty)
    const { doc } = this.#spelled.state
    const { blocks } = plainText(doc)
    await speller.learn(blocks.flatMap(({ node }) => this.#readBlock(node).words.map((word) => word.text)))
    if (turn !== this.#turn) return
    const { state, view } = this.#spelled
    // Typed meanwhile, or an input method is at work: the next pause checks.
    if (state.doc !== doc || view?.composing) return
    const names = new Set(blocks.flatMap(({ node }) => [...this.#readBlock(node).names]))
    const marks: Decoration[] = []
    for (const { node, pos } of blocks)
      for (const word of this.#readBlock(node).words) {
        if (!speller.isWrong(word.text) || this.#knows(word.text, names)) continue
        const from = pos + word.start
        const to = pos + word.end
        if (state.selection.empty && state.selection.head === to && view?.hasFocus()) continue
        marks.push(Decoration.inline(from, to, { class: 'misspelt' }))
        if (!this.#suggestions.has(word.text)) {
          this.#suggestions.set(word.text, [])
          void speller.suggest(word.text).then((found) => this.#suggestions.set(word.text, found))
        }
      }
    this.#show(DecorationSet.create(doc, marks))
  }

  #knows(word: string, names: ReadonlySet<string>): boolean {
    if (this.#own.has(word.toLowerCase()) || names.has(word) || this.#names.has(word)) return true
    return word.includes('-') && word.split('-').every((part) => part === '' || this.#knowsPart(part, names))
  }

  /** A word with hyphens is right when its parts are. */
  #knowsPart(part: string, names: ReadonlySet<string>): boolean {
    return (
      names.has(part) || this.#names.has(part) || this.#own.has(part.toLowerCase()) || !this.#speller!.isWrong(part)
    )
  }

  #show(marks: DecorationSet): void {
    const { state } = this.#spelled
    if (marks === DecorationSet.empty && layers.spelling.get(state) === DecorationSet.empty) return
    this.#spelled.lay(layers.spelling, marks)
  }

  /** The misspelt word at a position, with what it may have been meant to be. */
  wordAt(position: number): Misspelt | undefined {
    const { state } = this.#spelled
    const [mark] = layers.spelling.get(state).find(position, position)
    if (!mark) return undefined
    const text = state.doc.textBetween(mark.from, mark.to)
    return { text, from: mark.from, to: mark.to, suggestions: this.#suggestions.get(text) ?? [] }
  }

  replace({ from, to }: Misspelt, by: string): void {
    const { state } = this.#spelled
    this.#spelled.dispatch(state.tr.insertText(by, from, to).scrollIntoView())
  }

  /** Takes a word into one's own list. */
  accept(word: string): void {
    this.#own.add(word.toLowerCase())
    this.#accept(word)
    this.soon()
  }
}

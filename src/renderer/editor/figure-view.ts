import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'

/** A figure: the picture or its address above the caption and the photo credit, which are edited as text. */
export class FigureView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  #node: Node
  readonly #picture: HTMLElement

  constructor(node: Node) {
    this.#node = node
    this.dom = document.createElement('figure')
    this.#picture = document.createElement('div')
    this.#picture.className = 'picture'
    this.#picture.contentEditable = 'false'
    this.contentDOM = document.createElement('div')
    this.dom.append(this.#picture, this.contentDOM)
    this.#show()
  }

  #show() {
    const src = this.#node.attrs['src'] as string | null
    const alt = String(this.#node.attrs['alt'])
    this.#picture.replaceChildren()
    if (src?.startsWith('data:')) {
      const image = document.createElement('img')
      image.src = src
      image.alt = alt
      this.#picture.append(image)
      return
    }
    // Pictures from elsewhere are not fetched: the desk is offline.
    const line = document.createElement('span')
    line.className = 'picture-address'
    line.textContent = src ? `Picture: ${src}` : 'Picture without an address'
    this.#picture.append(line)
    const words = document.createElement('span')
    words.className = 'picture-alt'
    words.textContent = alt ? `Alt text: ${alt}` : 'No alt text'
    this.#picture.append(words)
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false
    const changed = node.attrs !== this.#node.attrs
    this.#node = node
    if (changed) this.#show()
    return true
  }

  ignoreMutation(mutation: { target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(mutation.target)
  }
}

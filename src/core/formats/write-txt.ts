import type { Manuscript } from '../manuscript'
import { children, cleanCopy, opening, type Copy } from './copy'

/** The clean copy as plain text: a blank line between blocks, lists with bullets or numbers, table cells parted by tabs. */
export function writeTxt(manuscript: Manuscript): string {
  const copy = cleanCopy(manuscript)
  const head = [copy.headline, copy.standfirst, copy.byline].flatMap((node) => (node ? [node.textContent] : []))
  return `${[...head, ...bodyTxt(copy)].join('\n\n')}\n`
}

/** The body alone as plain text, block by block. */
export function bodyTxt(copy: Copy): string[] {
  // Two lists in a row would read as one, so each takes the other sign.
  let other = false
  return copy.body.map((node, index) => {
    other = node.type.name === 'list' && copy.body[index - 1]?.type.name === 'list' && !other
    switch (node.type.name) {
      case 'list':
        return children(node)
          .map((item, i) => `${node.attrs.ordered ? `${i + 1}.` : other ? '–' : '•'} ${item.textContent}`)
          .join('\n')
      case 'table':
        return children(node)
          .map((row) =>
            children(row)
              .map((cell) => cell.textContent)
              .join('\t'),
          )
          .join('\n')
      case 'figure':
        return children(node)
          .map((part) => part.textContent)
          .filter(Boolean)
          .join(' ')
      case 'blockquote':
      case 'pullQuote':
        return `> ${node.textContent}`
      default:
        return opening(copy, index) + node.textContent
    }
  })
}

/**
 * Tells the document's title when it is there and whenever it changes; Chromium's debugger does not say. Injected by
 * source into the isolated world, so it closes over nothing.
 */
export function watchTitle(told: (title: string) => void): void {
  let last = ''
  const look = () => {
    if (document.title === last) return
    last = document.title
    told(last)
  }
  document.addEventListener('DOMContentLoaded', () => {
    look()
    new MutationObserver(look).observe(document.head, { subtree: true, childList: true, characterData: true })
  })
}

/**
 * Keeps a page from opening windows and tells what it wanted, so that the app's handler is asked (api/window-open): for
 * `window.open`, which answers null as where the handler denies, and for links that lead to a window of their own.
 * Injected by source into the page's world, so it closes over nothing.
 */
export function guardWindows(
  told: (url: string, frameName: string, disposition: string, features: string) => void,
): void {
  const absolute = (url: string) => (url === '' ? 'about:blank' : new URL(url, document.baseURI).href)
  window.open = (url = '', name = '', features = '') => {
    told(absolute(String(url)), name, features === '' ? 'foreground-tab' : 'new-window', features)
    return null
  }
  const onClick = (event: MouseEvent) => {
    const link = event.composedPath().find((at) => at instanceof HTMLAnchorElement && at.href !== '')
    if (event.defaultPrevented || !(link instanceof HTMLAnchorElement)) return
    const aside = event.button === 1 || event.ctrlKey || event.metaKey
    if (!aside && !event.shiftKey && /^(?:|_self|_parent|_top)$/.test(link.target)) return
    event.preventDefault()
    const disposition = aside ? 'background-tab' : event.shiftKey ? 'new-window' : 'foreground-tab'
    told(link.href, link.target === '_blank' ? '' : link.target, disposition, '')
  }
  window.addEventListener('click', onClick)
  window.addEventListener('auxclick', onClick)
}

/**
 * Stops the navigations of a page that Chromium's request interception never sees, and tells of them, so that
 * `will-navigate` is asked for every one. Injected by source into the isolated world, so it closes over nothing.
 */
export function guardNavigation(told: (url: string) => void): void {
  interface Navigates extends Event {
    destination: { url: string; sameDocument: boolean }
  }
  const { navigation } = globalThis as unknown as { navigation: EventTarget }
  navigation.addEventListener('navigate', (event) => {
    const { url, sameDocument } = (event as Navigates).destination
    if (sameDocument || !/^(?:about|data|blob|filesystem):/.test(url)) return
    event.preventDefault()
    told(url)
  })
}

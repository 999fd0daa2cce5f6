import { app, session, shell } from 'electron'
import { isOurAddress } from './page'

// Copying a clean copy writes to the clipboard. Nothing else that a page may ask for is needed here.
const allowed: readonly string[] = ['clipboard-sanitized-write']

// What the desk never speaks: it works without a network.
const network = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'] }

/** What no page may do, whatever it shows: https://www.electronjs.org/docs/latest/tutorial/security */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOurAddress(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!isOurAddress(event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      // A link in a story opens in the person's browser; never a file or another program.
      if (['https:', 'http:'].includes(URL.parse(url)?.protocol ?? '')) void shell.openExternal(url)
      return { action: 'deny' }
    })
  })
}

/** Once the app is ready: what the page's session may ask of the system and of the network. */
export function guardSession(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) =>
    decide(allowed.includes(permission) && isOurAddress(requestingUrl)),
  )
  defaultSession.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) => allowed.includes(permission) && isOurAddress(requestingOrigin),
  )
  defaultSession.setDevicePermissionHandler(() => false)
  // Chromium's own spelling would fetch its dictionaries.
  defaultSession.setSpellCheckerEnabled(false)
  defaultSession.webRequest.onBeforeRequest(network, ({ url }, answer) => answer({ cancel: !isOurAddress(url) }))
}

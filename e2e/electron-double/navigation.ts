import type { EventEmitter } from 'node:events'
import type { Cdp } from './cdp.ts'
import type { Frame } from './frame.ts'
import type { Page } from './page.ts'
import { outside } from './protocol.ts'
import { permitted } from './refuse.ts'
import { unlessGone } from './runtime.ts'
import type { Session } from './session.ts'

interface Contents extends EventEmitter {
  readonly id: number
  readonly session: Session
  readonly mainFrame: Frame
}

/**
 * Answers a request of a page before it leaves: where a document is to be shown the app's listeners are asked, for
 * everything webRequest is. `goesByItself` says that the app gave the address, which no listener is asked about.
 */
export async function answerPaused(
  paused: Cdp.Fetch.requestPausedPayload,
  page: Page,
  contents: Contents,
  goesByItself: (url: string) => boolean,
): Promise<void> {
  const { requestId, request, resourceType, frameId, redirectedRequestId } = paused
  const refuse = (errorReason: Cdp.Network.ErrorReason) =>
    page.cdp('Fetch.failRequest', { requestId, errorReason }).then(unlessGone, unlessGone)
  if (resourceType === 'Document') {
    const isMain = frameId === page.targetId
    const asks = redirectedRequestId === undefined ? mayNavigate : mayRedirect
    if (!(isMain && goesByItself(request.url)) && !asks(contents, outside(request.url), isMain))
      return refuse('Aborted')
  }
  const allowed = await contents.session.webRequest.allows(contents.id, {
    url: request.url,
    method: request.method,
    type: resourceType,
    referrer: request.headers['Referer'] ?? '',
  })
  if (!allowed) return refuse('BlockedByClient')
  await page.cdp('Fetch.continueRequest', { requestId }).catch(unlessGone)
}

/**
 * "Emitted when a user or the page wants to start navigation … Calling event.preventDefault() will prevent the navigation"
 * (api/web-contents#event-will-navigate); `will-frame-navigate` comes for every frame, the main one included.
 */
export function mayNavigate(contents: Contents, url: string, isMainFrame: boolean): boolean {
  const frame = isMainFrame ? contents.mainFrame : null
  const details = { url, isMainFrame, isSameDocument: false, frame, initiator: contents.mainFrame }
  if (!permitted(contents, 'will-frame-navigate', details)) return false
  return !isMainFrame || permitted(contents, 'will-navigate', details, url)
}

/** "Emitted when a server side redirect occurs during navigation" (api/web-contents#event-will-redirect). */
function mayRedirect(contents: Contents, url: string, isMainFrame: boolean): boolean {
  return permitted(contents, 'will-redirect', { url, isMainFrame, isSameDocument: false, frame: null }, url)
}

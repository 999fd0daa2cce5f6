import type { WebFrameMain } from 'electron'
import { refusing } from './refuse.ts'

export type Frame = Pick<
  WebFrameMain,
  'url' | 'origin' | 'parent' | 'top' | 'name' | 'processId' | 'routingId' | 'isDestroyed'
>

/** The main frame of a page, as it stands for one document (api/web-frame-main). */
export function mainFrame(url: string, alive: (frame: Frame) => boolean): Frame {
  const frame: Frame = refusing('WebFrameMain', {
    url,
    origin: originOf(url),
    parent: null,
    name: '',
    processId: 1,
    routingId: 1,
    get top() {
      return frame as WebFrameMain
    },
    isDestroyed: () => !alive(frame),
  })
  return frame
}

/** An origin as Electron writes it: custom schemes have one, unlike for `URL`. */
export function originOf(url: string): string {
  if (url === '') return ''
  const { protocol, host, origin } = new URL(url)
  return origin === 'null' && host !== '' ? `${protocol}//${host}` : origin
}

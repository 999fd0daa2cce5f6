import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Net } from 'electron'
import { handlerOf, isCustom } from './protocol.ts'
import { NotDoubled, refusing } from './refuse.ts'
import { runtime } from './runtime.ts'

// What Chromium makes of a file's ending.
const mediaTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.txt': 'text/plain',
}

/** Chromium's network for the main process (api/net). Only files and custom schemes: the app is offline. */
export const net = refusing('net', {
  /** "You can only use this after the ready event", and `file:` addresses give the file (api/protocol#protocolhandle…). */
  async fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    if (!runtime.ready) throw new Error('net.fetch can only be used after app is ready')
    const url = typeof input === 'string' ? input : input.url
    if (isCustom(url)) return (await handlerOf(url)?.(new Request(url, init))) ?? failed('ERR_UNKNOWN_URL_SCHEME')
    if (!url.startsWith('file:')) throw new NotDoubled(`net.fetch of ${url}`)
    const path = fileURLToPath(url)
    const found = await stat(path).catch(() => undefined)
    if (!found?.isFile()) return failed('ERR_FILE_NOT_FOUND')
    return new Response(Readable.toWeb(createReadStream(path)) as BodyInit, {
      headers: { 'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream' },
    })
  },
} satisfies Pick<Net, 'fetch'>)

function failed(code: string): never {
  throw new Error(`net::${code}`)
}

import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { outFolder } from './places'

const folder = join(outFolder, 'renderer')

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.aff': 'text/plain; charset=utf-8',
  '.dic': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

/** A file of the built page, or undefined when there is none under that path or the path leads out of the page's folder. */
export async function pageFile(pathname: string): Promise<{ bytes: Uint8Array; mediaType: string } | undefined> {
  let path: string
  try {
    path = normalize(join(folder, decodeURIComponent(pathname)))
  } catch {
    return undefined
  }
  if (!path.startsWith(folder + sep) || path.includes('\0')) return undefined
  try {
    return { bytes: await readFile(path), mediaType: mediaTypes[extname(path)] ?? 'application/octet-stream' }
  } catch {
    return undefined
  }
}

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

// Built code, shared pieces included, stands in out/main.
const mainFolder = import.meta.dirname

/** The folder of everything built: main, preload, renderer. */
export const outFolder = dirname(mainFolder)

const root = dirname(outFolder)

/** What ships beside the code: the sample story, icons. */
export const resourcesFolder = join(root, 'resources')

/** A built entry of the host beside this one, by name. */
export const entry = (name: 'library-worker' | 'basket-worker' | 'reader'): string => join(mainFolder, `${name}.js`)

/** The version of what runs. */
export const version = (): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version

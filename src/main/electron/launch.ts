import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { looksLikeStory } from '../services/imports'

/** What the app was started with. */
export interface Launch {
  library?: string
  /** Absolute paths of stories to bring in. */
  files: string[]
}

// Switches of ours and of Node's that are followed by a value of their own.
const withValue = ['--library', '--port', '-r', '--require']

/**
 * Reads the arguments after the program's own name. Electron and Chromium put switches of their own among them, so what is
 * not known is passed over; a file counts when it is there and its name is a story's.
 */
export function readLaunch(given: readonly string[], folder: string): Launch {
  const launch: Launch = { files: [] }
  for (let at = 0; at < given.length; at++) {
    const argument = given[at]!
    const [name, value] = argument.startsWith('--') ? argument.split(/=(.*)/s) : [argument]
    if (name === '--library') {
      const library = value ?? given[++at]
      if (library) launch.library = resolve(folder, library)
    } else if (withValue.includes(argument)) at++
    else if (!argument.startsWith('-') && looksLikeStory(argument)) {
      const path = resolve(folder, argument)
      if (statSync(path, { throwIfNoEntry: false })?.isFile()) launch.files.push(path)
    }
  }
  return launch
}

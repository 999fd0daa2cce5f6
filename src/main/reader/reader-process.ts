import { fork } from 'node:child_process'
import { dirname, join } from 'node:path'
import { entry } from '../services/places'
import type { ToRead } from './messages'

/** A process that reads one file: it is sent the file, answers once, and is killed. */
export interface ReaderProcess {
  send(file: ToRead): void
  /** Hears the one answer, or why the process could not be started or reached. */
  onAnswer(listener: (answer: unknown) => void): void
  onFault(listener: (why: string) => void): void
  onEnd(listener: () => void): void
  kill(): void
}

export type StartReader = (limits: { heapMegabytes: number }) => ReaderProcess

/**
 * A Node process of its own, with a heap that V8 keeps under its cap. Node lets it read its own code and nothing else, and
 * write and start nothing: https://nodejs.org/docs/latest-v24.x/api/permissions.html
 */
const inChildProcess: StartReader = ({ heapMegabytes }) => {
  const reader = entry('reader')
  const child = fork(reader, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [
      `--max-old-space-size=${heapMegabytes}`,
      '--permission',
      `--allow-fs-read=${join(dirname(reader), '*')}`,
    ],
    // Nothing of ours is the file's business.
    env: {},
  })
  let fault: (why: string) => void = () => undefined
  child.once('error', (cause) => fault(`its reader could not be started: ${cause.message}`))
  return {
    send: (file) =>
      child.send(file, (cause) => {
        if (cause) fault(`its reader could not be reached: ${cause.message}`)
      }),
    onAnswer: (listener) => child.once('message', listener),
    onFault(listener) {
      fault = listener
    },
    onEnd: (listener) => child.once('exit', listener),
    kill: () => child.kill('SIGKILL'),
  }
}

let startWith: StartReader = inChildProcess

/** Says how this program runs its readers, where a plain Node process cannot be had (docs/decisions/0006). */
export function readersRunAs(start: StartReader): void {
  startWith = start
}

export const startReader: StartReader = (limits) => startWith(limits)

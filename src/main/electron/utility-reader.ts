import { utilityProcess } from 'electron'
import type { StartReader } from '../reader/reader-process'
import { entry } from '../services/places'

/** A reader in Electron's own kind of child process, which works where the binary may not be run as Node. */
export const inUtilityProcess: StartReader = ({ heapMegabytes }) => {
  const child = utilityProcess.fork(entry('reader'), [`--heap=${heapMegabytes}`], {
    serviceName: 'Writethru reader',
    stdio: 'ignore',
    env: {},
  })
  let fault: (why: string) => void = () => undefined
  child.once('error', (type, location) => fault(`its reader stopped: ${type} at ${location}`))
  return {
    // Electron keeps messages until the process stands.
    send: (file) => child.postMessage(file),
    onAnswer: (listener) => child.once('message', listener),
    onFault(listener) {
      fault = listener
    },
    onEnd: (listener) => child.once('exit', listener),
    kill() {
      // A reader that never ends hears no polite request.
      if (child.pid === undefined) child.kill()
      else
        try {
          process.kill(child.pid, 'SIGKILL')
        } catch {
          // It has ended by itself.
        }
    },
  }
}

import { HostError } from '@contract/index'

/** The input could not be used: one line naming the file, the place and the reason. Exit code 2. */
export class InputFailure extends Error {
  override readonly name = 'InputFailure'
}

/** The command was called wrongly. Exit code 2, with how to call it. */
export class UsageFailure extends Error {
  override readonly name = 'UsageFailure'
}

export const exitCodes = { done: 0, found: 1, input: 2, library: 3 } as const

const inputCodes: readonly string[] = ['bad-input', 'unreadable', 'unsupported', 'not-found', 'too-large']
const libraryCodes: readonly string[] = ['library-busy', 'library-damaged', 'library-newer', 'disk']

/** Whether a code tells of the library itself, and not of what was asked of it. */
export const isLibraryCode = (code: string): boolean => libraryCodes.includes(code)

/** The exit code of a failure, told on standard error in one line. */
export function failed(cause: unknown): number {
  const say = (message: string) => process.stderr.write(`writethru: ${message}\n`)
  if (process.argv.includes('--debug'))
    process.stderr.write(`${cause instanceof Error ? cause.stack : String(cause)}\n`)
  if (cause instanceof UsageFailure) {
    say(`${cause.message}. “writethru --help” lists the commands.`)
    return exitCodes.input
  }
  if (cause instanceof InputFailure) {
    say(cause.message)
    return exitCodes.input
  }
  if (cause instanceof HostError) {
    say(cause.message)
    return inputCodes.includes(cause.code) ? exitCodes.input : exitCodes.library
  }
  const { code, message } = cause as { code?: string; message?: string }
  if (code?.startsWith('ERR_PARSE_ARGS')) {
    say(`${message}. “writethru --help” lists the commands.`)
    return exitCodes.input
  }
  if (code === 'EADDRINUSE' || code === 'EACCES') {
    say(`the port could not be had: ${message}. Choose another with --port.`)
    return exitCodes.input
  }
  say(`it failed: ${cause instanceof Error ? cause.message : String(cause)}. --debug tells more.`)
  return exitCodes.input
}

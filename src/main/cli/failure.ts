/** The input could not be used: one line naming the file, the place and the reason. Exit code 2. */
export class InputFailure extends Error {
  override readonly name = 'InputFailure'
}

/** The command was called wrongly. Exit code 2, with how to call it. */
export class UsageFailure extends Error {
  override readonly name = 'UsageFailure'
}

export const exitCodes = { done: 0, found: 1, input: 2, library: 3 } as const

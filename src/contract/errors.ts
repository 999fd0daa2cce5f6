/** Every way a request can be refused. */
export const errorCodes = [
  'unknown-request',
  'bad-input',
  'bad-output',
  'not-found',
  'slug-taken',
  'conflict', // somebody else wrote first; nothing of either was lost
  'does-not-fit', // steps that do not fit the draft
  'unreadable', // a file that could not be read
  'too-large',
  'library-newer', // made by a newer version; untouched
  'library-damaged',
  'library-busy', // another program holds it
  'disk', // the disk refused: full, read-only, gone
  'blocked', // the gate does not let it through
  'unsupported',
  'cancelled',
  'not-our-page',
  'failed',
] as const
export type ErrorCode = (typeof errorCodes)[number]

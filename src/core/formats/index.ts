export { ReadError } from './types'
export type { CopyMeta, FileType, ReadStory, WrittenCopy } from './types'
export { readTxt, unwrap } from './txt'

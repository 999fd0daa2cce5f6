export { ReadError } from './types'
export type { CopyMeta, FileType, ReadStory, WrittenCopy } from './types'

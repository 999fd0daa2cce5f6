export { schema, isSafeLink, type BlockType, type Manuscript } from './schema'
export {
  plainText,
  storyTextOf,
  blockAt,
  toOffset,
  toPosition,
  type PlainBlock,
  type PlainText,
  type Range,
  type StoryText,
  type TextBlock,
} from './plain-text'
export { emptyManuscript, ManuscriptError, parseManuscript } from './parse'
export { detectStructure, storyText, type StructuredBlock } from './structure'
export { compose, composeFragment, manuscriptFromText, type Part, type Piece } from './compose'
export { curlMarks } from './curl-marks'

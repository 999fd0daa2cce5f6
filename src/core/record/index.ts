export { canonicalJson } from './canonical'
export type {
  Digest,
  ExportFormat,
  Release,
  ReleaseKind,
  RevisionCard,
  RevisionContent,
  RevisionKind,
  Source,
  SourceInput,
  StoryStatus,
} from './types'
export { applySteps, DraftError } from './draft'
export { stepBetween } from './step-between'

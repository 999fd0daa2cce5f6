export { canonicalJson } from './canonical'
export type {
  AttributionReport,
  Digest,
  ExportFormat,
  FactKind,
  Release,
  ReleaseChange,
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

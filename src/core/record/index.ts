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
  SourceNews,
  StoryStatus,
  WireCard,
  WireItem,
  WireStatus,
} from './types'
export { applySteps, DraftError } from './draft'
export { stepBetween } from './step-between'
export { isNewer, newsOf, sameItem, wireKey, wireStatus } from './wire'

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
  WaitingMerge,
  WireCard,
  WireItem,
  WireStatus,
} from './types'
export { applySteps, DraftError } from './draft'
export { ancestryOf, historyOf, lastCommon, lineTo, numberAfter, type History, type Link } from './history'
export { stepBetween } from './step-between'
export { isNewer, newsOf, sameItem, versionName, wireKey, wireStatus } from './wire'

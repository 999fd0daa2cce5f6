export type * from './types'
export { docOf } from './doc'
export { compareDocs } from './compare'
export { applyChanges, compare } from './apply'
export { createComparer, createDocComparer, type Comparer } from './comparer'
export { columnsOf, type ColumnRow } from './columns'
export { changeSteps, stepsBetween } from './steps'
export { pilcrow, readingOf, type ReadingBlock, type ReadingRun, type RunState } from './reading'
export { describeChange } from './describe'
export { writeComparisonHtml, type ComparisonLabels } from './html'
export { mergeThree, type Merge, type MergeConflict, type Settlement } from './merge'
export { settledAs, settlementsFor, type Settled } from './merge-settled'
export {
  mergeReading,
  type MergedBlock,
  type MergedRun,
  type MergeReading,
  type ShownConflict,
  type Whose,
  type WordingRun,
} from './merge-reading'

export { CompareScreen } from './compare-screen'
export { MergeScreen } from './merge/merge-screen'

export type * from './types'
export { docOf } from './doc'
export { compareDocs } from './compare'
export { applyChanges, compare } from './apply'

export type * from './types'
export { traceProvenance } from './trace'

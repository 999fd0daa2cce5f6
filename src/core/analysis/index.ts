export type * from './types'
export { assess, wordsOf } from './assess'

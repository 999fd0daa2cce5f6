export { Desk } from './desk'
export { statusWords } from './status'
export { initialsOf } from './who'

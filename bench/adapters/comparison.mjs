import { compareDocs } from '../../out/core/comparison.js'

/** Writethru for the comparison bench: two documents in, the operations of docs/cli.md out. */
export default function writethru(oldDoc, newDoc) {
  return compareDocs(oldDoc, newDoc).ops
}
writethru.displayName = 'writethru'

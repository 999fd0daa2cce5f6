import { HostError } from '@contract/index'
import { damaged, type StoreContext } from './context'
import { sha256 } from './hash'

/** A file of a clean copy. */
export interface CopyFile {
  name: string
  mediaType: string
  bytes: Uint8Array
}

/** One file of a release, checked against its hash. */
export function releaseFile({ db }: StoreContext, release: string, name: string): CopyFile {
  const row = db.get('select * from release_file where release = ? and name = ?', release, name)
  if (!row) throw new HostError('not-found', `The release has no file ${name}.`)
  const bytes = row.bytes as Uint8Array
  if (sha256(bytes) !== row.sha256) throw damaged(release, `the released file ${name} does not match its hash`)
  return { name: String(row.name), mediaType: String(row.media_type), bytes }
}

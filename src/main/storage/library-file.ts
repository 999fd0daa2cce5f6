import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { HostError } from '@contract/index'
import { applicationId, currentVersion, migrations } from './migrations'

/**
 * Makes a library file where there is none. It gets its name only when it is whole, so that a file under that name which
 * is empty or half made is always damage and never a beginning.
 */
export function makeLibraryFile(path: string): void {
  if (existsSync(path)) return
  if (existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0)
    throw damagedFile(path, `it is missing, but the last saves stand in ${path}-wal beside it`)
  const beginning = `${path}.${randomUUID()}.new`
  try {
    const db = new DatabaseSync(beginning)
    try {
      db.exec('pragma journal_mode = wal; pragma synchronous = full; begin immediate')
      for (const { sql } of migrations) db.exec(sql)
      db.exec(`pragma application_id = ${applicationId}; pragma user_version = ${currentVersion}; commit`)
      db.exec('pragma wal_checkpoint(truncate)')
    } finally {
      db.close()
    }
    giveName(beginning, path)
    syncFolder(dirname(path))
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${beginning}${end}`, { force: true })
  }
}

/** Names the new file, never over one that another program made meanwhile. */
function giveName(beginning: string, path: string) {
  try {
    linkSync(beginning, path)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return
    // A file system without links, such as exFAT.
    if (!existsSync(path)) renameSync(beginning, path)
  }
}

/** Keeps a new name through a power cut. Windows does that by itself and lets nobody open a folder. */
function syncFolder(folder: string) {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const magic = 'SQLite format 3\0'
// Offsets in SQLite's file header: https://www.sqlite.org/fileformat2.html#the_database_header
const at = { pageSize: 16, changes: 24, pages: 28, userVersion: 60, applicationId: 68, validFor: 92, size: 100 }

/**
 * Looks at a file's header before SQLite does, which would make an empty file a database and leave its own files beside a
 * stranger's.
 * @throws HostError 'library-damaged' or 'library-newer'; the file is left untouched.
 */
export function refuseWhatIsNoLibrary(path: string): void {
  const { size } = statSync(path)
  if (size === 0) throw damagedFile(path, 'it is empty')
  const start = new Uint8Array(at.size)
  const file = openSync(path, 'r')
  try {
    readSync(file, start, 0, at.size, 0)
  } finally {
    closeSync(file)
  }
  const view = new DataView(start.buffer)
  if (String.fromCharCode(...start.subarray(0, magic.length)) !== magic)
    throw damagedFile(path, 'it does not begin as a library does')
  if (size <= at.size) throw damagedFile(path, 'nothing stands behind its first lines')
  if (view.getUint32(at.applicationId) !== applicationId) throw damagedFile(path, 'it belongs to another program')
  const version = view.getUint32(at.userVersion)
  if (version > currentVersion) throw newer(path, version)
  const pageSize = view.getUint16(at.pageSize) === 1 ? 65536 : view.getUint16(at.pageSize)
  const told = view.getUint32(at.changes) === view.getUint32(at.validFor) ? view.getUint32(at.pages) * pageSize : 0
  const journal = existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0
  // With a journal beside it the missing pages may stand there.
  if (size < told && journal === 0) throw damagedFile(path, `it was cut short: ${size} of ${told} bytes are there`)
}

const damagedFile = (path: string, why: string) =>
  new HostError(
    'library-damaged',
    `${path} cannot be opened as a library: ${why}. It was left untouched; restore a backup there or choose another folder.`,
  )

export const newer = (path: string, version: number) =>
  new HostError(
    'library-newer',
    `${path} was written by a newer Writethru (its version ${version}, ours ${currentVersion}). It was left untouched; open it with that version.`,
  )

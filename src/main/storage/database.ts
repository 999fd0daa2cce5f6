import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { HostError } from '@contract/index'
import { makeLibraryFile, newer, refuseWhatIsNoLibrary } from './library-file'
import { applicationId, currentVersion, migrations } from './migrations'

const fileName = 'library.sqlite'
// Long enough for another program's longest commit, short enough that a person gets an answer.
const busyMilliseconds = 8000

export type Row = Record<string, unknown>

/** The one handle on a library's file. Statements are prepared once; a transaction either happens whole or not at all. */
export class Database {
  readonly path: string
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  #depth = 0
  /** Called after a transaction was taken back: what was remembered from inside it never happened. */
  rolledBack: () => void = () => undefined

  /**
   * Opens the library in `folder`, making both when they are missing. A file that is no library, is damaged (empty, cut
   * short, overwritten), or was written by a newer version is left as it is.
   * @throws HostError 'library-damaged', 'library-newer', 'library-busy' or 'disk'.
   */
  constructor(folder: string) {
    this.path = join(folder, fileName)
    try {
      mkdirSync(folder, { recursive: true })
      makeLibraryFile(this.path)
      refuseWhatIsNoLibrary(this.path)
      this.#db = new DatabaseSync(this.path)
    } catch (cause) {
      throw told(cause, this.path)
    }
    try {
      this.#db.exec(`pragma busy_timeout = ${busyMilliseconds}`)
      const version = Number(this.#db.prepare('pragma user_version').get()?.user_version)
      if (version > currentVersion) throw newer(this.path, version)
      this.#db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
      if (version < currentVersion) this.#migrate(version)
    } catch (cause) {
      this.#db.close()
      throw told(cause, this.path)
    }
  }

  #migrate(from: number) {
    this.transact(() => {
      // Another program may have migrated while this one waited for the lock.
      const version = Math.max(from, Number(this.#db.prepare('pragma user_version').get()?.user_version))
      for (const { number, sql } of migrations) if (number > version) this.#db.exec(sql)
      this.#db.exec(`pragma application_id = ${applicationId}; pragma user_version = ${currentVersion}`)
    })
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql)
    if (!statement) this.#statements.set(sql, (statement = this.#db.prepare(sql)))
    return statement
  }

  /** Every row of a query. */
  all(sql: string, ...values: SQLInputValue[]): Row[] {
    try {
      return this.#prepare(sql).all(...values) as Row[]
    } catch (cause) {
      throw told(cause, this.path)
    }
  }

  /** The first row of a query. */
  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    try {
      return this.#prepare(sql).get(...values) as Row | undefined
    } catch (cause) {
      throw told(cause, this.path)
    }
  }

  /** Changes rows; says how many. Only inside a transaction. */
  run(sql: string, ...values: SQLInputValue[]): number {
    if (this.#depth === 0) throw new Error('A write outside a transaction')
    try {
      return Number(this.#prepare(sql).run(...values).changes)
    } catch (cause) {
      throw told(cause, this.path)
    }
  }

  /** Does `work` as one transaction, holding the write lock from its start; what it returns is committed to disk. */
  transact<T>(work: () => T): T {
    if (this.#depth > 0) return work()
    try {
      this.#db.exec('begin immediate')
    } catch (cause) {
      throw told(cause, this.path)
    }
    this.#depth++
    try {
      const value = work()
      this.#db.exec('commit')
      return value
    } catch (cause) {
      try {
        this.#db.exec('rollback')
      } catch {
        // SQLite has rolled back by itself after a disk error; the first cause is the one to tell.
      }
      this.rolledBack()
      throw told(cause, this.path)
    } finally {
      this.#depth--
    }
  }

  /** A number that changes when another program writes to the library. */
  dataVersion(): number {
    return Number(this.get('pragma data_version')?.data_version)
  }

  /** Writes a whole, compact copy of the library to a new file. */
  copyTo(file: string): void {
    try {
      this.#prepare('vacuum into ?').run(file)
    } catch (cause) {
      throw told(cause, file)
    }
  }

  close(): void {
    this.#statements.clear()
    this.#db.close()
  }
}

/** A failure of the database as a person is told of it. */
function told(cause: unknown, path: string): unknown {
  if (cause instanceof HostError) return cause
  const { errcode, code, message } = cause as { errcode?: number; code?: string; message?: string }
  if (
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS' ||
    code === 'ENOSPC' ||
    code === 'ENOTDIR' ||
    code === 'EEXIST'
  )
    return new HostError('disk', `${path} could not be written: ${message}. What was saved before is kept.`)
  if (errcode === undefined) return cause
  switch (errcode & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
      return new HostError(
        'library-busy',
        `${path} is being written by another program. Nothing was changed; try again in a moment.`,
      )
    case 8: // SQLITE_READONLY
    case 10: // SQLITE_IOERR
    case 13: // SQLITE_FULL
    case 14: // SQLITE_CANTOPEN
      return new HostError(
        'disk',
        `The disk refused to write ${path}: ${message}. What was saved before is kept; make room or choose another folder.`,
      )
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
      return new HostError(
        'library-damaged',
        `${path} is damaged: ${message}. It was left untouched; restore a backup or run “writethru verify”.`,
      )
    default:
      return cause
  }
}

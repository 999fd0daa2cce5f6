import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const may = process.platform === 'linux' && process.getuid?.() === 0

/** A small disk of its own that a spec may fill or write-protect: a file system in memory, mounted as root. */
export class TinyDisk {
  readonly folder: string
  readonly #ballast: string

  private constructor(folder: string) {
    this.folder = folder
    this.#ballast = join(folder, 'ballast')
  }

  /** Undefined where this process may not mount one: the spec is then skipped. */
  static mount(folder: string, megabytes: number): TinyDisk | undefined {
    if (!may) return undefined
    mkdirSync(folder, { recursive: true })
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
      return new TinyDisk(folder)
    } catch {
      return undefined
    }
  }

  /** Not a byte is left. */
  fill(): void {
    const { bavail, bsize } = statfsSync(this.folder)
    writeFileSync(this.#ballast, Buffer.alloc(Math.max(0, bavail * bsize - bsize), 1))
    // What is left is less than a page of memory: take it too.
    for (let part = 0; statfsSync(this.folder).bavail > 0; part++)
      writeFileSync(`${this.#ballast}-${part}`, Buffer.alloc(1))
  }
  /** There is room again. */
  free(): void {
    execFileSync('sh', ['-c', 'rm -f -- "$0"*', this.#ballast])
  }
  /** Nothing can be written any more; only while no file is open for writing. */
  protect(): void {
    execFileSync('mount', ['-o', 'remount,ro', this.folder])
  }
  unmount(): void {
    execFileSync('umount', ['-l', this.folder])
    rmSync(this.folder, { recursive: true, force: true })
  }
}

import { EventEmitter } from 'node:events'
import type { CrashReporterStartOptions, Rectangle } from 'electron'
import { Emitter, NotDoubled, refusing } from './refuse.ts'
import { runtime } from './runtime.ts'

/** Light and dark (api/native-theme): the system here is light, the app may say otherwise. */
export class NativeTheme extends Emitter {
  static override emits = new Set(['updated'])
  #source: 'system' | 'light' | 'dark' = 'system'
  get themeSource(): 'system' | 'light' | 'dark' {
    return this.#source
  }
  set themeSource(source) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`'${source}' is no theme source`)
    if (source === this.#source) return
    this.#source = source
    this.emit('updated', {})
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
}
export const nativeTheme = new NativeTheme()

const area: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 }
const display = {
  id: 1,
  bounds: area,
  workArea: area,
  workAreaSize: { width: 1920, height: 1080 },
  scaleFactor: 1,
  internal: true,
}

/** One screen of 1920 by 1080 (api/screen): "You cannot require or use this module until the ready event". */
export class Screen extends Emitter {
  static override emits = new Set(['display-added', 'display-removed', 'display-metrics-changed'])
  getPrimaryDisplay(): typeof display {
    return this.#ready()
  }
  getAllDisplays(): (typeof display)[] {
    return [this.#ready()]
  }
  getDisplayMatching(_rect: Rectangle): typeof display {
    return this.#ready()
  }
  getDisplayNearestPoint(_point: object): typeof display {
    return this.#ready()
  }
  #ready() {
    if (!runtime.ready) throw new Error("The 'screen' module can't be used before the app 'ready' event")
    return display
  }
}
export const screen = new Screen()

/** Crash dumps (api/crash-reporter): none are written here, and none may be sent anywhere. */
export const crashReporter = refusing('crashReporter', {
  start({ uploadToServer = true, submitURL }: CrashReporterStartOptions) {
    if (uploadToServer || submitURL) throw new NotDoubled('sending crash dumps')
  },
})

/** Sleep and power (api/power-monitor): nothing happens here; a spec emits. */
class PowerMonitor extends Emitter {
  static override emits = new Set(['suspend', 'resume', 'shutdown', 'lock-screen', 'unlock-screen'])
}
export const powerMonitor: EventEmitter = new PowerMonitor()

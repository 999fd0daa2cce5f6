/**
 * Asks the app before a page uses what needs a permission; a refusal reaches the page as Chromium's own would.
 * Injected by source into the page's world before any script of its own, so it closes over nothing.
 */
export function gatePermissions(ask: (permission: string) => Promise<boolean>): void {
  type Method = (this: unknown, ...args: unknown[]) => unknown
  const refused = () => new DOMException('Permission denied', 'NotAllowedError')
  const gate = (
    owner: object | undefined,
    name: string,
    permission: string,
    ifRefused?: (args: unknown[]) => unknown,
  ) => {
    const native = owner && (Reflect.get(owner, name) as Method | undefined)
    if (!owner || !native) return
    const gated: Method = async function (...args) {
      if (await ask(permission)) return native.apply(this, args)
      if (ifRefused) return ifRefused(args)
      throw refused()
    }
    Object.defineProperty(owner, name, { value: gated, configurable: true, writable: true })
  }
  const byCallback = (args: unknown[]) => {
    const failed = args[1]
    if (typeof failed === 'function') failed({ code: 1, message: 'User denied Geolocation', PERMISSION_DENIED: 1 })
  }
  const world = globalThis as any
  gate(world.Notification, 'requestPermission', 'notifications', () => 'denied')
  gate(world.Geolocation?.prototype, 'getCurrentPosition', 'geolocation', byCallback)
  gate(world.Geolocation?.prototype, 'watchPosition', 'geolocation', byCallback)
  gate(world.MediaDevices?.prototype, 'getUserMedia', 'media')
  gate(world.MediaDevices?.prototype, 'getDisplayMedia', 'display-capture')
  gate(world.Clipboard?.prototype, 'read', 'clipboard-read')
  gate(world.Clipboard?.prototype, 'readText', 'clipboard-read')
  gate(world.Clipboard?.prototype, 'write', 'clipboard-sanitized-write')
  gate(world.Clipboard?.prototype, 'writeText', 'clipboard-sanitized-write')
  gate(world.Navigator?.prototype, 'requestMIDIAccess', 'midi')
  gate(world.StorageManager?.prototype, 'persist', 'persistent-storage', () => false)
  gate(world.WakeLock?.prototype, 'request', 'screen-wake-lock')
  gate(world.Element?.prototype, 'requestFullscreen', 'fullscreen')
  gate(world.Element?.prototype, 'requestPointerLock', 'pointerLock')
  gate(world.IdleDetector, 'requestPermission', 'idle-detection', () => 'denied')
  gate(world, 'queryLocalFonts', 'local-fonts')
}

import type { KeyboardInputEvent } from 'electron'
import type { Cdp } from './cdp.ts'
import { NotDoubled } from './refuse.ts'

// Chromium's bits, in order, and Electron's names for each (api/structures/input-event).
const bits = [['alt'], ['control', 'ctrl'], ['meta', 'cmd', 'command'], ['shift']]

/** A key of `sendInputEvent` as Chromium's debugger takes it. */
export function keyEvent({ type, keyCode, modifiers = [] }: KeyboardInputEvent): Cdp.Input.dispatchKeyEventParameters {
  if (type !== 'keyDown' && type !== 'keyUp') throw new NotDoubled(`sendInputEvent of ${type}`)
  const held = modifiers.map((name) => name.toLowerCase())
  const holds = (names: string[]) => names.some((name) => held.includes(name))
  const letter = /^[a-z]$/i.test(keyCode)
  return {
    type,
    modifiers: bits.reduce((sum, names, bit) => sum + (holds(names) ? 1 << bit : 0), 0),
    key: letter && !held.includes('shift') ? keyCode.toLowerCase() : keyCode,
    code: letter ? `Key${keyCode.toUpperCase()}` : keyCode,
    windowsVirtualKeyCode: letter ? keyCode.toUpperCase().charCodeAt(0) : 0,
  }
}

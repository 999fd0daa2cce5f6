import type { Told } from './page.ts'

type Key = Extract<Told, { kind: 'key' }>
interface Accelerator {
  control: boolean
  shift: boolean
  alt: boolean
  meta: boolean
  key: string
}

// "CommandOrControl" and the rest (api/accelerator#available-modifiers), as Linux and Windows read them.
const modifiers: Record<string, keyof Omit<Accelerator, 'key'>> = {
  commandorcontrol: 'control',
  cmdorctrl: 'control',
  control: 'control',
  ctrl: 'control',
  command: 'meta',
  cmd: 'meta',
  super: 'meta',
  meta: 'meta',
  shift: 'shift',
  alt: 'alt',
  option: 'alt',
}

// Key names that are not what the page calls the key (api/accelerator#available-key-codes).
const named: Record<string, string> = {
  plus: '+',
  space: ' ',
  return: 'enter',
  esc: 'escape',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
}
const known =
  /^(?:[0-9a-z]|f(?:[1-9]|1\d|2[0-4])|[~`!@#$%^&*()\-_=[\]{}\\|;:'",.<>/?]|plus|space|tab|capslock|numlock|scrolllock|backspace|delete|insert|return|enter|up|down|left|right|home|end|pageup|pagedown|escape|esc|printscreen)$/

/** Reads an accelerator; one that Electron would not understand is refused. */
export function parseAccelerator(text: string): Accelerator {
  const parts = text.split('+')
  const key = parts.pop()!.toLowerCase()
  if (!known.test(key)) throw new TypeError(`electron double: '${text}' is no accelerator`)
  const accelerator: Accelerator = { control: false, shift: false, alt: false, meta: false, key: named[key] ?? key }
  for (const part of parts) {
    const modifier = modifiers[part.toLowerCase()]
    if (!modifier) throw new TypeError(`electron double: '${part}' in '${text}' is no modifier`)
    accelerator[modifier] = true
  }
  return accelerator
}

/** Whether a key that was pressed is this accelerator. */
export function matches(accelerator: Accelerator, pressed: Key): boolean {
  const { key, ...held } = accelerator
  return (
    (['control', 'shift', 'alt', 'meta'] as const).every((modifier) => held[modifier] === pressed[modifier]) &&
    (pressed.key.toLowerCase() === key ||
      pressed.code.toLowerCase() === `key${key}` ||
      pressed.code.toLowerCase() === `digit${key}`)
  )
}

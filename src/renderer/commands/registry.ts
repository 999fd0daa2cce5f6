import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'

/** Something a person can do, by key, menu or palette. */
export interface Command {
  /** `area.action`, e.g. 'story.save-revision'. The application menu names the same ids. */
  id: string
  /** A verb in sentence case, as the palette and menus show it. */
  title: string
  group: 'File' | 'Edit' | 'Format' | 'Story' | 'Review' | 'Compare' | 'View' | 'Go' | 'Help'
  /** Keys like 'Mod-s', 'Shift-F8', 'j'. 'Mod' is Cmd on macOS, Ctrl elsewhere. A single letter acts outside text only. */
  keys?: readonly string[]
  /** False when it makes no sense now; the palette shows it dimmed. */
  enabled?: boolean
  /** Acts even while a dialog is open (zoom, help). */
  everywhere?: boolean
  run: () => void
}

const commands = new Map<string, Command>()
const listeners = new Set<() => void>()
let snapshot: readonly Command[] = []

function changed() {
  snapshot = [...commands.values()]
  for (const listen of listeners) listen()
}

/** Offers commands until the returned function is called. A command registered later under the same id stands before. */
export function offer(list: readonly Command[]): () => void {
  const before = list.map((command) => commands.get(command.id))
  for (const command of list) commands.set(command.id, command)
  changed()
  return () => {
    for (const [index, command] of list.entries()) {
      if (commands.get(command.id) !== command) continue
      const earlier = before[index]
      if (earlier) commands.set(command.id, earlier)
      else commands.delete(command.id)
    }
    changed()
  }
}

/** Offers commands while a component is mounted. Their `run` always sees the latest render. */
export function useCommands(list: readonly Command[]): void {
  const latest = useRef(list)
  useLayoutEffect(() => {
    latest.current = list
  })
  const shape = list.map((c) => `${c.id}|${c.title}|${c.keys?.join(' ')}|${c.enabled}`).join('\n')
  // Before the screen is painted: who sees it may press its keys.
  useLayoutEffect(
    () =>
      offer(
        latest.current.map((command) => ({
          ...command,
          run: () => latest.current.find(({ id }) => id === command.id)?.run(),
        })),
      ),
    [shape],
  )
}

/** Every command on offer. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    () => snapshot,
  )
}

/** Runs a command by id; false when it is not on offer or not enabled. */
export function run(id: string): boolean {
  const command = commands.get(id)
  if (!command || command.enabled === false) return false
  command.run()
  return true
}

/** As `run`, for a choice in the system's menu: while a dialog is open only what acts everywhere is done. */
export function runFromMenu(id: string): boolean {
  return modalOpen() && !commands.get(id)?.everywhere ? false : run(id)
}

const modalOpen = () => document.querySelector('[data-modal] :is([role="dialog"], [role="alertdialog"])') !== null

const mac = /Mac|iPhone|iPad/.test(navigator.platform)

/** Whether a key event is `keys` ('Mod-Shift-k', 'F8', 'j'). */
export function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split(/-(?!$)/)
  const key = parts.pop()!
  const want = { Mod: false, Shift: false, Alt: false, Ctrl: false, ...Object.fromEntries(parts.map((p) => [p, true])) }
  const control = mac ? want.Ctrl : want.Ctrl || want.Mod
  const meta = mac ? want.Mod : false
  // AltGr is how many keyboards type @ or €: what it types is text, though Windows says Ctrl and Alt are down.
  if (event.getModifierState('AltGraph')) return false
  if (event.ctrlKey !== control || event.metaKey !== meta || event.altKey !== want.Alt) return false
  const named = key.length > 1
  const digit = /^\d$/.test(key) && event.code === `Digit${key}`
  if (digit && (want.Alt || control || meta)) return event.shiftKey === want.Shift
  if ((named || /[a-z]/i.test(key)) && event.shiftKey !== want.Shift) return false
  return (
    event.key.toLowerCase() === key.toLowerCase() ||
    (!named && event.code === `Key${key.toUpperCase()}` && (control || meta))
  )
}

/** How a key is written for people: 'Ctrl+Shift+K', '⇧⌘K'. */
export function keyLabel(keys: string): string {
  const parts = keys.split(/-(?!$)/)
  const key = parts.pop()!
  const shown = key.length === 1 ? key.toUpperCase() : key.replace('Arrow', '').replace('Escape', 'Esc')
  if (!mac) return [...parts.map((p) => (p === 'Mod' ? 'Ctrl' : p)), shown].join('+')
  const signs: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' }
  return [...parts.map((p) => signs[p] ?? p), shown].join('')
}

/** Whether what is typed there is text. */
export function inText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

let held = 0

/** While `work` is under way plain letters run nothing: they were typed for the screen that it brings. */
export async function holdLetters<T>(work: Promise<T>): Promise<T> {
  held++
  return work.finally(() => held--)
}

/**
 * Runs the command whose key was pressed. Letters without Ctrl or Cmd act only outside editable text, only while no
 * dialog is open, and only where the person has not turned them off. Composition (input methods) is left alone.
 */
export function listenForKeys(singleKeys: () => boolean): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
    const plainLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
    // A letter typed into text is nobody's command; nothing is looked up for it.
    if (plainLetter && (inText(event.target) || !singleKeys())) return
    const dialog = document.querySelector('[role="dialog"], [role="alertdialog"]')
    const modal = dialog?.closest('[data-modal]')
    // In an open menu letters look for its entries.
    const inMenu = event.target instanceof Element && event.target.closest('.popover') !== null
    // Enter and Space press what has the focus before they are anybody's command.
    const presses = (event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && !event.metaKey && !event.altKey
    if (presses && event.target instanceof Element && event.target.closest('button, a[href], summary')) return
    if (plainLetter && (inMenu || dialog)) return
    for (const command of [...commands.values()].toReversed()) {
      if (command.enabled === false || !command.keys?.some((keys) => matches(event, keys))) continue
      if (modal && !command.everywhere) continue
      event.preventDefault()
      command.run()
      return
    }
  }
  addEventListener('keydown', onKey)
  return () => removeEventListener('keydown', onKey)
}

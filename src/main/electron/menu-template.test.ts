import { expect, test, vi } from 'vitest'
import type { Menu } from '@contract/index'
import { acceleratorOf, menuTemplate } from './menu-template'

test.each([
  ['Mod-s', 'CommandOrControl+S', 'CommandOrControl+S'],
  ['Mod-Shift-k', 'CommandOrControl+Shift+K', 'CommandOrControl+Shift+K'],
  ['Mod--', 'CommandOrControl+-', 'CommandOrControl+-'],
  ['Mod-+', 'CommandOrControl+Plus', 'CommandOrControl+Plus'],
  ['Mod-=', 'CommandOrControl+=', 'CommandOrControl+='],
  ['Mod-\\', 'CommandOrControl+\\', 'CommandOrControl+\\'],
  ['F8', 'F8', 'F8'],
  ['Shift-F8', 'Shift+F8', 'Shift+F8'],
  ['Alt-ArrowDown', 'Alt+Down', undefined],
  ['j', 'J', undefined],
  ['?', '?', undefined],
  ['Escape', 'Esc', undefined],
])('%s is shown as %s, on macOS as %s', (keys, elsewhere, mac) => {
  expect(acceleratorOf(keys, false)).toBe(elsewhere)
  expect(acceleratorOf(keys, true)).toBe(mac)
})

const offered: Menu[] = [
  { label: 'File', items: [{ command: 'story.new', title: 'New story', keys: 'Mod-n', enabled: true }] },
  { label: 'Edit', items: [{ command: 'edit.undo', title: 'Undo', keys: 'Mod-z', enabled: false }] },
  { label: 'Story', items: [{ command: 'story.publish', title: 'Publish', enabled: true }] },
  { label: 'Go', items: [{ command: 'go.desk', title: 'Desk & all', enabled: true }] },
]
const build = (menus: readonly Menu[], mac = false) => {
  const chosen = vi.fn<(command: string) => void>()
  return { chosen, menus: menuTemplate(menus, { chosen, showLog: () => undefined, mac, developing: false }) }
}
const labels = (menus: readonly { label?: string; role?: string }[]) => menus.map(({ label, role }) => label ?? role)
const itemsOf = (menus: ReturnType<typeof menuTemplate>, label: string) =>
  menus.find((menu) => menu.label === label)?.submenu as ReturnType<typeof menuTemplate>

test('the menu shows every command that the page offers, in the page’s order', () => {
  const { menus } = build(offered)
  expect(labels(menus)).toEqual(['File', 'Edit', 'Story', 'View', 'Go', 'Help'])
  const commands = menus.flatMap(({ submenu }) =>
    (submenu as { id?: string }[]).flatMap(({ id }) => (id && !id.startsWith('host.') ? [id] : [])),
  )
  expect(commands).toEqual(['story.new', 'edit.undo', 'story.publish', 'go.desk'])
})

test('a choice names the page’s command, and its key is left to the page', () => {
  const { menus, chosen } = build(offered)
  const [item] = itemsOf(menus, 'File')
  expect(item).toMatchObject({ accelerator: 'CommandOrControl+N', registerAccelerator: false, enabled: true })
  ;(item!.click as () => void)()
  expect(chosen).toHaveBeenCalledWith('story.new')
})

test('a command that makes no sense now is dimmed, and an ampersand is no mnemonic', () => {
  const { menus } = build(offered)
  expect(itemsOf(menus, 'Edit')[0]).toMatchObject({ id: 'edit.undo', enabled: false })
  expect(itemsOf(menus, 'Go')[0]).toMatchObject({ label: 'Desk && all' })
})

test('where the page has no undo of its own, the system’s works in its fields', () => {
  expect(labels(itemsOf(build([]).menus, 'Edit'))).toContain('undo')
  expect(labels(itemsOf(build(offered).menus, 'Edit'))).not.toContain('undo')
})

test('macOS has its own first menu and closes windows; elsewhere the file menu quits', () => {
  expect(labels(build(offered, true).menus)[0]).toBe('appMenu')
  expect(labels(itemsOf(build(offered, true).menus, 'File'))).toContain('close')
  expect(labels(itemsOf(build(offered).menus, 'File'))).toContain('quit')
})

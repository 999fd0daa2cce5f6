import type { MenuItemConstructorOptions } from 'electron'
import { matches, parseAccelerator } from './accelerator.ts'
import { macOnly, roles } from './menu-roles.ts'
import { Emitter, NotDoubled, onlyKnown } from './refuse.ts'
import type { Told } from './page.ts'
import { BrowserWindow } from './window.ts'

const itemOptions = [
  'id',
  'label',
  'sublabel',
  'toolTip',
  'type',
  'role',
  'accelerator',
  'acceleratorWorksWhenHidden',
  'registerAccelerator',
  'enabled',
  'visible',
  'checked',
  'click',
  'submenu',
  'icon',
  'before',
  'after',
  'beforeGroupContaining',
  'afterGroupContaining',
]

/** An entry of a menu (api/menu-item). */
export class MenuItem {
  readonly id: string
  readonly label: string
  readonly type: string
  readonly role: string | undefined
  readonly accelerator: string | undefined
  readonly registerAccelerator: boolean
  readonly submenu: Menu | undefined
  enabled: boolean
  visible: boolean
  checked: boolean
  readonly #options: MenuItemConstructorOptions

  constructor(options: MenuItemConstructorOptions) {
    onlyKnown('MenuItem', options, itemOptions)
    const role = roles[options.role?.toLowerCase() ?? '']
    if (options.role && !role && !macOnly.has(options.role.toLowerCase()))
      throw new NotDoubled(`the menu role '${options.role}'`)
    const submenu = options.submenu ?? role?.submenu
    this.#options = options
    this.id = options.id ?? ''
    this.label = options.label ?? role?.label ?? ''
    this.type = options.type ?? (submenu ? 'submenu' : 'normal')
    this.role = options.role?.toLowerCase()
    this.accelerator = (options.accelerator as string | undefined) ?? role?.accelerator
    this.registerAccelerator = options.registerAccelerator ?? true
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : (submenu as Menu | undefined)
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    if (this.type === 'normal' && this.label === '' && !options.role)
      throw new TypeError('a menu item needs a label, a role or a type')
    if (this.accelerator !== undefined) parseAccelerator(this.accelerator)
  }

  /** "The click function is called with menuItem, window and event." A role's own action ignores `click`, as documented. */
  click(event: object = {}, window: BrowserWindow | null = BrowserWindow.getFocusedWindow()): void {
    if (!this.enabled) return
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.type === 'radio') this.checked = true
    if (this.role) roles[this.role]?.act?.(window)
    else this.#options.click?.(this as never, window as never, event as never)
  }
}

/** A menu; nobody sees it, a spec clicks it (api/menu). */
export class Menu extends Emitter {
  static override emits = new Set(['menu-will-show', 'menu-will-close'])
  private static application: Menu | null = null
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: (MenuItemConstructorOptions | MenuItem)[]): Menu {
    if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array')
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return menu
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.application = menu
  }
  static getApplicationMenu(): Menu | null {
    return Menu.application
  }
  append(item: MenuItem): void {
    this.items.push(item)
  }
  /** A context menu that nobody chooses from: it opens and closes. */
  popup({ callback }: { window?: BrowserWindow; x?: number; y?: number; callback?: () => void } = {}): void {
    this.emit('menu-will-show', {})
    setImmediate(() => {
      this.emit('menu-will-close', {})
      callback?.()
    })
  }
  closePopup(): void {}
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}

/** A key that the page left alone goes to the application menu (api/accelerator). */
BrowserWindow.onKey = (key, window) => {
  pressed(Menu.getApplicationMenu(), key, window)
}

function pressed(menu: Menu | null | undefined, key: Extract<Told, { kind: 'key' }>, window: BrowserWindow): boolean {
  return (menu?.items ?? []).some((item) => {
    const { accelerator, registerAccelerator, enabled, submenu } = item
    if (submenu) return pressed(submenu, key, window)
    if (!accelerator || !registerAccelerator || !enabled || !matches(parseAccelerator(accelerator), key)) return false
    item.click({ triggeredByAccelerator: true }, window)
    return true
  })
}

import type { MenuItemConstructorOptions } from 'electron'
import { app } from './app.ts'
import type { BrowserWindow } from './window.ts'

type Act = (window: BrowserWindow | null) => void
interface Role {
  label: string
  accelerator?: string
  act?: Act
  submenu?: MenuItemConstructorOptions[]
}
const withPage =
  (act: (contents: BrowserWindow['webContents']) => void): Act =>
  (window) => {
    if (window) act(window.webContents)
  }
const of = (...roles: NonNullable<MenuItemConstructorOptions['role']>[]) => roles.map((role) => ({ role }))

/**
 * What roles do and the accelerator each brings (api/menu-item#roles). Editing keys are the page's own on Linux and
 * Windows, so those roles bring none.
 */
export const roles: Record<string, Role> = {
  undo: { label: 'Undo', act: withPage((contents) => contents.undo()) },
  redo: { label: 'Redo', act: withPage((contents) => contents.redo()) },
  cut: { label: 'Cut', act: withPage((contents) => contents.cut()) },
  copy: { label: 'Copy', act: withPage((contents) => contents.copy()) },
  paste: { label: 'Paste', act: withPage((contents) => contents.paste()) },
  pasteandmatchstyle: { label: 'Paste and Match Style', act: withPage((contents) => contents.pasteAndMatchStyle()) },
  delete: { label: 'Delete', act: withPage((contents) => contents.delete()) },
  selectall: { label: 'Select All', act: withPage((contents) => contents.selectAll()) },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', act: withPage((contents) => contents.reload()) },
  forcereload: {
    label: 'Force Reload',
    accelerator: 'Shift+CmdOrCtrl+R',
    act: withPage((contents) => contents.reload()),
  },
  toggledevtools: {
    label: 'Toggle Developer Tools',
    accelerator: 'Ctrl+Shift+I',
    act: withPage((contents) => contents.toggleDevTools()),
  },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: 'F11',
    act: (window) => window?.setFullScreen(!window.isFullScreen()),
  },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M', act: (window) => window?.minimize() },
  close: { label: 'Close Window', accelerator: 'CommandOrControl+W', act: (window) => window?.close() },
  quit: { label: 'Quit', accelerator: 'CommandOrControl+Q', act: () => app.quit() },
  about: { label: 'About' },
  editmenu: {
    label: 'Edit',
    submenu: [
      ...of('undo', 'redo'),
      { type: 'separator' },
      ...of('cut', 'copy', 'paste', 'delete'),
      { type: 'separator' },
      ...of('selectAll'),
    ],
  },
  windowmenu: { label: 'Window', submenu: of('minimize', 'close') },
  filemenu: { label: 'File', submenu: of('quit') },
  help: { label: 'Help', submenu: [] },
}
// Only macOS has these; elsewhere Electron shows nothing for them.
export const macOnly = new Set([
  'appmenu',
  'services',
  'hide',
  'hideothers',
  'unhide',
  'front',
  'zoom',
  'window',
  'startspeaking',
  'stopspeaking',
  'recentdocuments',
  'clearrecentdocuments',
  'sharemenu',
  'togglespellchecker',
])

// The `electron` of the main process: Electron's names, Chromium's windows, driven over its debugging pipe.
import { app } from './app.ts'
import { webContents } from './contents.ts'
import { dialog, shell } from './dialog.ts'
import { ipcMain } from './ipc.ts'
import { Menu, MenuItem } from './menu.ts'
import { net } from './net.ts'
import { protocol } from './protocol.ts'
import { refusing } from './refuse.ts'
import { session } from './session.ts'
import { crashReporter, nativeTheme, powerMonitor, screen } from './system.ts'
import { utilityProcess } from './utility-process.ts'
import { BrowserWindow } from './window.ts'

export {
  app,
  BrowserWindow,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
}
/** Whole, it refuses names that are not imitated; a named import of one does not link. */
const electron = refusing('electron', {
  app,
  BrowserWindow,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
})
export default electron
// What `require` gives (https://nodejs.org/api/modules.html#loading-ecmascript-modules-using-require).
export { electron as 'module.exports' }

import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { changeHostSettings, readHostSettings } from '../services/host-settings'
import { outFolder, resourcesFolder } from '../services/places'
import { pageAddress } from './page'
import { placeFor, smallest } from './window-place'

// The page's own backgrounds (--paper in tokens.css), so that nothing flashes before it has painted.
const paper = { light: '#fbfaf7', dark: '#1b1a18' }
// Long enough that a drag is one write.
const settleMilliseconds = 400

/** Opens the desk's window where it stood, and remembers where it is moved. */
export function openWindow(log: (what: string, cause: unknown) => void): BrowserWindow {
  const data = app.getPath('userData')
  const kept = readHostSettings(data).window
  const window = new BrowserWindow({
    ...placeFor(
      kept,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Writethru',
    icon: join(resourcesFolder, 'icons', 'icon.png'),
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    show: false,
    webPreferences: {
      preload: join(outFolder, 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      // Typing is journalled and analysed while another window is in front.
      backgroundThrottling: false,
    },
  })
  window.once('ready-to-show', () => {
    // Not before: a window that is maximized is shown, painted or not.
    if (kept?.maximized) window.maximize()
    window.show()
  })
  rememberPlace(window, (place) => {
    try {
      changeHostSettings(data, { window: place })
    } catch (cause) {
      log('remember where the window stands', cause)
    }
  })
  window.loadURL(pageAddress).catch((cause: unknown) => log('load the page', cause))
  return window
}

type Place = NonNullable<ReturnType<typeof readHostSettings>['window']>

function rememberPlace(window: BrowserWindow, remember: (place: Place) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = () => {
    clearTimeout(timer)
    timer = undefined
    if (!window.isDestroyed() && !window.isMinimized())
      remember({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(now, settleMilliseconds)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('close', now)
}

import { app, nativeTheme, type BrowserWindow } from 'electron'
import type { Reply, Settings } from '@contract/index'
import { readersRunAs } from '../reader/reader-process'
import { changeHostSettings } from '../services/host-settings'
import { importPaths } from '../services/imports'
import { libraryFolder } from '../services/library-folder'
import type { Log } from '../services/log'
import { version } from '../services/places'
import { dialogs, printPage } from './dialogs'
import { PageFarewell } from './farewell'
import { watchPage } from './faults'
import { guardSession } from './guards'
import { announce, answerPages } from './ipc'
import type { Launch } from './launch'
import { SystemMenu } from './menu'
import { Opening } from './opening'
import { servePage } from './page'
import { Quitting } from './quitting'
import { openDeskOrAsk } from './trouble'
import { inUtilityProcess } from './utility-reader'
import { openWindow } from './window'

// A page sends what it holds in a moment; one that hangs or whose disk is full must not keep a person waiting.
const farewellMilliseconds = 5000

/** What a running app can be asked by the system. */
export interface Running {
  open(paths: readonly string[]): void
  /** Brings the window to the front, opening it where it was closed. */
  focus(): void
}

/**
 * Opens the library and the window, once Electron is ready. Undefined when the library could not be opened and the person
 * would rather quit.
 */
export async function start(launch: Launch, log: Log): Promise<Running | undefined> {
  readersRunAs(inUtilityProcess)
  guardSession()
  servePage()
  const data = app.getPath('userData')
  let window: BrowserWindow | undefined
  const asks = dialogs(() => window)
  const menu = new SystemMenu((command) => announce('menu.chosen', { command }), app.getPath('logs'))
  const farewell = new PageFarewell(() => {
    if (window) announce('host.closing', {})
    else farewell.heard()
  }, farewellMilliseconds)

  const desk = await openDeskOrAsk(
    {
      folder: launch.library ?? libraryFolder(undefined),
      version: version(),
      log,
      reopened: (folder) => changeHostSettings(data, { library: folder }),
      host: {
        kind: 'electron',
        now: () => new Date(),
        ...asks,
        print: () => printPage(window),
        showMenus: (menus) => menu.show(menus),
        farewell: () => farewell.say(),
        announce,
      },
    },
    asks.pickFolder,
  )
  if (!desk) return undefined

  const opening = new Opening(
    (paths) => importPaths(desk.library(), { announce }, paths),
    (outcomes) => announce('files.opened', { outcomes }),
  )
  const quitting = new Quitting(
    () => farewell.say(),
    () => desk.close(),
    log,
  )
  answerPages(desk.reply, (name, reply) => {
    if (name === 'host.flushed') farewell.heard()
    // The page offers its menus once it stands, and listens.
    else if (name === 'menu.offer') opening.pageListens()
    else if (name === 'settings.read' || name === 'settings.change') followTheme(reply)
  })

  const open = () => {
    window = openWindow(log)
    quitting.guard(window)
    watchPage(window, log, () => {
      opening.pageIsGone()
      farewell.heard()
    })
    window.webContents.on('did-start-loading', () => opening.pageIsGone())
    window.on('closed', () => {
      window = undefined
      opening.pageIsGone()
      menu.show([])
    })
  }
  open()
  const running: Running = {
    open: (paths) => void opening.open(paths).catch((cause: unknown) => log('open files', cause)),
    focus() {
      if (!window) return open()
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
  }
  running.open(launch.files)
  return running
}

/** The system's own surfaces (menus, dialogs, scroll bars) follow the theme that the page shows. */
function followTheme(reply: Reply) {
  if (reply.ok) nativeTheme.themeSource = (reply.value as Settings).theme
}

import { app, crashReporter, dialog, type BrowserWindow } from 'electron'
import type { Log } from '../services/log'

/** What goes wrong is logged, and crashes leave a dump in the crash folder of this machine; nothing is sent anywhere. */
export function watchFaults(log: Log): void {
  crashReporter.start({ uploadToServer: false })
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    // Readers are ended by us after every file.
    if (reason !== 'clean-exit' && reason !== 'killed') log(`${name ?? type} is gone: ${reason}, exit code ${exitCode}`)
  })
  process.on('uncaughtException', (cause) => {
    log('uncaught', cause)
    dialog.showErrorBox(
      'Writethru has to close',
      `Something failed that should not: ${cause.message}. Everything shown as saved is kept; the log has the details.`,
    )
    app.exit(1)
  })
  process.on('unhandledRejection', (cause) => log('unhandled', cause))
}

/** A page that stopped, or does not answer, is told of and can be loaded anew; `gone` hears when it stopped. */
export function watchPage(window: BrowserWindow, log: Log, gone: () => void): void {
  const { webContents } = window
  const ask = async (message: string, detail: string, buttons: [string, string]) => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: app.name,
      message,
      detail,
      buttons,
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    return response === 0
  }
  webContents.on('render-process-gone', async (_event, { reason, exitCode }) => {
    gone()
    if (reason === 'clean-exit') return
    log(`the page is gone: ${reason}, exit code ${exitCode}`)
    const kept = 'Everything it showed as saved is kept.'
    if (await ask('The page stopped', kept, ['Load it anew', 'Quit'])) webContents.reload()
    else app.quit()
  })
  window.on('unresponsive', async () => {
    log('the page does not answer')
    const detail =
      'It may be busy with something large. Loading it anew loses only words typed since it last said “Saved”.'
    if (!(await ask('The page does not answer', detail, ['Wait', 'Load it anew']))) {
      webContents.forcefullyCrashRenderer()
      webContents.reload()
    }
  })
  webContents.on('preload-error', (_event, path, cause) => log(`preload ${path}`, cause))
  webContents.on('will-prevent-unload', (event) => {
    const choice = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: app.name,
      message: 'Some words are not saved yet',
      detail: 'They are being written to the library. Stay until the page says “Saved”.',
      buttons: ['Stay', 'Leave all the same'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    if (choice === 1) event.preventDefault()
  })
}

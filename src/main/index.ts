// The desk as an Electron app. Nothing here is awaited at the top: Electron is not ready until this module has settled.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { watchFaults } from './electron/faults'
import { guardPages } from './electron/guards'
import { readLaunch } from './electron/launch'
import { claimScheme } from './electron/page'
import { start, type Running } from './electron/start'
import { dataFolder } from './services/data-folder'
import { openLog } from './services/log'

const data = dataFolder()
mkdirSync(join(data, 'session'), { recursive: true })
app.setPath('userData', data)
// Chromium's own files stand apart from the library.
app.setPath('sessionData', join(data, 'session'))
app.setAppLogsPath(join(data, 'logs'))
app.setAppUserModelId('org.writethru.desk')
app.enableSandbox()
claimScheme()

const log = openLog(app.getPath('logs'), () => new Date())
const launch = readLaunch(process.argv.slice(1), process.cwd())

if (app.requestSingleInstanceLock({ files: launch.files })) {
  watchFaults(log)
  guardPages()
  let running: Running | undefined
  const open = (files: readonly string[]) => {
    if (running) running.open(files)
    else launch.files.push(...files)
  }
  app.on('second-instance', (_event, _argv, _folder, given) => {
    const { files } = (given ?? {}) as { files?: unknown }
    if (Array.isArray(files)) open(files.filter((file): file is string => typeof file === 'string'))
    running?.focus()
  })
  // macOS: a file dropped on the icon or opened with us, maybe before we are ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open([path])
  })
  app.on('activate', () => running?.focus())
  app
    .whenReady()
    .then(async () => {
      running = await start(launch, log)
      if (!running) app.quit()
    })
    .catch((cause: unknown) => {
      log('start', cause)
      app.exit(1)
    })
} else app.quit()

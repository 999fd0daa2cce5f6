import { dirname, join } from 'node:path'
import { app, dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import { HostError } from '@contract/index'
import { storyExtensions } from '@core/formats'
import { writeWhole } from '../services/whole-file'

/** The system's dialogs, over the desk's window. */
export function dialogs(window: () => BrowserWindow | undefined) {
  // Where files went last, for the next one.
  let lastFolder = app.getPath('documents')
  const open = (options: OpenDialogOptions) => {
    const over = window()
    return over ? dialog.showOpenDialog(over, options) : dialog.showOpenDialog(options)
  }
  const save = (options: SaveDialogOptions) => {
    const over = window()
    return over ? dialog.showSaveDialog(over, options) : dialog.showSaveDialog(options)
  }
  return {
    async pickFiles(): Promise<string[]> {
      const { canceled, filePaths } = await open({
        title: 'Import stories',
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: 'Stories', extensions: [...storyExtensions] },
          // A file's type is told by its content.
          { name: 'All files', extensions: ['*'] },
        ],
      })
      return canceled ? [] : filePaths
    },
    async pickFolder(): Promise<string | undefined> {
      const { canceled, filePaths } = await open({
        title: 'Choose a folder',
        properties: ['openDirectory', 'createDirectory'],
      })
      return canceled ? undefined : filePaths[0]
    },
    /** @throws HostError 'disk' when the chosen file could not be written. */
    async saveFile(name: string, bytes: Uint8Array): Promise<string | undefined> {
      const { canceled, filePath } = await save({
        title: 'Save the copy',
        defaultPath: join(lastFolder, name),
      })
      if (canceled || !filePath) return undefined
      try {
        await writeWhole(filePath, bytes)
      } catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause)
        throw new HostError(
          'disk',
          `${filePath} could not be written: ${why}. The story is kept; choose another place.`,
        )
      }
      lastFolder = dirname(filePath)
      return filePath
    },
  }
}

/** Prints the page as its print style lays it out; true once the system's dialog has been shown. */
export function printPage(window: BrowserWindow | undefined): Promise<boolean> {
  if (!window) return Promise.resolve(false)
  return new Promise((resolve, reject) => {
    window.webContents.print({ printBackground: false }, (printed, why) => {
      if (printed || /cancel/i.test(why)) resolve(true)
      else reject(new HostError('failed', `The system could not print: ${why}. Nothing was changed.`))
    })
  })
}

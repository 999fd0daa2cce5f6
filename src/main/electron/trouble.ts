import { app, dialog } from 'electron'
import { HostError } from '@contract/index'
import { openDesk, type Desk, type DeskOptions } from '../services/desk'

const headings: Partial<Record<HostError['code'], string>> = {
  'library-newer': 'This library belongs to a newer Writethru',
  'library-damaged': 'The library could not be opened',
  'library-busy': 'Another program holds the library',
  disk: 'The disk refused the library',
}

/**
 * Opens the library; where it cannot be opened says why, changes nothing, and offers another folder or another try.
 * Undefined when the person would rather quit.
 */
export async function openDeskOrAsk(
  options: DeskOptions,
  pickFolder: () => Promise<string | undefined>,
): Promise<Desk | undefined> {
  let folder = options.folder
  for (;;) {
    try {
      const desk = await openDesk({ ...options, folder })
      if (folder !== options.folder) options.reopened(folder)
      return desk
    } catch (cause) {
      options.log(`open ${folder}`, cause)
      const told = cause instanceof HostError ? cause : undefined
      const { response } = await dialog.showMessageBox({
        type: 'error',
        title: app.name,
        message: (told && headings[told.code]) ?? 'The library could not be opened',
        detail:
          told?.message ??
          `${folder}: ${cause instanceof Error ? cause.message : String(cause)}. It was left untouched.`,
        buttons: ['Choose another folder', 'Try again', 'Quit'],
        defaultId: 0,
        cancelId: 2,
        noLink: true,
      })
      if (response === 2) return undefined
      if (response === 0) folder = (await pickFolder()) ?? folder
    }
  }
}

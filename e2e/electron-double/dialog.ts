import type { Dialog, Shell } from 'electron'
import { NotDoubled, onlyKnown, refusing } from './refuse.ts'
import { runtime } from './runtime.ts'

/** What the app asked of the person or the system, newest last: `dialog.asked`, only here. */
const asked: { name: string; options: unknown }[] = []

const openProperties = [
  'openFile',
  'openDirectory',
  'multiSelections',
  'showHiddenFiles',
  'createDirectory',
  'promptToCreate',
  'noResolveAliases',
  'treatPackageAsDirectory',
  'dontAddToRecent',
  'showOverwriteConfirmation',
]

function note(name: string, options: object, known: readonly string[]): void {
  if (!runtime.ready) throw new Error('dialog module can only be used after app is ready')
  onlyKnown(name, options, known)
  const { properties = [], filters = [] } = options as {
    properties?: string[]
    filters?: { name: string; extensions: string[] }[]
  }
  for (const property of properties)
    if (!openProperties.includes(property)) throw new NotDoubled(`${name} property '${property}'`)
  // "The extensions array should contain extensions without wildcards or dots" (api/dialog).
  for (const extension of filters.flatMap(({ extensions }) => extensions))
    if (extension !== '*' && /[.*]/.test(extension))
      throw new TypeError(`${name}: extension '${extension}' has a wildcard or dot`)
  asked.push({ name, options })
}
/** Dialogs may be given the window they stand over first. */
const last = (args: unknown[]) => args.at(-1) as object

/**
 * Dialogs (api/dialog), answered as a person who cancels. A spec that wants another answer puts its own function in place,
 * as on the real thing: `app.evaluate(({ dialog }) => { dialog.showOpenDialog = … })`.
 */
export const dialog = refusing('dialog', {
  asked,
  async showOpenDialog(...args: unknown[]) {
    note('showOpenDialog', last(args), ['title', 'defaultPath', 'buttonLabel', 'filters', 'properties', 'message'])
    return { canceled: true, filePaths: [] as string[] }
  },
  async showSaveDialog(...args: unknown[]) {
    note('showSaveDialog', last(args), [
      'title',
      'defaultPath',
      'buttonLabel',
      'filters',
      'message',
      'nameFieldLabel',
      'showsTagField',
      'properties',
    ])
    return { canceled: true, filePath: '' }
  },
  async showMessageBox(...args: unknown[]) {
    note('showMessageBox', last(args), messageOptions)
    return { response: cancelled(last(args) as Message), checkboxChecked: false }
  },
  showMessageBoxSync(...args: unknown[]) {
    note('showMessageBoxSync', last(args), messageOptions)
    return cancelled(last(args) as Message)
  },
  /** "This API can be called safely before the ready event"; then it is written to standard error. */
  showErrorBox(title: string, content: string) {
    asked.push({ name: 'showErrorBox', options: { title, content } })
    process.stderr.write(`${title}\n${content}\n`)
  },
} satisfies Pick<
  Dialog,
  'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showMessageBoxSync' | 'showErrorBox'
> & { asked: unknown })

interface Message {
  buttons?: string[]
  cancelId?: number
}
const messageOptions = [
  'message',
  'type',
  'buttons',
  'defaultId',
  'title',
  'detail',
  'checkboxLabel',
  'checkboxChecked',
  'icon',
  'textWidth',
  'cancelId',
  'noLink',
  'normalizeAccessKeys',
  'signal',
]

/** "By default this is assigned to the first button with 'cancel' or 'no' as the label"; else 0. */
function cancelled({ buttons = [], cancelId }: Message): number {
  return (
    cancelId ??
    Math.max(
      0,
      buttons.findIndex((label) => /^(?:cancel|no)$/i.test(label)),
    )
  )
}

/** The rest of the desktop (api/shell): noted, never done. */
export const shell = refusing('shell', {
  async openExternal(url: string, options: object = {}) {
    onlyKnown('openExternal', options, ['activate', 'workingDirectory', 'logUsage'])
    asked.push({ name: 'openExternal', options: url })
  },
  async openPath(path: string) {
    asked.push({ name: 'openPath', options: path })
    return ''
  },
  showItemInFolder(path: string) {
    asked.push({ name: 'showItemInFolder', options: path })
  },
} satisfies Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>)

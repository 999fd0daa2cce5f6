import type { ExportFormat } from '@core/record'
import { host, inOwnWindow } from '../host'
import { attempt, say } from '../ui'

/** Hands bytes to the person as a file. */
export function download(name: string, mediaType: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the address up by then; one minute also covers a slow "save as" question.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export const formatWords: Record<ExportFormat, string> = {
  html: 'HTML',
  md: 'Markdown',
  txt: 'Plain text',
  docx: 'Word',
  ninjs: 'ninjs 3.1',
  json: 'Writethru package',
}

/** A clean copy of a story (the draft, or a revision) as a file where the person wants it. */
export async function exportCopy(story: string, format: ExportFormat, revision?: number): Promise<void> {
  const what = { story, format, ...(revision === undefined ? {} : { revision }) }
  await attempt(async () => {
    if (inOwnWindow()) {
      const { path } = await host.ask('export.save', what)
      if (path) say(`Saved as ${path}.`, { kind: 'good' })
      return
    }
    const { name, mediaType, bytes } = await host.ask('export.copy', what)
    download(name, mediaType, bytes)
    say(`${name} was handed to the browser’s downloads.`, { kind: 'good' })
  })
}

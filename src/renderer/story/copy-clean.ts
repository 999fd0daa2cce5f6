import { host } from '../host'
import type { OpenStory } from './store'

/** Puts the clean copy on the clipboard, as rich text and as plain text. Everything typed is committed first. */
export async function copyClean(story: OpenStory): Promise<void> {
  await story.flush()
  const [html, text] = await Promise.all([
    host.ask('export.copy', { story: story.id, format: 'html' }),
    host.ask('export.copy', { story: story.id, format: 'txt' }),
  ])
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': new Blob([html.bytes as BlobPart], { type: 'text/html' }),
      'text/plain': new Blob([text.bytes as BlobPart], { type: 'text/plain' }),
    }),
  ])
}

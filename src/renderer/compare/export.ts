import { writeBeside } from '../analysis'
import { download } from '../app/download'
import { host } from '../host'
import { attempt, say } from '../ui'
import { spoken, type SideCard } from './sides'
import type { Pair } from './session'

/** A file name for a comparison: letters, digits, dots and hyphens only. */
export function pageName(slug: string, old: SideCard, now: SideCard): string {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}.]+/gu, '-')
      .replace(/^-+|-+$/g, '')
  return `${slug}-${plain(old.title)}-to-${plain(now.title)}.html`
}

/** Hands the comparison out as one HTML page that stands alone: no script, nothing to load. */
export async function exportComparison(slug: string, of: Pair, old: SideCard, now: SideCard): Promise<void> {
  await attempt(async () => {
    const html = await writeBeside(of.old.key, of.new.key, { title: slug, old: spoken(old), new: spoken(now) })
    const name = pageName(slug, old, now)
    download(name, 'text/html', new TextEncoder().encode(html))
    say(`${name} was handed to the downloads.`, { kind: 'good' })
  })
}

/** Prints what the screen shows. */
export async function printComparison(): Promise<void> {
  await attempt(async () => {
    const { printed } = await host.ask('host.print', {})
    if (!printed) window.print()
  })
}

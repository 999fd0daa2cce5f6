import type { StoryCard } from '@contract/index'
import { HostError } from '@contract/index'
import { holdLetters } from '../commands/registry'
import { tell } from '../app/imports'
import { host } from '../host'
import { go } from '../navigation'
import { AskText, attempt, say } from '../ui'
import { refresh, take } from './library'

/** A new, empty story, opened at once. */
export async function createStory(): Promise<void> {
  const card = await holdLetters(attempt(() => host.ask('story.create', {})))
  if (!card) return
  take(card)
  go({ screen: 'story', story: card.id })
}

/** What is on the clipboard as a story, opened at once. */
export async function pasteStory(data: DataTransfer): Promise<void> {
  const text = data.getData('text/plain')
  const html = data.getData('text/html')
  if (!text.trim() && !html.trim()) return
  const outcomes = await attempt(() => host.ask('import.paste', { text, ...(html ? { html } : {}) }))
  if (!outcomes) return
  const [first] = outcomes
  // Several items of one message are told of as files are.
  if (outcomes.length > 1 || !first) {
    await refresh()
    tell(outcomes)
    return
  }
  if ('error' in first) {
    say(first.error.message, { kind: 'error' })
    return
  }
  take(first.card)
  if (first.remarks.length > 0) say(first.remarks.join('\n'))
  go({ screen: 'story', story: first.card.id })
}

/** A copy of a story under a slug of its own; `onDone` gets its id. */
export async function duplicateStory(card: StoryCard, onDone: (id: string) => void): Promise<void> {
  const copy = await attempt(() => host.ask('story.duplicate', { story: card.id }))
  if (!copy) return
  take(copy)
  onDone(copy.id)
  say(`${card.slug} was duplicated as ${copy.slug}.`, {
    kind: 'good',
    action: { label: 'Open', run: () => go({ screen: 'story', story: copy.id }) },
  })
}

/** Takes a story off the desk, or brings it back. Nothing is deleted; the message offers the way back. */
export async function archiveStory(card: StoryCard, archived: boolean): Promise<void> {
  const changed = await attempt(() => host.ask('story.archive', { story: card.id, archived }))
  if (!changed) return
  take(changed)
  say(archived ? `${card.slug} was archived. Nothing of it was deleted.` : `${card.slug} is back on the desk.`, {
    action: { label: 'Undo', run: () => void archiveStory(changed, !archived) },
  })
}

/** Asks for a story's new slug. */
export function RenameDialog({ card, onClose }: { card: StoryCard; onClose: () => void }) {
  return (
    <AskText
      title={`Rename ${card.slug}`}
      label="Slug"
      hint="Short, lower case, words joined by hyphens. Each slug stands once in the library."
      value={card.slug}
      action="Rename"
      onClose={onClose}
      onDone={async (slug) => {
        try {
          take(await host.ask('story.rename', { story: card.id, slug }))
          await refresh()
          return undefined
        } catch (cause) {
          return cause instanceof HostError ? cause.message : String(cause)
        }
      }}
    />
  )
}

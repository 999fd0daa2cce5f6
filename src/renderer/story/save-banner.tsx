import { TriangleAlert } from 'lucide-react'
import { Button, say } from '../ui'
import { plainText } from '@core/manuscript'
import { useStoryView } from './desk-view'

/** What stands over the story while the library refuses to keep it: why, what is kept, and the ways out. */
export function SaveBanner() {
  const { story, now } = useStoryView()
  if (now.save.kind !== 'failed') return undefined
  const copy = async () => {
    await navigator.clipboard.writeText(plainText(story.state.doc).text)
    say('The whole story is on the clipboard.')
  }
  return (
    <div className="banner danger" role="alert">
      <TriangleAlert size={16} aria-hidden />
      <span className="banner-words">
        <strong>What you typed is not saved yet.</strong> {now.save.message} It is kept in this window and sent again by
        itself.
      </span>
      <Button size="small" onPress={() => story.retry()}>
        Save now
      </Button>
      <Button size="small" onPress={() => void copy()}>
        Copy everything typed
      </Button>
    </div>
  )
}

import { GitMerge } from 'lucide-react'
import type { WaitingMerge } from '@core/record'
import { useCommands } from '../commands/registry'
import { go } from '../navigation'
import { attempt, Button, count, say, shortTime } from '../ui'
import { useStoryView } from './desk-view'
import { waitingSentence } from './waiting-words'

/** What came in packages and contradicts the story: it waits until somebody merges it, or puts it aside. */
export function WaitingBanner() {
  const { story, now } = useStoryView()
  const { waiting } = now
  const merge = ({ tip }: WaitingMerge) => go({ screen: 'merge', story: story.id, tip })
  const aside = async (one: WaitingMerge) => {
    if ((await attempt(async () => story.setMergeAside(one.tip).then(() => true))) === undefined) return
    say(`Put aside. Import ${one.file} again to have it back.`)
  }
  useCommands([
    {
      id: 'story.merge',
      title: 'Merge what waits',
      group: 'Story',
      keys: ['Mod-Alt-j'],
      enabled: waiting.length > 0,
      run: () => waiting[0] && merge(waiting[0]),
    },
  ])
  return waiting.map((one, index) => (
    <div key={one.tip} className="banner" role="status">
      <GitMerge size={16} aria-hidden />
      <span className="banner-words">
        <strong>{waitingSentence(one)}</strong>{' '}
        <span className="grey">
          {one.revisions.some(({ draft }) => !draft) ? `from ${one.file}, ` : ''}
          {shortTime(one.at)}
          {one.settled > 0 && ` · ${count(one.settled, 'place')} settled so far`}
        </span>
      </span>
      <Button size="small" kind="primary" {...(index === 0 ? { keys: 'Mod-Alt-j' } : {})} onPress={() => merge(one)}>
        Merge
      </Button>
      <Button size="small" kind="quiet" onPress={() => void aside(one)}>
        Put aside
      </Button>
    </div>
  ))
}

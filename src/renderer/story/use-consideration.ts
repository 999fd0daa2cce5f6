import { useEffect, useState } from 'react'
import type { Consideration } from '@contract/index'
import { host } from '../host'
import { sayError } from '../ui'
import type { OpenStory, StoryNow } from './store'

// Long enough that a burst of typing is one question.
const pause = 250

/**
 * What changed since the story's last release, asked again once what is typed is on the disk; undefined until it was
 * answered, and `behind` while the draft is further than the answer.
 */
export function useConsideration(
  story: OpenStory,
  now: StoryNow,
): { consideration: Consideration | undefined; behind: boolean } {
  const [consideration, set] = useState<Consideration>()
  const { seq } = now
  const saved = now.save.kind === 'saved'
  // The newest release is what the draft is held against; sources decide what is proposed.
  const about = `${story.id} ${seq} ${now.releases[0]?.id ?? ''} ${now.sources.map(({ id }) => id).join()}`
  const [told, setTold] = useState('')
  useEffect(() => {
    if (!saved) return
    let current = true
    const timer = setTimeout(
      () => {
        host.ask('release.consider', { story: story.id }).then((answer) => {
          if (!current) return
          set(answer)
          setTold(about)
        }, sayError)
      },
      told === '' ? 0 : pause,
    )
    return () => {
      current = false
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `told` only shortens the first wait
  }, [story, about, saved])
  return { consideration, behind: told !== about || !saved }
}

import type { Source } from '@core/record'
import { attempt, say } from '../ui'
import { useStoryView } from './desk-view'
import { sourceName } from './source-words'

/** Puts the newer version of a source in its place; the message offers the way back. */
export function useNewerWire(): (source: Source) => Promise<void> {
  const { story } = useStoryView()
  return async (source) => {
    const { news } = source
    if (!news) return
    const attached = await attempt(async () => {
      const [newer] = await story.attachWire([news.item])
      await story.detachSource(source.id)
      return newer
    })
    if (!attached) return
    say(`${sourceName(attached)} stands in place of ${sourceName(source)}.`, {
      action: {
        label: 'Undo',
        run: () =>
          void attempt(async () => {
            await story.reattachSource(source.id)
            await story.detachSource(attached.id)
          }),
      },
    })
  }
}

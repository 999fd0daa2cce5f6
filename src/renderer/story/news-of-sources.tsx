import { TriangleAlert } from 'lucide-react'
import { versionName, type Source } from '@core/record'
import { go } from '../navigation'
import { Button, shortTime } from '../ui'
import { useStoryView } from './desk-view'
import { sourceName } from './source-words'
import { useNewerWire } from './use-newer-wire'

const words: Record<NonNullable<Source['news']>['what'], string> = {
  killed: 'was killed',
  withheld: 'is withheld',
  corrected: 'was corrected',
  newer: 'has a newer version',
}

/** What the wire said of the story's sources since they were attached, and what can be done about each. */
export function NewsOfSources() {
  const { story, now, open } = useStoryView()
  const take = useNewerWire()
  const told = now.sources.filter((source) => source.news !== undefined)
  return told.map((source) => {
    const { what, version, at } = source.news!
    return (
      <div key={source.id} className={`banner ${what === 'newer' ? '' : 'danger'}`} role="status">
        <TriangleAlert size={16} aria-hidden />
        <span className="banner-words">
          <strong>
            {sourceName(source)} {words[what]}
          </strong>
          {version !== undefined && ` (${versionName(version)})`}, {shortTime(at)}.
        </span>
        {(what === 'newer' || what === 'corrected') && (
          <>
            <Button
              size="small"
              kind="primary"
              keys="F6"
              onPress={() => open({ kind: 'wire-update', source: source.id })}
            >
              Step through what changed
            </Button>
            <Button size="small" onPress={() => void take(source)}>
              Use the newer one
            </Button>
          </>
        )}
        {what === 'killed' && (
          <Button size="small" onPress={() => go({ screen: 'publish', story: story.id })}>
            Publish a kill
          </Button>
        )}
      </div>
    )
  })
}

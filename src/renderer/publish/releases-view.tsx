import type { Release } from '@core/record'
import { EmptyState, List, shortTime } from '../ui'
import type { OpenStory, StoryNow } from '../story'
import { ReleaseReport } from './release-report'
import { kindTitles } from './sign-off'

/** Every release of a story, newest first, and the one that is chosen in full. */
export function ReleasesView({
  story,
  now,
  chosen,
  onChoose,
}: {
  story: OpenStory
  now: StoryNow
  chosen: string | undefined
  onChoose: (release: string) => void
}) {
  const { releases } = now
  const release = releases.find(({ id }) => id === chosen) ?? releases[0]
  if (!release)
    return (
      <EmptyState title="Nothing was published yet">
        Sign the story off; each release is kept here with its files, their hashes and its attribution report.
      </EmptyState>
    )
  return (
    <div className="releases">
      <List<Release>
        label="Releases"
        className="release-list"
        items={releases}
        keyOf={({ id }) => id}
        selected={release.id}
        onSelect={onChoose}
        autoFocus
      >
        {({ kind, revision, at, by }) => (
          <>
            <span className="release-row">
              <b>r{revision}</b> {kindTitles[kind]}
            </span>
            <span className="grey">
              {shortTime(at)}, {by}
            </span>
          </>
        )}
      </List>
      <ReleaseReport key={release.id} story={story} now={now} release={release} />
    </div>
  )
}

import { versionName, type SourceInput } from '@core/record'
import { FactList, fullTime } from '../ui'

type Told = Omit<SourceInput, 'text'>

type Facts = readonly (readonly [name: string, value: string | undefined])[]

/** What the agency says of its item: what a desk needs at hand, and the rest on asking. `also` stands at the end. */
export function WireFacts({ item, also }: { item: Told; also: Facts }) {
  const { agency, at, created, credit } = item
  const more: Facts = [
    ['First version', created && created !== at ? fullTime(created) : undefined],
    ['Sent', item.sent && item.sent !== at ? fullTime(item.sent) : undefined],
    ['Copyright', item.copyright],
    ['Credit', credit !== agency ? credit : undefined],
    ['Photo credits', item.photoCredits?.join(', ')],
    ['Language', item.language],
    ['Item', item.item],
    ['Replaces', item.previous],
    ['File', item.file],
    ...also,
  ]
  return (
    <div className="wire-facts-list">
      <FactList
        facts={[
          ['Slug', item.slug],
          ['Version', item.version && versionName(item.version)],
          ['Time', at && fullTime(at)],
          ['Usage', item.usage],
          // One that still holds is told above.
          ['Embargo', item.embargo && !isEmbargoed(item) ? fullTime(item.embargo) : undefined],
          ['Editor’s note', item.editorsNote],
        ]}
      />
      <details>
        <summary>More about this item</summary>
        <FactList facts={more} />
      </details>
    </div>
  )
}

export const isEmbargoed = ({ embargo }: Pick<Told, 'embargo'>): boolean =>
  embargo !== undefined && new Date(embargo) > new Date()

/** What must not be overlooked in a piece of wire, above its text. */
export function WireWarnings({ item }: { item: Told }) {
  return (
    <>
      {item.status === 'killed' && <p className="wire-warning">The agency killed this item. Nothing of it may run.</p>}
      {item.status === 'withheld' && (
        <p className="wire-warning">The agency withholds this item. Nothing of it may run until it is released.</p>
      )}
      {item.status === 'advisory' && <p className="wire-warning mild">This is an advisory to editors, not copy.</p>}
      {isEmbargoed(item) && (
        <p className="wire-warning">Under embargo until {fullTime(item.embargo!)}. Nothing of it may run before.</p>
      )}
    </>
  )
}

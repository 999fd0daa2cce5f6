import { versionName, type SourceInput } from '@core/record'
import { fullTime } from '../ui'

type Told = Omit<SourceInput, 'text'>

/** What the agency says of its item, a name and a value each, for a list of facts. */
export function wireFacts(item: Told): (readonly [name: string, value: string | undefined])[] {
  const { agency, at, created, credit } = item
  return [
    ['Slug', item.slug],
    ['Version', item.version && versionName(item.version)],
    ['Time', at && fullTime(at)],
    ['First version', created && created !== at ? fullTime(created) : undefined],
    ['Usage', item.usage],
    ['Copyright', item.copyright],
    ['Credit', credit !== agency ? credit : undefined],
    ['Photo credits', item.photoCredits?.join(', ')],
    ['Embargo', item.embargo && fullTime(item.embargo)],
    ['Editor’s note', item.editorsNote],
    ['Language', item.language],
    ['Item', item.item],
    ['Replaces', item.previous],
    ['File', item.file],
  ]
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

import { useEffect, useState } from 'react'
import type { WireCard } from '@core/record'
import { host } from '../host'
import { AgencyCode, attempt, FactList, fullTime } from '../ui'
import { wireName } from './wire-line'

/** A piece of wire to read, with what the agency says of it. */
export function WireReader({ item }: { item: WireCard }) {
  const [text, setText] = useState<string>()
  useEffect(() => {
    let there = true
    void attempt(() => host.ask('basket.item', { item: item.id })).then((found) => {
      if (there && found) setText(found.text)
    })
    return () => {
      there = false
    }
  }, [item.id])
  const facts = [
    ['Slug', item.slug],
    ['Version', item.version],
    ['Time', item.at && fullTime(item.at)],
    ['Arrived', fullTime(item.arrivedAt)],
    ['Usage', item.usage],
    ['Embargo', item.embargo && fullTime(item.embargo)],
    ['Editor’s note', item.editorsNote],
    ['File', item.file],
  ] as const
  return (
    <section className="wire-reader" aria-label={wireName(item)}>
      <h2>
        {item.agency && <AgencyCode agency={item.agency} />} {wireName(item)}
      </h2>
      {item.status === 'killed' && <p className="wire-warning">The agency killed this item. Nothing of it may run.</p>}
      <FactList facts={facts} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text that scrolls by key */}
      <div className="wire-text" tabIndex={0} role="document" aria-label="Text of the wire">
        {text ?? ''}
      </div>
    </section>
  )
}

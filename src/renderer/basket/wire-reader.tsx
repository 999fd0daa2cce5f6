import { useEffect, useState } from 'react'
import type { WireCard } from '@core/record'
import { host } from '../host'
import { AgencyCode, attempt, fullTime } from '../ui'
import { WireFacts, WireWarnings } from './wire-facts'
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
  return (
    <section className="wire-reader" aria-label={wireName(item)}>
      <h2>
        {item.agency && <AgencyCode agency={item.agency} />} {wireName(item)}
      </h2>
      <WireWarnings item={item} />
      <WireFacts item={item} also={[['Arrived', fullTime(item.arrivedAt)]]} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text that scrolls by key */}
      <div className="wire-text" tabIndex={0} role="document" aria-label="Text of the wire">
        {text ?? ''}
      </div>
    </section>
  )
}

import { versionName, type WireCard } from '@core/record'
import { AgencyCode, count, shortTime, shortened } from '../ui'
import { isEmbargoed } from './wire-facts'

type Named = Pick<WireCard, 'headline' | 'lead'>

// Of an item without a headline; about as long as a headline may be.
const longestName = 100

/** What a piece of wire is called: its headline, else how it begins behind its dateline. */
export const wireName = ({ headline, lead }: Named): string =>
  headline ?? shortened(lead.replace(/\s+/g, ' ').replace(/^[^a-z]{3,60}?\)?\s*[—–-]{1,2}\s+/u, ''), longestName)

const statusWords = {
  usable: '',
  advisory: 'Advisory',
  corrected: 'Corrects',
  withheld: 'Withheld',
  killed: 'Killed',
} as const

/** A piece of wire in a list: agency, name, and below them slug, version, time and length. */
export function WireLine({ item }: { item: WireCard }) {
  const { agency, slug, version, at, arrivedAt, words, status, stories } = item
  const facts = [
    slug,
    version && versionName(version),
    shortTime(at ?? arrivedAt),
    count(words, 'word'),
    stories > 0 && `in ${count(stories, 'story', 'stories')}`,
  ]
  return (
    <span className="wire-line">
      <span className="wire-agency">{agency && <AgencyCode agency={agency} />}</span>
      <span className="wire-name">
        {status !== undefined && status !== 'usable' && (
          <b className={`wire-status ${status}`}>{statusWords[status]}</b>
        )}{' '}
        {isEmbargoed(item) && <b className="wire-status embargo">Embargo until {shortTime(item.embargo!)}</b>}{' '}
        {wireName(item)}
      </span>
      <span className="wire-facts grey">{facts.filter(Boolean).join(' · ')}</span>
    </span>
  )
}

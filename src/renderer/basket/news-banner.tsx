import { TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { WireNews } from '@contract/index'
import { useCommands } from '../commands/registry'
import { host } from '../host'
import { go } from '../navigation'
import { agencyCode, Button, say } from '../ui'
import { wireName } from './wire-line'

const dismissedKept = 'writethru.wire-news.dismissed'

function dismissed(): string[] {
  try {
    return JSON.parse(localStorage.getItem(dismissedKept) ?? '[]') as string[]
  } catch {
    return []
  }
}

const verbs = { killed: 'killed', withheld: 'withheld', corrected: 'corrected', newer: 'renewed' } as const
// Stories named in one line; the rest are counted.
const mostNamed = 4

/** A kill or a correction of wire that stories stand on, over every screen until somebody has read it. */
export function WireNewsBanner() {
  const [news, setNews] = useState<readonly WireNews[]>([])
  useEffect(() => {
    const urgent = ({ what, item }: WireNews) => what !== 'newer' && !dismissed().includes(item.id)
    // What came while nobody was here is told too.
    host
      .ask('basket.news', {})
      .then((all) => setNews((now) => [...now, ...all.filter(urgent)]))
      .catch(() => undefined)
    return host.on('wire.news', (one) => {
      if (one.what === 'newer')
        say(
          `${one.item.agency ?? 'The wire'} sent a newer version of “${wireName(one.item)}”, used in ${one.stories
            .map(({ slug }) => slug)
            .slice(0, mostNamed)
            .join(', ')}.`,
          {
            action: { label: 'Open story', run: () => go({ screen: 'story', story: one.stories[0]!.id }) },
          },
        )
      else setNews((now) => [one, ...now.filter(({ item }) => item.id !== one.item.id)])
    })
  }, [])
  const dismiss = (id: string) => {
    localStorage.setItem(dismissedKept, JSON.stringify([...dismissed(), id].slice(-500)))
    setNews((now) => now.filter(({ item }) => item.id !== id))
  }
  useCommands(
    news[0]
      ? [
          {
            id: 'wire.open-told',
            title: `Open ${news[0].stories[0]?.slug ?? 'the story'}, whose wire was ${verbs[news[0].what]}`,
            group: 'Go',
            run: () => go({ screen: 'story', story: news[0]!.stories[0]!.id }),
          },
        ]
      : [],
  )
  return news.map(({ item, what, stories }) => (
    <div key={item.id} className="banner danger wire-news" role="alert">
      <TriangleAlert size={16} aria-hidden />
      <span className="banner-words">
        <strong>
          {item.agency ? agencyCode(item.agency) : 'The wire'} {verbs[what]} “{wireName(item)}”.
        </strong>{' '}
        {item.editorsNote ? `${item.editorsNote.replace(/[.\s]*$/, '')}. ` : ''}It stands in{' '}
        {stories.slice(0, mostNamed).map(({ id, slug, status }, at) => (
          <span key={id}>
            {at > 0 && ', '}
            <button type="button" className="link" onClick={() => go({ screen: 'story', story: id })}>
              {slug}
            </button>{' '}
            ({status.replace('-', ' ')})
          </span>
        ))}
        {stories.length > mostNamed && ` and ${stories.length - mostNamed} more`}.
      </span>
      <Button size="small" onPress={() => dismiss(item.id)}>
        I have read this
      </Button>
    </div>
  ))
}

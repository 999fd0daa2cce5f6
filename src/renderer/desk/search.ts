import { useEffect, useState } from 'react'
import type { SearchHit } from '@contract/index'
import { host } from '../host'
import { attempt } from '../ui'

/** Best hit of each story for what is typed; undefined while nothing is. Answers of older words are dropped. */
export function useSearch(words: string): ReadonlyMap<string, SearchHit> | undefined {
  const [found, setFound] = useState<{ words: string; hits: ReadonlyMap<string, SearchHit> }>()
  const wanted = words.trim()
  useEffect(() => {
    if (!wanted) return
    let current = true
    void attempt(async () => {
      const hits = await host.ask('desk.search', { words: wanted })
      if (!current) return
      const best = new Map<string, SearchHit>()
      for (const hit of hits) if (!best.has(hit.story)) best.set(hit.story, hit)
      setFound({ words: wanted, hits: best })
    })
    return () => {
      current = false
    }
  }, [wanted])
  return wanted ? (found?.hits ?? new Map()) : undefined
}

const fieldWords: Record<SearchHit['field'], string> = {
  headline: 'Headline',
  text: 'Text',
  speaker: 'Speaker',
  source: 'Source',
  annotation: 'Remark',
  slug: 'Slug',
}

/** Where a hit stands, in a word. */
export const placeOfHit = ({ field }: SearchHit) => fieldWords[field]

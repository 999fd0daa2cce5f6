import type { Release } from '@core/record'
import type { StoreContext } from './context'

/** A story's releases, newest first. */
export const releasesOf = ({ db }: StoreContext, story: string): Release[] =>
  db
    .all("select json from release where story = ? order by number desc, json_extract(json, '$.at') desc", story)
    .map(({ json }) => JSON.parse(String(json)) as Release)

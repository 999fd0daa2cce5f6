import type { Source } from '../record'
import type { AssessedSource } from './types'

/** What an assessment takes of an attached source: nothing of who attached it and when. */
export function assessedSource(source: Omit<Source, 'sha256' | 'attachedBy' | 'attachedAt'>): AssessedSource {
  const { id, text, agency, slug, version, language, usage, embargo, editorsNote, status, news } = source
  const told = { agency, slug, version, language, usage, embargo, editorsNote, status, news }
  return { id, text, ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) }
}

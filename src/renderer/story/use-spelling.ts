import { useEffect, useMemo } from 'react'
import { changeSettings, settings, useSettings } from '../app/settings'
import { Spelling } from '../editor'
import type { OpenStory } from './store'

const spellings = new WeakMap<OpenStory, Spelling>()

/** The spelling of an open story. */
export function useSpelling(story: OpenStory): Spelling {
  return useMemo(() => {
    const there = spellings.get(story)
    if (there) return there
    const made = new Spelling(story, (word) => void changeSettings({ words: [...settings().words, word] }))
    spellings.set(story, made)
    return made
  }, [story])
}

/** Keeps the underlines of misspelt words in step with the settings and the sources. */
export function useSpellingMarks(story: OpenStory, sources: readonly { text: string }[]): void {
  const spelling = useSpelling(story)
  const { spelling: on, dialect, words } = useSettings()
  useEffect(() => spelling.use(on ? dialect : undefined, words, sources), [spelling, on, dialect, words, sources])
  useEffect(() => {
    const stop = story.onTransaction((tr) => {
      if (tr.docChanged || tr.selectionSet) spelling.soon()
    })
    spelling.soon()
    return stop
  }, [story, spelling])
}

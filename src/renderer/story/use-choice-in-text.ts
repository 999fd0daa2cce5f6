import { useEffect } from 'react'
import type { Chosen } from './desk-view'
import type { OpenStory } from './store'

/** A click on a quotation in the text chooses its line in the list; lists and text show the same. */
export function useChoiceInText(story: OpenStory, choose: ((chosen: Chosen) => void) | undefined): void {
  useEffect(() => {
    if (!choose) return
    const onClick = (event: MouseEvent) => {
      const { target } = event
      if (!(target instanceof Element) || !story.view?.dom.contains(target)) return
      // Dragging over words selects them; only a click is a choice.
      if (!getSelection()?.isCollapsed) return
      const key = target.closest<HTMLElement>('[data-utterance]')?.dataset['utterance']
      if (key !== undefined) choose({ kind: 'utterance', key })
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [story, choose])
}

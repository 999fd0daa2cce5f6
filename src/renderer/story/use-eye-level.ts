import { useEffect } from 'react'
import type { OpenStory } from './store'

// Where on the pane the eye rests: words brought into view come to this part of its height.
const eye = 0.38
// What stands wholly in the calm middle stays where it is.
const calm = { from: 0.12, to: 0.8 }

/**
 * Brings what is shown to where the eye rests, while nobody writes: the view itself only scrolls to a caret that has the
 * focus. The pane that scrolls is marked `data-text-pane`.
 */
export function useEyeLevel(story: OpenStory): void {
  useEffect(
    () =>
      story.onTransaction((tr) => {
        if (!tr.scrolledIntoView || story.view?.hasFocus()) return
        requestAnimationFrame(() => {
          const { view } = story
          const pane = view?.dom.closest<HTMLElement>('[data-text-pane]')
          if (!view || !pane || view.hasFocus()) return
          const box = pane.getBoundingClientRect()
          const { from, to } = view.state.selection
          const zoom = Number(document.documentElement.style.zoom) || 1
          const [top, bottom] = [view.coordsAtPos(from).top, view.coordsAtPos(to).bottom]
          if (top >= box.top + box.height * calm.from && bottom <= box.top + box.height * calm.to) return
          pane.scrollTop += (top - box.top - box.height * eye) / zoom
        })
      }),
    [story],
  )
}

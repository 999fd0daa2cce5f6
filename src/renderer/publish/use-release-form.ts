import { useState } from 'react'
import type { ReleaseKind } from '@core/record'

/** What a person filled in to sign a release; kept while they go to the text and back. */
export interface ReleaseForm {
  /** Picked by the person; the proposal stands until then. */
  kind?: ReleaseKind
  note: string
  kindReason: string
  reader: string
  readAlone: string
}

const empty: ReleaseForm = { note: '', kindReason: '', reader: '', readAlone: '' }
const forms = new Map<string, ReleaseForm>()

/** The sign-off of a story, as far as it is filled in. */
export function useReleaseForm(story: string): {
  form: ReleaseForm
  change: (change: Partial<ReleaseForm>) => void
  clear: () => void
} {
  const [, redraw] = useState(0)
  const set = (form: ReleaseForm) => {
    forms.set(story, form)
    redraw((count) => count + 1)
  }
  const form = forms.get(story) ?? empty
  return { form, change: (change) => set({ ...(forms.get(story) ?? empty), ...change }), clear: () => set(empty) }
}

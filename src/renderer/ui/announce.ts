let region: HTMLElement | undefined

/**
 * Tells a screen reader what the eye sees anyway: where in a list one is, what a key just did. The newest words replace
 * those not read yet.
 */
export function announce(words: string): void {
  if (!region) {
    region = document.createElement('div')
    region.className = 'visually-hidden'
    region.setAttribute('role', 'status')
    region.setAttribute('aria-live', 'polite')
    region.setAttribute('aria-label', 'Announcements')
    document.body.append(region)
  }
  // The same words twice are two events: a reader hears only what changes.
  region.textContent = region.textContent === words ? `${words}\u00A0` : words
}

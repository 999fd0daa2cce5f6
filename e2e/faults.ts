import type { Page } from '@playwright/test'

/** What pages complained of while a spec ran; a spec that expects a complaint says so before it happens. */
export class Faults {
  readonly #seen: string[] = []
  readonly #expected: RegExp[] = []

  /** From now on, complaints that match are part of the spec. */
  expect(...patterns: RegExp[]): void {
    this.#expected.push(...patterns)
  }

  /** Hears a page's console errors and uncaught errors, from its first document on. */
  watch(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error') this.add(`console: ${message.text()} (${message.location().url})`)
    })
    page.on('pageerror', (error) => this.add(`uncaught: ${error.stack ?? error.message}`))
    page.on('crash', () => this.add('the page crashed'))
  }

  add(fault: string): void {
    this.#seen.push(fault)
  }

  /** Complaints nobody expected. */
  unexpected(): string[] {
    return this.#seen.filter((fault) => !this.#expected.some((pattern) => pattern.test(fault)))
  }
}

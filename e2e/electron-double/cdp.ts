// Playwright's own types of Chromium's debugging protocol; its package does not name them among its exports.
export type { Protocol as Cdp } from '../../node_modules/playwright-core/types/protocol.d.ts'

import type { BrowserWindowConstructorOptions } from 'electron'
import { NotDoubled, onlyKnown } from './refuse.ts'

const preferences = [
  'preload',
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webSecurity',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'enableBlinkFeatures',
  'webviewTag',
  'navigateOnDragDrop',
  'spellcheck',
  'devTools',
  'safeDialogs',
  'disableDialogs',
  'autoplayPolicy',
  'v8CacheOptions',
  'backgroundThrottling',
  'enableWebSQL',
  'webgl',
  'plugins',
  'images',
  'textAreasAreResizable',
]

/** Only what the security page asks for can be opened (tutorial/security). */
export function checkPreferences(given: NonNullable<BrowserWindowConstructorOptions['webPreferences']>): void {
  onlyKnown('webPreferences', given, preferences)
  const unsafe = [
    given.contextIsolation === false && 'contextIsolation: false',
    given.sandbox === false && 'sandbox: false',
    given.nodeIntegration && 'nodeIntegration',
    given.nodeIntegrationInWorker && 'nodeIntegrationInWorker',
    given.nodeIntegrationInSubFrames && 'nodeIntegrationInSubFrames',
    given.webSecurity === false && 'webSecurity: false',
    given.allowRunningInsecureContent && 'allowRunningInsecureContent',
    given.experimentalFeatures && 'experimentalFeatures',
    given.enableBlinkFeatures && 'enableBlinkFeatures',
    given.webviewTag && 'webviewTag',
  ].find(Boolean)
  if (unsafe) throw new NotDoubled(`a page with ${unsafe}`)
}

/** A page of the double has no other: anything else is refused when its window is made. */
export const safePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
}

import { useCommands } from '../commands/registry'
import { go, type Place } from '../navigation'
import { changeSettings, settings } from './settings'

// Steps that browsers use too; the contract allows 0.5 to 3.
const zooms = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

function zoomBy(direction: 1 | -1) {
  const { zoom } = settings()
  const next = direction > 0 ? zooms.find((step) => step > zoom + 0.01) : zooms.findLast((step) => step < zoom - 0.01)
  if (next) void changeSettings({ zoom: next })
}

/** What one can do on every screen. */
export function useShellCommands(place: Place, open: (panel: 'palette' | 'help') => void): void {
  const story = 'story' in place ? place.story : undefined
  const toStory = (id: string, title: string, digit: string, screen: 'story' | 'review' | 'compare' | 'publish') => ({
    id,
    title,
    group: 'Go' as const,
    keys: [`Alt-${digit}`],
    enabled: !!story && place.screen !== screen,
    run: () => story && go({ screen, story }),
  })
  useCommands([
    {
      id: 'go.palette',
      title: 'Command palette',
      group: 'Help',
      keys: ['Mod-k'],
      everywhere: true,
      run: () => open('palette'),
    },
    { id: 'help.keys', title: 'Keys', group: 'Help', keys: ['?', 'F1'], run: () => open('help') },
    {
      id: 'go.desk',
      title: 'Desk',
      group: 'Go',
      keys: ['Alt-1'],
      enabled: place.screen !== 'desk',
      run: () => go({ screen: 'desk' }),
    },
    toStory('go.story', 'Story', '2', 'story'),
    toStory('go.review', 'Attribution review', '3', 'review'),
    toStory('go.compare', 'Compare', '4', 'compare'),
    toStory('go.publish', 'Publish', '5', 'publish'),
    { id: 'go.basket', title: 'Wire basket', group: 'Go', keys: ['Alt-6'], run: () => go({ screen: 'basket' }) },
    { id: 'go.settings', title: 'Settings', group: 'Go', keys: ['Mod-,'], run: () => go({ screen: 'settings' }) },
    {
      id: 'view.zoom-in',
      title: 'Zoom in',
      group: 'View',
      keys: ['Mod-=', 'Mod-+'],
      everywhere: true,
      run: () => zoomBy(1),
    },
    {
      id: 'view.zoom-out',
      title: 'Zoom out',
      group: 'View',
      keys: ['Mod--'],
      everywhere: true,
      run: () => zoomBy(-1),
    },
    {
      id: 'view.zoom-reset',
      title: 'Actual size',
      group: 'View',
      keys: ['Mod-0'],
      everywhere: true,
      run: () => void changeSettings({ zoom: 1 }),
    },
    {
      id: 'view.theme-light',
      title: 'Light theme',
      group: 'View',
      run: () => void changeSettings({ theme: 'light' }),
    },
    { id: 'view.theme-dark', title: 'Dark theme', group: 'View', run: () => void changeSettings({ theme: 'dark' }) },
    {
      id: 'view.theme-system',
      title: 'Theme of the system',
      group: 'View',
      run: () => void changeSettings({ theme: 'system' }),
    },
  ])
}

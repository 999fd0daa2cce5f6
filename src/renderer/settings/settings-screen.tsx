import './settings.css'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { useCommands } from '../commands/registry'
import { Button, Screen, Tabs, TitleBar } from '../ui'
import { HousePolicy } from './house-policy'
import { LibraryPanel } from './library-panel'
import { Personal } from './personal'

type Panel = 'you' | 'policy' | 'library'
const order: Panel[] = ['you', 'policy', 'library']

/** What one sets once: the person, the house, the library. */
export function SettingsScreen() {
  const [panel, setPanel] = useState<Panel>('you')
  const back = () => (history.length > 1 ? history.back() : (location.hash = '#/desk'))
  const turn = (by: 1 | -1) => setPanel((now) => order[(order.indexOf(now) + by + order.length) % order.length]!)
  useCommands([
    { id: 'settings.close', title: 'Close settings', group: 'Go', keys: ['Escape'], run: back },
    { id: 'list.next', title: 'Next panel', group: 'Go', keys: ['j'], run: () => turn(1) },
    { id: 'list.previous', title: 'Previous panel', group: 'Go', keys: ['k'], run: () => turn(-1) },
  ])
  return (
    <Screen label="Settings" className="settings">
      <TitleBar
        title="Settings"
        left={<Button kind="quiet" aria-label="Back" keys="Escape" icon={<ArrowLeft size={16} />} onPress={back} />}
      />
      <Tabs
        label="Settings"
        value={panel}
        onChange={setPanel}
        panels={[
          { id: 'you', title: 'You', content: <Personal /> },
          { id: 'policy', title: 'House policy', content: <HousePolicy /> },
          { id: 'library', title: 'Library', content: <LibraryPanel /> },
        ]}
      />
    </Screen>
  )
}

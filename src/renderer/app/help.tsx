import { useState } from 'react'
import { useAllCommands, type Command } from '../commands/registry'
import { Legend } from '../story'
import { Dialog, Kbd, SearchField } from '../ui'
import { useSettings } from './settings'

const groups: Command['group'][] = ['Go', 'File', 'Edit', 'Format', 'Story', 'Review', 'Compare', 'View', 'Help']

/** Every key that acts where one is. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const commands = useAllCommands().filter(({ keys }) => keys?.length)
  const { singleKeys } = useSettings()
  const [typed, setTyped] = useState('')
  const fits = ({ title }: Command) => title.toLowerCase().includes(typed.toLowerCase())
  return (
    <Dialog title="Keys" width="wide" onClose={onClose}>
      <div className="help-top">
        <SearchField label="Find a key" value={typed} onChange={setTyped} />
        <p className="grey">
          {singleKeys
            ? 'Single letters act when the focus is outside text; Esc leaves text. They can be turned off in settings.'
            : 'Single letters are turned off in settings.'}
        </p>
      </div>
      <div className="help-groups">
        {groups.map((group) => {
          const list = commands.filter((command) => command.group === group && fits(command))
          return list.length === 0 ? null : (
            <section key={group}>
              <h3>{group}</h3>
              <dl>
                {list.map(({ id, title, keys }) => (
                  <div key={id}>
                    <dt>{title}</dt>
                    <dd>
                      {keys?.slice(0, 2).map((key) => (
                        <Kbd key={key} keys={key} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
      {typed === '' && <Legend />}
    </Dialog>
  )
}

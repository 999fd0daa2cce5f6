import { useState } from 'react'
import { loadSettings } from '../app/settings'
import { host, inOwnWindow } from '../host'
import { AskText, attempt, Button, say, type ButtonKind } from '../ui'
import { refreshBasket, useBasket } from './items'

async function watchThis(folder: string | undefined): Promise<boolean> {
  const settings = await attempt(() => host.ask('basket.watch', folder === undefined ? {} : { folder }))
  if (!settings) return false
  await loadSettings()
  await refreshBasket()
  say(
    settings.basketFolder
      ? `The basket watches ${settings.basketFolder}. What is there comes in now.`
      : 'The basket watches no folder. What came in stays.',
    { kind: 'good' },
  )
  return true
}

/** Chooses the folder to watch: asked of the system where the host can, typed where it cannot. */
export function WatchButton({ kind = 'plain' }: { kind?: ButtonKind }) {
  const { state } = useBasket()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        {...(kind === 'plain' ? { size: 'small' } : { kind })}
        onPress={() => (inOwnWindow() ? void watchThis(undefined) : setAsking(true))}
      >
        {state.folder ? 'Watch another folder' : 'Watch a folder'}
      </Button>
      {asking && (
        <AskText
          title="Watch a folder"
          label="Folder"
          hint="Its whole path on this machine. Every file that comes into it is read into the basket; the files stay where they are."
          value={state.folder}
          action="Watch it"
          onClose={() => setAsking(false)}
          onDone={async (folder) =>
            (await watchThis(folder))
              ? undefined
              : 'That folder cannot be watched. Give the path of a folder that is there.'
          }
        />
      )}
    </>
  )
}

/** Which folder the basket watches, and how to choose another. */
export function BasketFolder() {
  const { state } = useBasket()
  return (
    <>
      <p className="basket-folder">
        {state.folder ? (
          <>
            Watches <code className="path">{state.folder}</code>
          </>
        ) : (
          'No folder is watched.'
        )}
      </p>
      <div className="row">
        <WatchButton />
        {state.folder && (
          <Button size="small" kind="quiet" onPress={() => void watchThis('')}>
            Stop watching
          </Button>
        )}
      </div>
    </>
  )
}

import { useState } from 'react'
import type { Verification } from '@contract/index'
import { useAbout } from '../app/about'
import { host, inOwnWindow } from '../host'
import { attempt, Button, count, say, TextField } from '../ui'

/** Where the library is, whether it is whole, and a copy of it. */
export function LibraryPanel() {
  const about = useAbout()
  const [folder, setFolder] = useState('')
  const [busy, setBusy] = useState<'verify' | 'backup' | 'choose'>()
  const [verified, setVerified] = useState<Verification>()
  const during = async (what: NonNullable<typeof busy>, work: () => Promise<void>) => {
    setBusy(what)
    await attempt(work)
    setBusy(undefined)
  }
  const choose = (to?: string) =>
    during('choose', async () => {
      const { library } = await host.ask('library.choose', to ? { folder: to } : {})
      if (library !== about?.library) {
        location.hash = '#/desk'
        location.reload()
      }
    })
  return (
    <div className="settings-page">
      <section>
        <h2>Folder</h2>
        <p>
          <code className="path">{about?.library}</code>
        </p>
        {inOwnWindow() ? (
          <Button isDisabled={!!busy} onPress={() => void choose()}>
            Choose another folder
          </Button>
        ) : (
          <form
            className="folder"
            onSubmit={(event) => {
              event.preventDefault()
              if (folder.trim()) void choose(folder.trim())
            }}
          >
            <TextField
              label="Another folder"
              hint="The library there is opened, or a new one made. The one open now stays as it is."
              value={folder}
              onChange={setFolder}
            />
            <Button type="submit" isDisabled={!folder.trim() || !!busy}>
              Open that library
            </Button>
          </form>
        )}
      </section>
      <section>
        <h2>Is it whole?</h2>
        <p className="grey">Walks every revision’s hash, every link of its history and every index.</p>
        <Button
          isDisabled={!!busy}
          onPress={() => void during('verify', async () => setVerified(await host.ask('library.verify', {})))}
        >
          {busy === 'verify' ? 'Verifying…' : 'Verify the library'}
        </Button>
        <div role="status">
          {verified && verified.damaged.length === 0 && (
            <p className="whole">
              Whole: {count(verified.revisions, 'revision')} of {count(verified.stories, 'story', 'stories')} checked.
            </p>
          )}
          {verified && verified.damaged.length > 0 && (
            <>
              <p className="refused">
                {count(verified.damaged.length, 'place is', 'places are')} damaged. Nothing was changed. Restore a
                backup, or export what you can still open.
              </p>
              <ul>
                {verified.damaged.map(({ slug, number, what }) => (
                  <li key={`${slug} ${number} ${what}`}>
                    <code>{slug}</code> r{number}: {what}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </section>
      <section>
        <h2>Backup</h2>
        <p className="grey">A whole copy of the library file, made while you work, beside it.</p>
        <Button
          isDisabled={!!busy}
          onPress={() =>
            void during('backup', async () => {
              const { file, bytes } = await host.ask('library.backup', {})
              say(`Backed up to ${file} (${(bytes / 1_000_000).toFixed(1)} MB).`, { kind: 'good' })
            })
          }
        >
          {busy === 'backup' ? 'Backing up…' : 'Back up now'}
        </Button>
      </section>
      {about && (
        <p className="grey">
          Writethru {about.version} · Node {about.node} · SQLite {about.sqlite} · {about.platform}
        </p>
      )}
    </div>
  )
}

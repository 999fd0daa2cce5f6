import { changeSettings, useSettings } from '../app/settings'
import { initialsOf } from '../desk'
import { count, Select, Switch } from '../ui'
import { KeptText } from './kept-text'

/** What belongs to the person at this desk. */
export function Personal() {
  const settings = useSettings()
  const { name, initials, theme, dialect, smartQuotes, spelling, singleKeys, zoom, words } = settings
  return (
    <div className="settings-page">
      <section>
        <h2>Who is at the desk</h2>
        <div className="pair">
          <KeptText
            label="Name"
            hint="It stands beside your decisions, remarks, revisions and releases."
            value={name}
            onKeep={(text) => {
              const trimmed = text.trim()
              const follow = initials === '' || initials === initialsOf(name)
              void changeSettings({ name: trimmed, ...(follow ? { initials: initialsOf(trimmed) } : {}) })
            }}
          />
          <KeptText
            label="Initials"
            value={initials}
            onKeep={(text) => void changeSettings({ initials: text.trim().slice(0, 8) })}
          />
        </div>
      </section>
      <section>
        <h2>The screen</h2>
        <div className="pair">
          <Select
            label="Theme"
            value={theme}
            onChange={(theme) => void changeSettings({ theme })}
            choices={[
              { id: 'system', title: 'As the system' },
              { id: 'light', title: 'Light' },
              { id: 'dark', title: 'Dark' },
            ]}
          />
          <Select
            label="Size"
            value={String(zoom)}
            onChange={(zoom) => void changeSettings({ zoom: Number(zoom) })}
            choices={[...new Set([0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, zoom])]
              .toSorted((a, b) => a - b)
              .map((size) => ({ id: String(size), title: `${Math.round(size * 100)} %` }))}
          />
        </div>
      </section>
      <section>
        <h2>Writing</h2>
        <Select
          label="English"
          value={dialect}
          onChange={(dialect) => void changeSettings({ dialect })}
          choices={[
            { id: 'en-GB', title: 'British' },
            { id: 'en-US', title: 'American' },
            { id: 'en-IN', title: 'Indian' },
          ]}
        />
        <Switch isSelected={smartQuotes} onChange={(smartQuotes) => void changeSettings({ smartQuotes })}>
          Curly quotation marks as I type
        </Switch>
        <Switch isSelected={spelling} onChange={(spelling) => void changeSettings({ spelling })}>
          Check spelling
          <small>Names in the story and its sources are accepted.</small>
        </Switch>
        <KeptText
          label="Your own words"
          hint={`One a line. ${count(words.length, 'word')} accepted beside the dictionary.`}
          lines="many"
          rows={5}
          value={words.join('\n')}
          onKeep={(text) =>
            void changeSettings({
              words: [...new Set(text.split('\n').map((word) => word.trim().slice(0, 80)))].filter(Boolean),
            })
          }
        />
      </section>
      <section>
        <h2>Keys</h2>
        <Switch isSelected={singleKeys} onChange={(singleKeys) => void changeSettings({ singleKeys })}>
          Single letters act outside text
          <small>
            J and K step through lists, A accepts, U undoes. Turn off when a screen reader or dictation needs them.
          </small>
        </Switch>
      </section>
    </div>
  )
}

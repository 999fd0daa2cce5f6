import { useMemo, useState } from 'react'
import { houseRules, type FindingLevel } from '@core/policy'
import { changePolicy, usePolicy } from '../app/policy'
import { SearchField, Select } from '../ui'
import { KeptText } from './kept-text'

const levels: { id: FindingLevel | 'off'; title: string }[] = [
  { id: 'block', title: 'Blocks' },
  { id: 'acknowledge', title: 'Must be acknowledged' },
  { id: 'note', title: 'Note' },
  { id: 'off', title: 'Off' },
]

/** The house's rules: each one's level, which may never be waived, and the wording of the credit line. */
export function HousePolicy() {
  const policy = usePolicy()
  const [typed, setTyped] = useState('')
  const all = useMemo(() => houseRules(), [])
  if (!policy) return null
  const shown = all.filter(({ id, title }) => `${id} ${title}`.toLowerCase().includes(typed.trim().toLowerCase()))
  const setLevel = (id: string, own: FindingLevel, level: FindingLevel | 'off') => {
    const { [id]: _, ...others } = policy.rules
    void changePolicy({ rules: level === own ? others : { ...others, [id]: level } })
  }
  const setNever = (id: string, never: boolean) =>
    void changePolicy({
      neverWaive: never ? [...policy.neverWaive, id] : policy.neverWaive.filter((other) => other !== id),
    })
  return (
    <div className="settings-page wide">
      <section>
        <h2>Wording</h2>
        <div className="pair">
          <KeptText
            label="Credit line"
            hint="{agencies} stands for the names, as in “AP and PTI”."
            value={policy.creditLine}
            onKeep={(creditLine) => void changePolicy({ creditLine })}
          />
          <Select
            label="English of the house"
            value={policy.dialect}
            onChange={(dialect) => void changePolicy({ dialect })}
            choices={[
              { id: 'en-GB', title: 'British' },
              { id: 'en-US', title: 'American' },
              { id: 'en-IN', title: 'Indian' },
            ]}
          />
          <Select
            label="Insertions in quotations"
            value={policy.quoteInsertions}
            onChange={(quoteInsertions) => void changePolicy({ quoteInsertions })}
            choices={[
              { id: 'square', title: 'Square brackets [ ]' },
              { id: 'round', title: 'Round brackets ( )' },
            ]}
          />
        </div>
        <p className="grey">As it reads: {policy.creditLine.replace('{agencies}', 'AP and Reuters')}</p>
      </section>
      <section>
        <h2>Sign-off</h2>
        <Select
          label="Second read"
          value={policy.secondRead}
          onChange={(secondRead) => void changePolicy({ secondRead })}
          choices={[
            { id: 'off', title: 'Not asked for' },
            { id: 'asked', title: 'By somebody else than the one who signs' },
          ]}
        />
        <p className="grey">Whoever is alone on the desk says so and why; the release keeps it.</p>
      </section>
      <section>
        <h2>Rules</h2>
        <div className="rule-search">
          <SearchField label="Find a rule" value={typed} onChange={setTyped} />
        </div>
        <table className="rules">
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">What it asks</th>
              <th scope="col">Level</th>
              <th scope="col">Waiver</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, title, level, source }) => {
              const set = policy.rules[id] ?? level
              return (
                <tr key={id} className={set === 'off' ? 'off' : ''}>
                  <td>
                    <code>{id}</code>
                  </td>
                  <td>
                    {title}
                    <span className="grey"> {source}</span>
                  </td>
                  <td>
                    <Select
                      label={`Level of ${id}`}
                      labelled="hidden"
                      value={set}
                      onChange={(next) => setLevel(id, level, next)}
                      choices={levels.map((choice) =>
                        choice.id === level ? { ...choice, title: `${choice.title} (default)` } : choice,
                      )}
                    />
                  </td>
                  <td>
                    <Select
                      label={`Waiver of ${id}`}
                      labelled="hidden"
                      value={policy.neverWaive.includes(id) ? 'never' : 'reason'}
                      onChange={(choice) => setNever(id, choice === 'never')}
                      choices={[
                        { id: 'reason', title: 'With a reason' },
                        { id: 'never', title: 'Never' },
                      ]}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        {shown.length === 0 && (
          <p className="grey">No rule is called that. Empty the search to see all {all.length}.</p>
        )}
      </section>
    </div>
  )
}

import { Download, FolderDown, GitCompareArrows, Printer } from 'lucide-react'
import type { AttributionReport, Release } from '@core/record'
import { inOwnWindow } from '../host'
import { formatWords } from '../app/download'
import { go } from '../navigation'
import { AgencyCode, Button, CommandButton, ShareBar, StateMark, count, fullTime, say, shortTime } from '../ui'
import { WordDiff, type OpenStory, type StoryNow } from '../story'
import { takeAll, takeFile } from './release-files'
import { kindTitles } from './sign-off'

/** A release in full: who signed what, its files with their hashes, and the attribution report. */
export function ReleaseReport({ story, now, release }: { story: OpenStory; now: StoryNow; release: Release }) {
  const { kind, revision, at, by, note, reader, readAlone, proposed, changes, report, waived } = release
  return (
    <article className="release" aria-label={`Release r${revision}`}>
      <header>
        <h2>
          {kindTitles[kind]} <span className="grey">r{revision}</span>
        </h2>
        <p>
          Signed by <b>{by}</b>, {fullTime(at)}
          {reader ? `; read by ${reader}` : ''}
          {readAlone ? `; read alone: ${readAlone}` : ''}.
        </p>
        {note && <p className="release-note">{note}</p>}
        {proposed && (
          <p className="grey">
            The changes looked like {proposed.kind === 'correction' ? 'a correction' : 'an update'} ({proposed.why}){' '}
            {by}: {proposed.reason}
          </p>
        )}
        <div className="release-actions">
          <Button
            kind="primary"
            icon={inOwnWindow() ? <FolderDown size={15} /> : <Download size={15} />}
            onPress={() => void takeAll(release, now.card.slug)}
          >
            {inOwnWindow() ? 'Save the files…' : 'Download all'}
          </Button>
          <Button
            icon={<GitCompareArrows size={15} />}
            onPress={() => go({ screen: 'compare', story: story.id, old: String(revision), new: 'draft' })}
          >
            Compare with the draft
          </Button>
          <CommandButton command="story.print" icon={<Printer size={15} />}>
            Print the report
          </CommandButton>
        </div>
      </header>
      <Files release={release} />
      {changes && changes.length > 0 && (
        <section aria-label="What was changed">
          <h3>What was changed</h3>
          <ul className="told">
            {changes.map((one) => (
              <li key={`${one.old} ${one.new}`}>
                <WordDiff label={one.facts.join(', ')} old={one.old} now={one.new} />
                <span className="grey">{one.facts.join(', ')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {report ? (
        <Report report={report} />
      ) : (
        <p className="grey">This release was made by an earlier version, which kept no attribution report.</p>
      )}
      <LetThrough waived={waived} />
      {report && (
        <section aria-label="Not checked">
          <h3>Not checked</h3>
          <ul className="lines">
            {report.notChecked.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}

function Files({ release }: { release: Release }) {
  const copy = async (hash: string) => {
    await navigator.clipboard.writeText(hash)
    say('The hash is on the clipboard.')
  }
  return (
    <section aria-label="Files">
      <h3>Files</h3>
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Format</th>
            <th scope="col" className="number">
              Size
            </th>
            <th scope="col">SHA-256</th>
            <th scope="col">
              <span className="visually-hidden">Take it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {release.files.map(({ name, format, bytes, sha256 }) => (
            <tr key={name}>
              <td className="mono">{name}</td>
              <td>{formatWords[format]}</td>
              <td className="number">{sizeOf(bytes)}</td>
              <td>
                <button
                  type="button"
                  className="hash mono"
                  title={`${sha256} Copy it`}
                  aria-label={`SHA-256 of ${name}: ${sha256}. Copy it`}
                  onClick={() => void copy(sha256)}
                >
                  {sha256.slice(0, 12)}…{sha256.slice(-4)}
                </button>
              </td>
              <td>
                <Button
                  size="small"
                  kind="quiet"
                  aria-label={`Download ${name}`}
                  icon={<Download size={14} />}
                  onPress={() => void takeFile(release, name)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function sizeOf(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} kB`
}

function Report({ report }: { report: AttributionReport }) {
  const sourceOf = (id: string) => report.sources.find((source) => source.id === id)
  return (
    <>
      <section aria-label="Quotations">
        <h3>
          Quotations <span className="grey">{report.quotations.length}</span>
        </h3>
        {report.quotations.length === 0 ? (
          <p className="grey">The story quotes nobody.</p>
        ) : (
          <table className="report-table quotations">
            <thead>
              <tr>
                <th scope="col">Words</th>
                <th scope="col">Speaker</th>
                <th scope="col">Source</th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              {report.quotations.map(({ words, speaker, state, places, sources, by, at }) => (
                <tr key={words}>
                  <td>
                    <span className="quoted">“{words}”</span>
                    {places > 1 && <span className="grey"> {count(places, 'place')}</span>}
                  </td>
                  <td>{speaker ?? <span className="grey">Nobody named</span>}</td>
                  <td>
                    {sources.length === 0 ? (
                      <span className="grey">None</span>
                    ) : (
                      sources.map((id) => <SourceName key={id} source={sourceOf(id)} />)
                    )}
                  </td>
                  <td>
                    <StateMark state={state} />
                    {by && (
                      <span className="grey" title={at ? fullTime(at) : ''}>
                        {by}
                        {at ? `, ${shortTime(at)}` : ''}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section aria-label="Sources">
        <h3>
          Sources <span className="grey">{report.sources.length}</span>
        </h3>
        {report.sources.length === 0 ? (
          <p className="grey">Published without sources on file.</p>
        ) : (
          <>
            <div className="report-shares">
              <ShareBar shares={report.shares} />
            </div>
            <table className="report-table">
              <tbody>
                {report.sources.map((source) => (
                  <tr key={source.id}>
                    <td>
                      <SourceName source={source} />
                    </td>
                    <td>{source.headline ?? ''}</td>
                    <td className="grey">{source.at ? shortTime(source.at) : ''}</td>
                    <td className="mono grey" title={source.sha256}>
                      {source.sha256.slice(0, 12)}…
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </section>
      {report.credits.length > 0 && (
        <section aria-label="Credits">
          <h3>Credits</h3>
          <ul className="lines">
            {report.credits.map(({ agency, words, verdict }) => (
              <li key={`${agency} ${words} ${verdict}`}>
                {agency && <AgencyCode agency={agency} />} {words ? `“${words}”` : 'No credit'}
                <span className="grey"> {creditWords[verdict]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const creditWords: Record<AttributionReport['credits'][number]['verdict'], string> = {
  right: 'as the evidence asks',
  missing: 'missing',
  'too-weak': 'weaker than what was taken',
  unused: 'nothing of it was found',
}

function SourceName({ source }: { source: AttributionReport['sources'][number] | undefined }) {
  if (!source) return <span className="grey">A source that was detached</span>
  return (
    <span className="source-named">
      {source.agency && <AgencyCode agency={source.agency} />} <code>{source.slug ?? source.headline ?? 'Source'}</code>
      {source.version && <span className="grey"> v{source.version}</span>}
    </span>
  )
}

const letThroughAs = { waive: 'Waived', acknowledge: 'Acknowledged', 'wrong-alarm': 'Wrong alarm' } as const

function LetThrough({ waived }: { waived: Release['waived'] }) {
  return (
    <section aria-label="Let through">
      <h3>
        Let through <span className="grey">{waived.length}</span>
      </h3>
      {waived.length === 0 ? (
        <p className="grey">Nothing was waived or acknowledged.</p>
      ) : (
        <ul className="lines">
          {waived.map(({ rule, message, by, reason, as = 'waive', at }) => (
            <li key={`${rule} ${message}`}>
              <code>{rule}</code> {message}
              <span className="grey" title={at ? fullTime(at) : ''}>
                {' '}
                {letThroughAs[as]} by {by}
                {at ? `, ${shortTime(at)}` : ''}
                {reason ? `: ${reason}` : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

import { ArrowLeft } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import type { Assessment } from '@core/analysis'
import type { Range } from '@core/manuscript'
import type { SentenceOrigin } from '@core/provenance'
import { versionName, type Source } from '@core/record'
import { isEmbargoed, WireFacts, WireWarnings } from '../basket'
import { AgencyCode, Button, EmptyState, attempt, fullTime, say, ShareBar, shortTime } from '../ui'
import { useStoryView } from './desk-view'
import { Origin } from './origins'
import { sourceName } from './source-words'

/** What an item that may not simply be used says of itself. */
const statusWords: Record<string, string> = {
  killed: 'The agency killed this item.',
  withheld: 'The agency withholds this item.',
  corrected: 'This item corrects an earlier one.',
}

/** The sources of the story; a chosen one is shown with its used passages lit. */
export function SourcesPanel() {
  const { now, chosen, choose, open } = useStoryView()
  const source = chosen?.kind === 'source' ? now.sources.find(({ id }) => id === chosen.id) : undefined
  if (source) {
    return (
      <SourceReader
        key={source.id}
        source={source}
        {...(chosen?.kind === 'source' && chosen.range ? { at: chosen.range } : {})}
        {...(chosen?.kind === 'source' && chosen.sentence ? { sentence: chosen.sentence } : {})}
      />
    )
  }
  return (
    <>
      <div className="panel-head row">
        <Button
          size="small"
          kind={now.sources.length === 0 ? 'primary' : 'plain'}
          onPress={() => open({ kind: 'attach' })}
        >
          Attach a source
        </Button>
        {now.known && now.known.assessment.provenance.shares.length > 0 && (
          <ShareBar shares={now.known.assessment.provenance.shares} />
        )}
      </div>
      {now.sources.length === 0 && (
        <EmptyState size="small" title="No sources">
          Attach the wire this story was made from: paste it, or drop the file here. Then every sentence and quotation
          is held against it.
        </EmptyState>
      )}
      <ul className="panel-list" aria-label="Sources">
        {now.sources.map((one) => (
          <li key={one.id} className="panel-row">
            <button type="button" className="row-main" onClick={() => choose({ kind: 'source', id: one.id })}>
              <span className="row-line">
                {one.agency && <AgencyCode agency={one.agency} />}
                <b className="row-name">{one.headline ?? one.slug ?? one.file ?? 'Source'}</b>
              </span>
              {now.known && <span className="grey">{takenWords(usedPassages(now.known.assessment, one.id), one)}</span>}
              <span className="grey">
                {[one.slug, one.version && versionName(one.version), one.at && shortTime(one.at)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {one.status && statusWords[one.status] && <span className="fact-note">{statusWords[one.status]}</span>}
              {isEmbargoed(one) && <span className="fact-note">Embargo until {fullTime(one.embargo!)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function SourceReader({ source, at, sentence }: { source: Source; at?: Range; sentence?: SentenceOrigin }) {
  const { now, story, choose } = useStoryView()
  const { known } = now
  const text = useRef<HTMLDivElement>(null)
  const used = useMemo(() => (known ? usedPassages(known.assessment, source.id) : []), [known, source.id])
  const [start, end] = [at?.start, at?.end]
  useEffect(() => {
    text.current?.querySelector('[data-at]')?.scrollIntoView({ block: 'center' })
  }, [start, end])
  const detach = async () => {
    if ((await attempt(async () => (await story.detachSource(source.id), true))) !== true) return
    choose(undefined)
    say(`${sourceName(source)} was detached.`, {
      action: { label: 'Undo', run: () => void attempt(() => story.reattachSource(source.id)) },
    })
  }
  const jump = (range: Range | undefined) => {
    const there = range && known && story.rangeNow(known.of, range)
    if (there) story.show(there)
  }
  return (
    <section className="source-reader" aria-label={sourceName(source)}>
      <div className="panel-head row">
        <Button size="small" kind="quiet" icon={<ArrowLeft size={14} />} onPress={() => choose(undefined)}>
          Sources
        </Button>
        <span className="spring" />
        <Button size="small" kind="quiet" onPress={() => void detach()}>
          Detach
        </Button>
      </div>
      <h3 className="source-name">
        {source.agency && <AgencyCode agency={source.agency} />}{' '}
        {source.headline ?? source.slug ?? source.file ?? 'Source'}
      </h3>
      <WireWarnings item={source} />
      <WireFacts item={source} also={[['Attached', `${source.attachedBy}, ${shortTime(source.attachedAt)}`]]} />
      {known && sentence && (
        <div className="asked-origin">
          <Origin
            sentence={sentence}
            of={known.of}
            sources={now.sources}
            onPassage={(id, range) => choose({ kind: 'source', id, range, sentence })}
          />
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text that scrolls by key */}
      <div className="source-text" ref={text} tabIndex={0} role="document" aria-label="Text of the source">
        {pieces(source.text, used, at).map(({ start, text, lit, here, to }) =>
          lit ? (
            // A button would stand as a box in its line; a passage runs on with the text.
            <span
              key={start}
              role="button"
              tabIndex={0}
              className={`used used-${lit}`}
              title="Show in the story"
              {...(here ? { 'data-at': '' } : {})}
              onClick={() => jump(to)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return
                event.preventDefault()
                event.stopPropagation()
                jump(to)
              }}
            >
              {text}
            </span>
          ) : (
            <span key={start} {...(here ? { 'data-at': '' } : {})}>
              {text}
            </span>
          ),
        )}
      </div>
    </section>
  )
}

/** How much of a source the story uses: its words in passages that sentences stand on. */
function takenWords(used: readonly Used[], { text }: Source): string {
  let taken = 0
  let done = 0
  for (const { start, end } of used) {
    taken += Math.max(0, end - Math.max(start, done))
    done = Math.max(done, end)
  }
  if (taken === 0) return 'Nothing of it is in the story'
  return `${Math.max(1, Math.round((taken / Math.max(1, text.length)) * 100))} % of it is in the story`
}

interface Used extends Range {
  kind: 'verbatim' | 'light' | 'heavy'
  to: Range
}

/** The passages of a source that the story's sentences stand on, and reused runs between them. */
function usedPassages({ provenance }: Assessment, source: string): Used[] {
  const fromSentences = provenance.sentences.flatMap(({ start, end, level, from }) =>
    level === 'original'
      ? []
      : from
          .filter((passage) => passage.source === source)
          .map((passage) => ({ start: passage.start, end: passage.end, kind: level, to: { start, end } })),
  )
  const taken = (at: Range) => fromSentences.some(({ start, end }) => start < at.end && at.start < end)
  const fromSpans = provenance.spans
    .filter((span) => span.source === source)
    .map(({ sourceStart, sourceEnd, kind, start, end }) => ({
      start: sourceStart,
      end: sourceEnd,
      kind,
      to: { start, end },
    }))
    .filter((span) => !taken(span))
  return [...fromSpans, ...fromSentences].sort((a, b) => a.start - b.start || b.end - a.end)
}

/** A source's text cut where a used passage begins or ends; where passages overlap the first one stands. */
function pieces(text: string, used: readonly Used[], at: Range | undefined) {
  const cut: { start: number; text: string; lit?: Used['kind']; here: boolean; to?: Range }[] = []
  let done = 0
  const isHere = (start: number, end: number) => at !== undefined && start < at.end && at.start < end
  for (const { start, end, kind, to } of used) {
    const from = Math.max(start, done)
    if (from >= end) continue
    if (from > done) cut.push({ start: done, text: text.slice(done, from), here: isHere(done, from) })
    cut.push({ start: from, text: text.slice(from, end), lit: kind, here: isHere(from, end), to })
    done = end
  }
  if (done < text.length) cut.push({ start: done, text: text.slice(done), here: isHere(done, text.length) })
  return cut
}

import { useEffect, useState, useSyncExternalStore } from 'react'
import { acceptedFiles } from '@core/formats'
import type { FileBytes, ImportOutcome } from '@contract/index'
import { host, inOwnWindow } from '../host'
import { go } from '../navigation'
import { batchesOf } from './import-batches'
import { attempt, Button, count, Dialog, Progress, say } from '../ui'

interface Importing {
  running: { done: number; total: number; file: string } | undefined
  /** What the last import brought, while its report is open. */
  report: readonly ImportOutcome[]
  /** Stories that came in last, for the desk to select. */
  arrived: readonly string[]
}

let state: Importing = { running: undefined, report: [], arrived: [] }
const listeners = new Set<() => void>()
const set = (change: Partial<Importing>) => {
  state = { ...state, ...change }
  for (const listen of listeners) listen()
}

/** What is being imported, and what came of it. */
export function useImporting(): Importing {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    () => state,
  )
}

// How far the files that were brought in together are; the host tells of one batch at a time.
let together = { before: 0, total: 0 }

/** Brings files in as stories, reporting what was doubtful or refused. */
export async function importFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return
  const outcomes: ImportOutcome[] = []
  for (const batch of batchesOf(files)) {
    together = { before: outcomes.length, total: files.length }
    set({ running: { done: outcomes.length, total: files.length, file: batch[0]!.name } })
    const came = await attempt(async () => {
      const given: FileBytes[] = await Promise.all(
        batch.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      )
      return host.ask('import.files', { files: given })
    })
    // What was told as an error already needs no second telling; what came in before it is told.
    if (!came) break
    outcomes.push(...came)
  }
  together = { before: 0, total: 0 }
  set({ running: undefined })
  tell(outcomes)
}

/** Asks for files: the host where it can, else the page. */
export async function pickFiles(): Promise<void> {
  if (!inOwnWindow()) {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.accept = acceptedFiles
    // In the page while the browser's dialog is open: an input that stands nowhere may be gone before the answer comes.
    input.hidden = true
    const files = new Promise<File[]>((resolve) => {
      input.addEventListener('change', () => resolve([...(input.files ?? [])]))
      input.addEventListener('cancel', () => resolve([]))
    })
    document.body.append(input)
    input.click()
    void importFiles(await files.finally(() => input.remove()))
    return
  }
  const outcomes = await attempt(() => host.ask('import.pick', {}))
  set({ running: undefined })
  if (outcomes?.length) tell(outcomes)
}

/** Shows what an import brought: one clean file in a line, anything else as a report. */
export function tell(outcomes: readonly ImportOutcome[]): void {
  const arrived = outcomes.flatMap((outcome) => ('card' in outcome ? [outcome.card.id] : []))
  set({ arrived })
  const [only] = outcomes
  if (outcomes.length === 1 && only && 'card' in only && only.remarks.length === 0) {
    const { id, slug } = only.card
    say(`${only.file} is in as ${slug}.`, {
      kind: 'good',
      action: { label: 'Open', run: () => go({ screen: 'story', story: id }) },
    })
  } else if (outcomes.length > 0) set({ report: outcomes })
}

/** Progress while files are read, the report when they are, and the drop target over the whole window. */
export function Imports() {
  const { running, report } = useImporting()
  const over = useDrop()
  useEffect(() => {
    const offs = [
      host.on('import.progress', ({ file, ...batch }) => {
        const { before, total } = together.total > 0 ? together : { before: 0, total: batch.total }
        const done = before + batch.done
        set({ running: done < total ? { done, total, file } : undefined })
      }),
      host.on('files.opened', ({ outcomes }) => tell(outcomes)),
    ]
    return () => {
      for (const off of offs) off()
    }
  }, [])
  return (
    <>
      {over && (
        <div className="drop-over" aria-hidden>
          <p>Drop to bring in as stories</p>
        </div>
      )}
      {running && (
        <div className="importing" role="status">
          <span>Reading {running.file}</span>
          <Progress label="Import" done={running.done} total={running.total} />
        </div>
      )}
      {report.length > 0 && <Report outcomes={report} onClose={() => set({ report: [] })} />}
    </>
  )
}

function useDrop(): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent) => {
      if (event.defaultPrevented || !holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (!event.relatedTarget) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (event.defaultPrevented || !holdsFiles(event)) return
      event.preventDefault()
      void importFiles([...(event.dataTransfer?.files ?? [])])
    }
    addEventListener('dragover', onOver)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onOver)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', onDrop)
    }
  }, [])
  return over
}

function Report({ outcomes, onClose }: { outcomes: readonly ImportOutcome[]; onClose: () => void }) {
  const good = outcomes.filter((outcome) => 'card' in outcome)
  const refused = outcomes.length - good.length
  const only = good.length === 1 ? good[0] : undefined
  const open = (story: string) => {
    onClose()
    go({ screen: 'story', story })
  }
  const merge = (story: string, tip: string) => {
    onClose()
    go({ screen: 'merge', story, tip })
  }
  return (
    <Dialog
      title={`${count(good.length, 'story', 'stories')} in${refused ? `, ${count(refused, 'file')} refused` : ''}`}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Close</Button>
          {only && (
            <Button kind="primary" autoFocus onPress={() => open(only.card.id)}>
              Open {only.card.slug}
            </Button>
          )}
        </>
      }
    >
      <ul className="import-report">
        {outcomes.map((outcome, index) => (
          <li key={`${outcome.file}-${index}`}>
            <strong>{outcome.file}</strong>
            {'card' in outcome ? (
              <>
                <Button size="small" kind="quiet" onPress={() => open(outcome.card.id)}>
                  <code>{outcome.card.slug}</code>
                </Button>
                <span className="grey">{count(outcome.blocks, 'block')}</span>
                {outcome.remarks.map((remark) => (
                  <p key={remark}>{remark}</p>
                ))}
                {outcome.waits !== undefined && (
                  <Button size="small" onPress={() => merge(outcome.card.id, outcome.waits!)}>
                    Merge now
                  </Button>
                )}
              </>
            ) : (
              <p className="refused" role="alert">
                {outcome.error.message}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

import './publish.css'
import { ArrowLeft, ClipboardCopy } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { undo } from 'prosemirror-history'
import { schema, type Manuscript } from '@core/manuscript'
import type { ReleaseKind } from '@core/record'
import { deskName, useSettings } from '../app/settings'
import { matches, useCommands } from '../commands/registry'
import { go } from '../navigation'
import { AskText, Button, CommandButton, Screen, Segments, TitleBar, attempt, say } from '../ui'
import {
  applyFix,
  CopyClean,
  settle,
  showInStory,
  undoLastMove,
  useConsideration,
  useStoryNow,
  WithStory,
  type OpenStory,
} from '../story'
import type { FindingMoves } from './finding-row'
import { GateList } from './gate-list'
import { obstacles as obstaclesTo, type Signing } from './obstacles'
import { saveFiles } from './release-files'
import { ReleasesView } from './releases-view'
import { SignOff } from './sign-off'
import { useGate } from './use-gate'
import { useReleaseForm } from './use-release-form'
import { host, inOwnWindow } from '../host'

type View = 'gate' | 'releases'

// Where one was on each story's publish screen, and with which draft: after an edit one comes to sign anew.
const views = new Map<string, { view: View; of: Manuscript }>()

const viewAt = ({ id, state }: OpenStory): View => {
  const last = views.get(id)
  return last?.of === state.doc ? last.view : 'gate'
}

/** The Publish screen: what stands in the way, the sign-off, and every release with its report. */
export function PublishScreen({ story }: { story: string }) {
  return (
    <WithStory story={story} label="Publish">
      {(opened) => <Publishing key={story} story={opened} />}
    </WithStory>
  )
}

type Asking = { as: 'waive' | 'wrong-alarm'; finding: Parameters<typeof settle>[1] } | 'copy'

function Publishing({ story }: { story: OpenStory }) {
  const now = useStoryNow(story)
  const settings = useSettings()
  const gate = useGate(story.id, now)
  const { form, change, clear } = useReleaseForm(story.id)
  const { consideration, behind } = useConsideration(story, now)
  const [view, setView] = useState<View>(() => viewAt(story))
  const [release, setRelease] = useState<string>()
  const [asking, setAsking] = useState<Asking>()
  const [busy, setBusy] = useState(false)
  const { known, releases, card } = now

  const last = releases[0]
  const kind: ReleaseKind = !last ? 'first' : (form.kind ?? consideration?.since?.proposal.kind ?? 'update')
  const signing: Signing = {
    kind,
    form,
    formats: settings.formats.length,
    blocks: gate.blocks.length,
    current: gate.current && !behind,
    saved: now.save.kind !== 'failed',
    signer: settings.name,
    consideration,
    policy: now.policy,
  }
  const inTheWay = obstaclesTo(signing)

  const show = (next: View) => {
    views.set(story.id, { view: next, of: story.state.doc })
    setView(next)
  }
  useEffect(() => {
    document.title = `Publish ${card.slug} · Writethru`
  }, [card.slug])

  /** A ruling has a name: without one it is asked for first. */
  const named = (): boolean => {
    if (settings.name.trim()) return true
    document.querySelector<HTMLElement>('.signer-name input')?.focus()
    say('Say who you are first: a ruling is kept with a name.')
    return false
  }
  const undoMove = () =>
    say(undoLastMove(story) ? 'The last ruling was taken back.' : 'There is no ruling to take back.')
  const moves: FindingMoves = {
    fix: (finding, at) => {
      const fix = finding.fix?.[at]
      if (!fix || !known) return
      applyFix(story, known.of, fix)
      say(`Fixed: ${fix.label ?? fix.text.trim()}.`, {
        action: { label: 'Undo', run: () => undo(story.state, (tr) => story.dispatch(tr)) },
      })
    },
    acknowledge: (finding) => {
      if (named()) settle(story, finding, 'acknowledge')
    },
    waive: (finding) => {
      if (named()) setAsking({ as: 'waive', finding })
    },
    wrongAlarm: (finding) => {
      if (named()) setAsking({ as: 'wrong-alarm', finding })
    },
    goTo: (finding) => {
      const { start, end, rule, cause, message } = finding
      const range =
        known && start !== undefined && end !== undefined ? story.rangeNow(known.of, { start, end }) : undefined
      showInStory(story, {
        message,
        chosen: { kind: 'finding', rule, cause },
        ...(range ? { range } : {}),
        back: { title: 'Back to publishing', place: { screen: 'publish', story: story.id } },
      })
    },
  }

  const publish = async () => {
    const [first] = inTheWay
    if (busy) return
    if (first) return void say(`${first.message} Nothing was published.`)
    setBusy(true)
    // Signing acknowledges what the button names; each is on the record with the signer's name.
    if (kind !== 'kill') for (const finding of gate.toAcknowledge) settle(story, finding, 'acknowledge')
    const signed = await attempt(() =>
      story.publish({
        kind,
        note: form.note.trim(),
        formats: settings.formats,
        ...(form.kindReason.trim() ? { kindReason: form.kindReason.trim() } : {}),
        ...(form.reader.trim() ? { reader: form.reader.trim() } : {}),
        ...(form.readAlone.trim() ? { readAlone: form.readAlone.trim() } : {}),
      }),
    )
    setBusy(false)
    if (!signed) return
    clear()
    setRelease(signed.id)
    show('releases')
    say(`Published as r${signed.revision}.`, { kind: 'good' })
    if (inOwnWindow() && settings.releaseFolder) await attempt(() => saveFiles(signed, settings.releaseFolder))
  }

  const inGate = view === 'gate'
  const step = (direction: 1 | -1) => () => {
    if (!inGate) {
      const at = releases.findIndex(({ id }) => id === (release ?? releases[0]?.id))
      const next = releases[Math.max(0, Math.min(releases.length - 1, at + direction))]
      if (next) setRelease(next.id)
      return
    }
    const { selected, visible } = gate
    const at = selected ? visible.indexOf(selected) : -1
    const next = visible[Math.max(0, Math.min(visible.length - 1, at + direction))]
    if (next) gate.select(next)
  }
  const onSelected = (run: (finding: NonNullable<typeof gate.selected>) => void) => () => {
    if (gate.selected) run(gate.selected)
  }
  const level = inGate ? gate.selected?.level : undefined
  const never = gate.selected !== undefined && now.policy.neverWaive.includes(gate.selected.rule)
  useCommands([
    {
      id: 'publish.sign',
      title: 'Sign and publish',
      group: 'Story',
      keys: ['Mod-Enter'],
      enabled: inGate,
      run: () => void publish(),
    },
    { id: 'list.next', title: 'Next in the list', group: 'Go', keys: ['j'], run: step(1) },
    { id: 'list.previous', title: 'Previous in the list', group: 'Go', keys: ['k'], run: step(-1) },
    {
      id: 'publish.acknowledge',
      title: 'Acknowledge the finding',
      group: 'Review',
      keys: ['a'],
      enabled: level === 'acknowledge' || level === 'note',
      run: onSelected(moves.acknowledge),
    },
    {
      id: 'publish.waive',
      title: 'Waive the finding',
      group: 'Review',
      keys: ['w'],
      enabled: level === 'block' && !never,
      run: onSelected(moves.waive),
    },
    {
      id: 'publish.wrong-alarm',
      title: 'Call the finding a wrong alarm',
      group: 'Review',
      keys: ['x'],
      enabled: level !== undefined,
      run: onSelected(moves.wrongAlarm),
    },
    { id: 'decide.undo', title: 'Take back the last decision', group: 'Review', keys: ['u'], run: undoMove },
    {
      id: 'publish.releases',
      title: inGate ? 'Releases' : 'What stands in the way',
      group: 'Go',
      keys: ['r'],
      run: () => show(inGate ? 'releases' : 'gate'),
    },
    {
      id: 'publish.note',
      title: 'To the note',
      group: 'Go',
      keys: ['n'],
      enabled: inGate && !!last,
      run: () => document.querySelector<HTMLElement>('.sign-off textarea')?.focus(),
    },
    {
      id: 'story.copy-clean',
      title: 'Copy clean',
      group: 'Story',
      keys: ['F9'],
      run: () => setAsking('copy'),
    },
    {
      id: 'story.print',
      title: 'Print the report',
      group: 'File',
      keys: ['Mod-p'],
      enabled: !inGate && !!last,
      run: () =>
        void attempt(async () => {
          const { printed } = await host.ask('host.print', {})
          if (!printed) window.print()
        }),
    },
    {
      id: 'go.back',
      title: 'Back to the story',
      group: 'Go',
      keys: ['Escape'],
      run: () => {
        const { activeElement } = document
        // Escape leaves a field first.
        if (activeElement instanceof HTMLElement && /^(?:INPUT|TEXTAREA)$/.test(activeElement.tagName))
          return document.getElementById('screen')?.focus()
        go({ screen: 'story', story: story.id })
      },
    },
  ])
  useSigningKey(inGate, () => void publish())
  useFocusOnFinding(gate.selected)

  const close = () => setAsking(undefined)
  return (
    <Screen label="Publish" className="publish-screen">
      <TitleBar
        title={
          <>
            Publish <span className="mono">{card.slug}</span>
          </>
        }
        left={
          <Button
            kind="quiet"
            aria-label="Back to the story"
            keys="Escape"
            icon={<ArrowLeft size={16} />}
            onPress={() => go({ screen: 'story', story: story.id })}
          />
        }
      >
        <Segments<View>
          label="View"
          value={view}
          onChange={show}
          choices={[
            { id: 'gate', title: 'Sign-off' },
            { id: 'releases', title: 'Releases', count: releases.length },
          ]}
        />
        <span className="spring" />
        <CommandButton command="story.copy-clean" icon={<ClipboardCopy size={15} />}>
          Copy clean
        </CommandButton>
      </TitleBar>
      {inGate ? (
        <div className="publish-columns">
          <div className="publish-main">
            <GateList story={story} now={now} gate={gate} moves={moves} />
          </div>
          <SignOff
            story={story}
            signing={signing}
            change={change}
            onPutNote={(note) => putCorrection(story, note)}
            obstacles={inTheWay}
            toAcknowledge={gate.toAcknowledge.length}
            killedIn={last?.kind === 'kill' ? last.revision : undefined}
            busy={busy}
            onPublish={() => void publish()}
          />
        </div>
      ) : (
        <ReleasesView story={story} now={now} chosen={release} onChoose={setRelease} />
      )}
      {asking === 'copy' && <CopyClean story={story} onClose={close} />}
      {asking && asking !== 'copy' && (
        <AskText
          title={asking.as === 'waive' ? 'Waive' : 'Wrong alarm'}
          label="Reason"
          hint={
            asking.as === 'waive'
              ? `${asking.finding.message} The release keeps the reason, with the name ${deskName()}.`
              : `${asking.finding.message} The rule is mistaken here; it stays quiet on these words.`
          }
          action={asking.as === 'waive' ? 'Waive' : 'Record as a wrong alarm'}
          onClose={close}
          onDone={(reason) => {
            settle(story, asking.finding, asking.as, reason)
            return undefined
          }}
        />
      )}
    </Screen>
  )
}

/** Signs by key from every control: a button that has the focus would take Enter for itself. */
function useSigningKey(on: boolean, sign: () => void) {
  const latest = useRef(sign)
  // Before the screen is painted: who sees the button open may press its key.
  useLayoutEffect(() => {
    latest.current = sign
  })
  useLayoutEffect(() => {
    if (!on) return
    const onKey = (event: KeyboardEvent) => {
      if (!matches(event, 'Mod-Enter') || event.isComposing || document.querySelector('[data-modal]')) return
      event.preventDefault()
      event.stopPropagation()
      latest.current()
    }
    addEventListener('keydown', onKey, { capture: true })
    return () => removeEventListener('keydown', onKey, { capture: true })
  }, [on])
}

/** The row in hand has the focus while the focus is in the list, or nowhere. */
function useFocusOnFinding(selected: { rule: string; cause: string } | undefined) {
  const key = selected && `${selected.rule} ${selected.cause}`
  useEffect(() => {
    const { activeElement } = document
    const free =
      !activeElement ||
      activeElement === document.body ||
      activeElement.id === 'screen' ||
      activeElement.closest('.gate')
    if (key && free) document.querySelector<HTMLElement>('[data-finding="in-hand"]')?.focus()
  }, [key])
}

/** Writes a correction line at the end of the story, or in place of the one that stands there. */
function putCorrection(story: OpenStory, note: string) {
  const words = /^correction\b/i.test(note) ? note : `Correction: ${note}`
  const { state } = story
  const { lastChild } = state.doc
  const node = schema.node('correction', null, [schema.text(words.replace(/\s*\n\s*/g, ' '))])
  const end = state.doc.content.size
  const from = lastChild?.type.name === 'correction' ? end - lastChild.nodeSize : end
  story.dispatch(state.tr.replaceWith(from, end, node))
  say('The note stands at the end of the story.', {
    action: { label: 'Undo', run: () => undo(story.state, (tr) => story.dispatch(tr)) },
  })
}

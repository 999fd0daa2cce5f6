import { useEffect, useRef } from 'react'
import type { Finding } from '@core/policy'
import type { Utterance } from '@core/analysis'
import { Kbd } from '../ui'
import { applyFix } from './apply-fix'
import { settle } from './decisions'
import { useStoryView } from './desk-view'
import { lostOf, LostWords } from './lost-words'
import { needs } from './quotation-list'
import { BlockCard, UtteranceCard } from './hover-card'
import { useSpelling } from './use-spelling'
import { useQuotationMoves } from './use-quotation-moves'
import { plainText, toOffset, toPosition } from '@core/manuscript'

interface Fix {
  title: string
  run: () => void
}

/** What can be done about the place the caret is in. Digits choose, Escape returns to the caret. */
export function FixesCard() {
  const { story, now, open } = useStoryView()
  const { known } = now
  const moves = useQuotationMoves()
  const spelling = useSpelling(story)
  const box = useRef<HTMLDivElement>(null)
  const { from, to } = story.state.selection
  const close = () => {
    open(undefined)
    story.view?.focus()
  }
  useEffect(() => {
    box.current?.querySelector('button')?.focus()
    if (!box.current || !story.view) return
    const zoom = Number(document.documentElement.style.zoom) || 1
    const at = story.view.coordsAtPos(story.state.selection.head)
    const { offsetHeight, offsetWidth, style } = box.current
    style.left = `${Math.max(8, Math.min(at.left / zoom, innerWidth / zoom - offsetWidth - 8))}px`
    style.top =
      at.bottom + 8 + offsetHeight * zoom < innerHeight
        ? `${at.bottom / zoom + 6}px`
        : `${Math.max(8, at.top / zoom - offsetHeight - 6)}px`
  })
  const mapping = known && story.mappingFrom(known.of)
  const back = mapping?.invert()
  let utterance: Utterance | undefined
  let finding: Finding | undefined
  if (known && back) {
    const plain = plainText(known.of)
    const range = { start: toOffset(plain, back.map(from)), end: toOffset(plain, back.map(to)) }
    const meets = (one: { start?: number; end?: number }) =>
      one.start !== undefined && one.end !== undefined && one.start <= range.end && range.start <= one.end
    utterance = known.assessment.utterances.find(({ quotations }) =>
      quotations.some(({ quotation }) => meets(quotation)),
    )
    finding = known.assessment.findings.find((one) => meets(one))
  }
  const lost = finding && known ? lostOf(known.assessment.provenance, finding) : undefined
  const word = spelling.wordAt(from)
  const fixes: Fix[] = []
  if (word) {
    for (const suggestion of word.suggestions)
      fixes.push({ title: suggestion, run: () => spelling.replace(word, suggestion) })
    fixes.push({ title: `Add “${word.text}” to my words`, run: () => spelling.accept(word.text) })
  } else {
    if (finding && known)
      for (const fix of finding.fix ?? [])
        fixes.push({
          title: fix.label ?? (fix.text ? `Write “${fix.text}”` : 'Remove'),
          run: () => applyFix(story, known.of, fix),
        })
    if (utterance) {
      const one = utterance
      if (one.state !== 'checked') fixes.push({ title: 'Accept', run: () => moves.accept(one, 'stay') })
      fixes.push({ title: 'Set speaker', run: () => moves.askSpeaker(one) })
      fixes.push({ title: 'Link source', run: () => moves.askSource(one) })
      fixes.push({ title: 'Not a quotation', run: () => moves.askNotAQuotation(one, 'stay') })
    }
    if (finding && (!utterance || !needs(utterance))) {
      const { rule, cause, message, level } = finding
      const found = finding
      if (level === 'acknowledge')
        fixes.push({ title: 'Acknowledge', run: () => void settle(story, found, 'acknowledge') })
      fixes.push({
        title: 'Wrong alarm…',
        run: () => open({ kind: 'settle', as: 'wrong-alarm', rule, cause, message }),
      })
    }
  }
  const choose = (fix: Fix) => {
    close()
    fix.run()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- digits choose inside the dialog
    <div
      ref={box}
      className="hover-card fixes"
      role="dialog"
      aria-label="Fixes"
      tabIndex={-1}
      onKeyDown={(event) => {
        const fix = fixes[Number(event.key) - 1]
        if (event.key === 'Escape') close()
        else if (fix && /^[1-9]$/.test(event.key)) choose(fix)
        else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          const buttons = [...(box.current?.querySelectorAll('button') ?? [])]
          const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
          buttons[(at + (event.key === 'ArrowDown' ? 1 : -1) + buttons.length) % buttons.length]?.focus()
        } else return
        event.preventDefault()
        event.stopPropagation()
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) open(undefined)
      }}
    >
      {word ? (
        <p className="card-head">
          <b>{word.text}</b> <span className="grey">is not in the dictionary</span>
        </p>
      ) : utterance ? (
        <UtteranceCard utterance={utterance} />
      ) : finding ? (
        <>
          <p>{finding.message}</p>
          {lost && known && <LostWords lost={lost} of={known.of} sources={now.sources} />}
        </>
      ) : (
        <BlockCard start={toOffset(story.text, from)} />
      )}
      {finding && utterance && !word && <p className="fact-note">{finding.message}</p>}
      <ul className="fix-list">
        {fixes.slice(0, 9).map((fix, index) => (
          <li key={fix.title}>
            <button type="button" onClick={() => choose(fix)}>
              <Kbd keys={String(index + 1)} /> {fix.title}
            </button>
          </li>
        ))}
      </ul>
      {fixes.length === 0 && (
        <button type="button" className="link" onClick={close}>
          Back to the text
        </button>
      )}
    </div>
  )
}

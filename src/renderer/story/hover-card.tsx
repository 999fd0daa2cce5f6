import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { plainText, toOffset, toPosition, type PlainBlock } from '@core/manuscript'
import type { Assessment, Utterance } from '@core/analysis'
import { count, Kbd, StateMark } from '../ui'
import { useStoryView } from './desk-view'
import { borrowedIn, Origin, sharesOf } from './origins'
import { QuotationFacts } from './quotation-facts'

type Over = { kind: 'utterance'; key: string; rect: DOMRect } | { kind: 'block'; start: number; rect: DOMRect }

// Long enough that the pointer may cross the text without cards flashing, short enough to feel at once.
const rest = 250

/** What the pointer rests on, told beside it: a quotation, or where a paragraph comes from. */
export function HoverCard() {
  const { story, now } = useStoryView()
  const [over, setOver] = useState<Over>()
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const move = (event: PointerEvent) => {
      const target = event.target instanceof Element ? event.target : undefined
      if (card.current?.contains(target ?? null)) return clearTimeout(timer)
      const next = whatIsAt(target, event)
      clearTimeout(timer)
      timer = setTimeout(() => setOver(next), next ? rest : rest / 2)
    }
    const whatIsAt = (target: Element | undefined, event: PointerEvent): Over | undefined => {
      const { view } = story
      if (!view || !target || !view.dom.contains(target) || event.buttons > 0) return undefined
      const quotation = target.closest<HTMLElement>('[data-utterance]')
      if (quotation)
        return { kind: 'utterance', key: quotation.dataset['utterance']!, rect: quotation.getBoundingClientRect() }
      const block = target.closest<HTMLElement>('.from')
      if (!block) return undefined
      const rect = block.getBoundingClientRect()
      // The bar and the agency's letters stand left of the text.
      if (event.clientX > rect.left) return undefined
      const position = view.posAtDOM(block, 0)
      return { kind: 'block', start: toOffset(plainText(story.state.doc), position), rect }
    }
    const away = () => {
      clearTimeout(timer)
      setOver(undefined)
    }
    addEventListener('pointermove', move)
    addEventListener('keydown', away)
    addEventListener('wheel', away, { passive: true })
    return () => {
      clearTimeout(timer)
      removeEventListener('pointermove', move)
      removeEventListener('keydown', away)
      removeEventListener('wheel', away)
    }
  }, [story])
  useLayoutEffect(() => {
    if (!over || !card.current) return
    const { style, offsetWidth, offsetHeight } = card.current
    const zoom = Number(document.documentElement.style.zoom) || 1
    const below = over.rect.bottom + 8 + offsetHeight * zoom < innerHeight
    style.left = `${Math.max(8, Math.min(over.rect.left / zoom, innerWidth / zoom - offsetWidth - 8))}px`
    style.top = below ? `${over.rect.bottom / zoom + 6}px` : `${Math.max(8, over.rect.top / zoom - offsetHeight - 6)}px`
  }, [over])
  const { known } = now
  if (!over || !known) return undefined
  const utterance = over.kind === 'utterance' ? utteranceAt(known.assessment, over.key) : undefined
  if (over.kind === 'utterance' && !utterance) return undefined
  return (
    <div ref={card} className="hover-card" role="tooltip">
      {utterance ? (
        <UtteranceCard
          utterance={utterance}
          keys={utterance.quotations[0]?.quotation.type === 'indirect' ? 'hidden' : 'shown'}
        />
      ) : (
        over.kind === 'block' && <BlockCard start={over.start} />
      )}
    </div>
  )
}

/** What is told of a quotation by its utterance's key; reported speech, which is nobody's utterance, by its own id. */
function utteranceAt({ utterances, quotations }: Assessment, key: string): Utterance | undefined {
  const utterance = utterances.find((one) => one.key === key)
  if (utterance) return utterance
  const reported = quotations.find(({ quotation }) => quotation.id === key)
  if (!reported) return undefined
  const { state, speaker } = reported
  return { key, state, quotations: [reported], ...(speaker === undefined ? {} : { speaker }) }
}

export function UtteranceCard({
  utterance,
  keys = 'hidden',
}: {
  utterance: Utterance
  /** Whether to tell the keys that decide. */
  keys?: 'shown' | 'hidden'
}) {
  const { now } = useStoryView()
  if (!now.known) return undefined
  return (
    <>
      <p className="card-head">
        <StateMark state={utterance.state} />
      </p>
      <QuotationFacts utterance={utterance} of={now.known.of} sources={now.sources} />
      {keys === 'shown' && (
        <p className="card-keys">
          <Kbd keys="Alt-Enter" /> decides at the caret; in the list <Kbd keys="a" /> accepts, <Kbd keys="s" /> sets the
          speaker, <Kbd keys="l" /> links the source, <Kbd keys="x" /> is no quotation
        </p>
      )}
    </>
  )
}

/** Where a paragraph's sentences come from, each beside its source. */
export function BlockCard({ start }: { start: number }) {
  const { story, now, choose, openTab } = useStoryView()
  const { known } = now
  const mapping = known && story.mappingFrom(known.of)?.invert()
  if (!known || !mapping) return undefined
  const plain = plainText(known.of)
  const at = toOffset(plain, mapping.map(toPosition(story.text, start)))
  const block: PlainBlock | undefined = plain.blocks.find((one) => one.start <= at && at <= one.end)
  if (!block) return undefined
  const { provenance } = known.assessment
  const borrowed = borrowedIn(provenance, block)
  if (borrowed.length === 0) return <p className="grey">No sentence here stands on a source.</p>
  return (
    <div className="origins">
      <p className="grey">This paragraph: {sharesOf(provenance, block, now.sources)}</p>
      {borrowed.slice(0, mostOrigins).map((sentence) => (
        <Origin
          key={sentence.start}
          sentence={sentence}
          of={known.of}
          sources={now.sources}
          onPassage={(id, range) => {
            openTab('sources')
            choose({ kind: 'source', id, range, sentence })
          }}
        />
      ))}
      {borrowed.length > mostOrigins && (
        <p className="grey">and {count(borrowed.length - mostOrigins, 'more sentence')}</p>
      )}
      <p className="card-keys">
        <Kbd keys="Mod-Alt-s" /> shows the sentence at the caret in its source
      </p>
    </div>
  )
}

/** More would not fit beside the text. */
const mostOrigins = 3

import { undoEdit, type StorySpeaker, type Utterance } from '@core/analysis'
import type { Ruling } from '@core/annotations'
import { plainText, toPosition } from '@core/manuscript'
import { settings } from '../app/settings'
import { announce, count, say, stateWords } from '../ui'
import { applyFix } from './apply-fix'
import { acceptTogether, decideOn, makeQuotation, undoLastMove } from './decisions'
import { useStoryView } from './desk-view'
import { isUndecided, nextToDecide, type Item } from './quotation-list'
import { useListing } from './with-quotation-list'

/** Whether the view goes on to what is left after a decision, or stays where somebody writes. */
export type After = 'move-on' | 'stay'

// Somebody chose to go on without a name; he is not asked twice.
let unsigned = false
export const goOnUnsigned = (): void => {
  unsigned = true
}

/** What a line of the list says to somebody who hears it. */
export function spokenItem(item: Item, at: number, of: number): string {
  const state = stateWords[item.state].title
  const speaker = item.utterance ? (item.utterance.speaker ?? 'Nobody named') : ''
  return [`${at + 1} of ${of}`, state, speaker, item.words].filter(Boolean).join('. ')
}

/** What one does with the lines of the list of quotations, from the inspector, the review, the card or a key. */
export function useQuotationMoves() {
  const { story, now, choose, open, openTab } = useStoryView()
  const { list } = useListing()
  const { known } = now

  const show = (item: Item, place = 0) => {
    choose({ kind: 'utterance', key: item.key })
    const range = item.places[place % item.places.length]
    const there = known && range && story.rangeNow(known.of, range)
    if (there) story.show(there)
    const at = list.items.indexOf(item)
    if (at >= 0) announce(spokenItem(item, at, list.items.length))
  }
  const signed = (run: () => void) => {
    if (settings().name.trim() || unsigned) run()
    else open({ kind: 'name', then: run })
  }
  /** After a decision the view moves on to what is left; nothing left, it stays. */
  const moveOn = (key: string, said: string) => {
    const next = nextToDecide(list.items, key)
    if (next) show(next)
    const left = list.all.filter((one) => isUndecided(one) && one.key !== key).length
    announce(
      next
        ? `${said}. ${spokenItem(next, list.items.indexOf(next), list.items.length)}`
        : left === 0
          ? `${said}. Every quotation is decided.`
          : `${said}. ${count(left, 'quotation')} left in other filters.`,
    )
  }

  return {
    show,
    signed,
    accept(utterance: Utterance, after: After = 'move-on') {
      if (!known) return
      const item = list.all.find(({ key }) => key === utterance.key)
      if (item?.state === 'checked') return moveOn(utterance.key, 'Checked before')
      signed(() => {
        decideOn(story, known.of, utterance, { kind: 'confirm' })
        if (after === 'move-on') moveOn(utterance.key, 'Accepted')
        else announce('Accepted')
      })
    },
    /** Records a ruling that leaves the quotation to be looked at (speaker, source, note), or settles it (not a quotation). */
    rule(utterance: Utterance, ruling: Ruling, reason?: string, after: After = 'move-on') {
      if (!known) return
      decideOn(story, known.of, utterance, ruling, reason)
      if (ruling.kind === 'not-a-quotation' && after === 'stay') announce('Not a quotation')
      else if (ruling.kind === 'not-a-quotation') moveOn(utterance.key, 'Not a quotation')
      else if (ruling.kind === 'speaker') announce(`Speaker set to ${ruling.speaker}`)
      else if (ruling.kind === 'source') announce('Source linked')
      else if (ruling.kind === 'note') announce('Note added')
    },
    acceptMatched() {
      const matched = list.all.flatMap(({ state, utterance }) => (state === 'matched' && utterance ? [utterance] : []))
      if (!known || matched.length === 0) return void say('No quotation is matched: none can be accepted together.')
      signed(() => {
        acceptTogether(story, known.of, matched)
        announce(`${count(matched.length, 'matched quotation')} accepted together`)
        const { chosen } = list
        if (chosen && (chosen.state === 'matched' || !isUndecided(chosen))) {
          const taken = new Set(matched.map(({ key }) => key))
          const next = list.items.find((one) => isUndecided(one) && !taken.has(one.key))
          if (next) show(next)
        }
      })
    },
    askSpeaker: (utterance: Utterance) => signed(() => open({ kind: 'speaker', utterance })),
    askNote: (utterance: Utterance) => signed(() => open({ kind: 'note', utterance })),
    askSource(utterance: Utterance) {
      if (now.sources.length > 0) return signed(() => open({ kind: 'source-passage', utterance }))
      openTab('sources')
      open({ kind: 'attach' })
    },
    askNotAQuotation: (utterance: Utterance, after: After = 'move-on') =>
      signed(() => open({ kind: 'not-a-quotation', utterance, after })),
    askName: (speaker: StorySpeaker, as: 'merge' | 'put-right') =>
      signed(() => open({ kind: 'speaker-name', speaker, as })),
    /** Words in marks that were none are a quotation. */
    makeQuotation(item: Item) {
      if (!known) return
      signed(() => {
        if (makeQuotation(story, known.of, item.places)) announce('Made a quotation')
      })
    },
    /** Writes back what a checked quotation said before it was edited. */
    undoEdit(utterance: Utterance) {
      if (!known) return
      const plain = plainText(known.of)
      const fix = utterance.quotations.map((one) => undoEdit(plain, one)).find(Boolean)
      if (!fix) return
      const before = plain.text.slice(fix.start, fix.end)
      applyFix(story, known.of, smallest(before, fix))
      announce('The edit is undone')
    },
    undo() {
      const undone = undoLastMove(story)
      if (!undone) return void say('Nothing was decided here since the story was opened.')
      const item = list.all.find(({ key }) => key === undone.on)
      if (item) show(item)
      announce('Taken back')
    },
    /** Goes to the next place of a quotation that stands in several. */
    nextPlace(item: Item) {
      if (!known) return
      const { from } = story.state.selection
      const starts = item.places.map((place) => story.rangeNow(known.of, place)?.start ?? place.start)
      const here = starts.findIndex((start) => toPosition(story.text, start) === from)
      const next = (here + 1) % item.places.length
      const range = story.rangeNow(known.of, item.places[next]!)
      if (range) story.show(range)
      announce(`Place ${next + 1} of ${item.places.length}`)
    },
  }
}

/** The part of a replacement that differs, so that marks (bold, links) on the words around it stay. */
function smallest(before: string, { start, end, text }: { start: number; end: number; text: string }) {
  let head = 0
  while (head < before.length && head < text.length && before[head] === text[head]) head++
  let tail = 0
  while (
    tail < before.length - head &&
    tail < text.length - head &&
    before[before.length - 1 - tail] === text[text.length - 1 - tail]
  )
    tail++
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) }
}

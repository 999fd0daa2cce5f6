import { useEffect } from 'react'
import { DecorationSet } from 'prosemirror-view'
import { wordsKey } from '@core/analysis'
import { plainText, type Range } from '@core/manuscript'
import type { Known } from '../analysis'
import { analysisMarks, layers, lightMarks, remarkMarks } from '../editor'
import type { Chosen } from './desk-view'
import { anchorRange } from './decisions'
import type { OpenStory, StoryNow } from './store'

/** Runs now, or when the input method at work is done: drawing under it would break what is being composed. */
function whenIdle(story: OpenStory, draw: () => void): () => void {
  const view = story.view
  if (!view?.composing) {
    draw()
    return () => undefined
  }
  const later = () => setTimeout(draw, 0)
  view.dom.addEventListener('compositionend', later, { once: true })
  return () => view.dom.removeEventListener('compositionend', later)
}

/** Keeps underlines, gutter bars, remarks and the lit place in step with what is known and chosen. */
export function useMarks(story: OpenStory, now: StoryNow, chosen: Chosen | undefined): void {
  const { known, sources, annotations } = now
  useEffect(() => {
    if (!known) return
    return whenIdle(story, () => {
      const mapping = story.mappingFrom(known.of)
      if (!mapping) return
      const marks = analysisMarks(known.of, known.assessment, sources)
      const set = mapping.maps.length > 0 ? marks.map(mapping, story.state.doc) : marks
      story.lay(layers.analysis, set)
    })
  }, [story, known, sources])

  // Anchors move with every key and their marks with them; only another set of remarks is drawn anew.
  const remark = chosen?.kind === 'remark' ? chosen.id : undefined
  const shape = annotations.map(({ id, orphan, resolved }) => `${id}${orphan ? '-' : ''}${resolved ? '+' : ''}`).join()
  useEffect(
    () =>
      whenIdle(story, () => {
        const set = remarkMarks(story.state.doc, story.now().annotations, remark)
        story.lay(layers.remarks, set)
      }),
    [story, shape, remark],
  )

  const lit =
    chosen?.kind === 'utterance' ? chosen.key : chosen?.kind === 'finding' ? `${chosen.rule} ${chosen.cause}` : ''
  useEffect(
    () =>
      whenIdle(story, () => {
        const { known: newest } = story.now()
        const mapping = newest && story.mappingFrom(newest.of)
        let set = DecorationSet.empty
        if (newest && mapping && chosen) {
          const ranges =
            chosen.kind === 'utterance'
              ? placesOf(newest, chosen.key)
              : chosen.kind === 'finding'
                ? newest.assessment.findings
                    .filter(({ rule, cause }) => rule === chosen.rule && cause === chosen.cause)
                    .flatMap(({ start, end, places }) => [
                      ...(start !== undefined && end !== undefined ? [{ start, end }] : []),
                      ...(places ?? []),
                    ])
                : []
          const inText = ranges.filter(({ end }) => end <= plainText(newest.of).text.length)
          set = lightMarks(newest.of, inText).map(mapping, story.state.doc)
        }
        story.lay(layers.light, set)
      }),
    // `lit` stands for what is chosen.
    [story, lit, known],
  )
}

/** Where the words of a line of the list stand: a quotation's words in marks, or words that are none. */
function placesOf({ assessment, of }: Known, key: string): Range[] {
  const utterance = assessment.utterances.find((one) => one.key === key)
  if (utterance) return utterance.quotations.map(({ quotation }) => anchorRange(quotation))
  const { text } = plainText(of)
  return assessment.notQuotations.filter(({ start, end }) => wordsKey(text.slice(start, end)) === key)
}

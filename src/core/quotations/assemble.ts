import type { Range } from '../manuscript'
import type { BlockReading } from './finder'
import { echo } from './echoes'
import { settle } from './settle'
import { SpeakerResolver, type Resolved, type Said } from './speakers'
import { tellReading } from './why'
import type { NotQuotation, Quotation, QuotationFindings } from './types'

interface Draft {
  quotation: Quotation
  said: Said
  block: number
}

/** Puts the blocks' readings together: speakers resolved over the whole story, paragraphs of one speech joined. */
export function assemble(text: string, blocks: readonly Range[], readings: readonly BlockReading[]): QuotationFindings {
  const resolver = new SpeakerResolver(
    readings.map(({ mentions }, index) => ({ mentions, start: blocks[index]!.start })),
  )
  const drafts: Draft[] = []
  const notQuotations: NotQuotation[] = []
  const undecided = new Map<Said, NotQuotation>()
  let utterances = 0
  for (const [block, reading] of readings.entries()) {
    const offset = blocks[block]!.start
    for (const label of reading.aside) notQuotations.push({ ...label, ...moved(label, offset) })
    const groups = new Map<number, { utterance: string; resolved?: Resolved }>()
    const inOrder = [...reading.said].sort((a, b) => a.start - b.start || b.end - a.end)
    for (const said of inOrder) {
      if (said.label) {
        const label = { ...said.label, ...moved(said.label, offset) }
        // One word of a headline may be cut from what the story quotes in full: the echo decides.
        if (reading.place !== 'heading' || label.kind !== 'scare') {
          notQuotations.push(label)
          continue
        }
        undecided.set(said, label)
      }
      if (said.doubtful && !(said.phrase && resolver.knows(said.phrase, block))) continue
      const previous = drafts.at(-1)
      // A speech over paragraphs: each opens with a mark, only the last closes.
      const joins =
        previous !== undefined &&
        previous.block === block - 1 &&
        readings[block - 1]!.endsInMarks &&
        reading.opensInMarks &&
        said.fragments[0] &&
        said.start === said.fragments[0].start &&
        previous.quotation.fragments.length > 0 &&
        said.start === inOrder[0]!.start
      const group = groups.get(said.group)
      let resolved = group?.resolved
      if (!group || !resolved) {
        if (said.phrase) resolved = resolver.resolve(said.phrase, moved(said.speaker!, offset), block, said.answers)
        else if (said.carried) {
          const lead = block > 0 ? readings[block - 1]!.leadsOn : undefined
          const signed = said.start === inOrder.at(-1)!.start ? readings[block + 1]?.signs : undefined
          if (signed)
            resolved = {
              ...resolver.resolve(signed, moved(signed, blocks[block + 1]!.start), block + 1),
              rule: 'signed on the line below',
            }
          else if (lead && said.start === inOrder[0]!.start)
            resolved = {
              ...resolver.resolve(lead, moved(lead, blocks[block - 1]!.start), block - 1),
              rule: lead.rule,
            }
          else {
            const last = said.fragments.length > 0 ? resolver.goesOn(block) : undefined
            if (last) resolved = { ...last, rule: 'the last speaker goes on', confidence: 0.5 }
          }
        }
      }
      if (joins) {
        const { quotation } = previous
        previous.block = block
        quotation.end = said.end + offset
        for (const { start, end } of said.fragments)
          quotation.fragments.push({ start: start + offset, end: end + offset })
        if (!quotation.cue && said.cue) Object.assign(quotation, cueOf(text, said, offset))
        if (!quotation.speaker && resolved) Object.assign(quotation, speakerOf(resolved))
        quotation.why.push({ rule: 'goes on in the next paragraph' })
        if (quotation.utterance)
          groups.set(said.group, { utterance: quotation.utterance, ...(resolved && { resolved }) })
        continue
      }
      const utterance = group?.utterance ?? `u${++utterances}`
      groups.set(said.group, { utterance, ...(resolved && { resolved }) })
      const quotation: Quotation = {
        id: '',
        type: said.type,
        start: said.start + offset,
        end: said.end + offset,
        fragments: said.fragments.map(({ start, end }) => ({ start: start + offset, end: end + offset })),
        utterance,
        ...(resolved && speakerOf(resolved)),
        ...(said.cue && cueOf(text, said, offset)),
        ...(said.agencyCode && { agency: said.agencyCode }),
        ...(said.venue && { venue: text.slice(said.venue.start + offset, said.venue.end + offset) }),
        ...(said.carried && !said.speaker && { floating: true }),
        why: [
          {
            rule: tellReading(said.rule, said.cue && text.slice(said.cue.start + offset, said.cue.end + offset)),
            ...(said.cue && { range: { start: said.cue.start + offset, end: said.cue.end + offset } }),
          },
          ...(resolved
            ? [
                {
                  rule: resolved.rule,
                  ...(said.speaker && {
                    range: { start: said.speaker.start + offset, end: said.speaker.end + offset },
                  }),
                },
              ]
            : []),
        ],
        confidence: Math.round(said.confidence * (resolved?.confidence ?? 0.6) * 100) / 100,
      }
      if (quotation.end > quotation.start) drafts.push({ quotation, said, block })
    }
  }
  echo(text, drafts.map(({ quotation }) => quotation)) // prettier-ignore
  const kept: Quotation[] = []
  for (const { quotation, said } of drafts) {
    const label = undecided.get(said)
    if (label && quotation.speaker === undefined) notQuotations.push(label)
    else kept.push(quotation)
  }
  const quotations = settle(kept)
  return { quotations, notQuotations: notQuotations.sort((a, b) => a.start - b.start) }
}

const moved = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by })

function speakerOf(resolved: Resolved): Partial<Quotation> {
  return {
    speaker: resolved.speaker.split(' ').slice(0, 8).join(' '),
    speakerKind: resolved.kind,
    ...(resolved.at && { speakerStart: resolved.at.start, speakerEnd: resolved.at.end }),
    ...(resolved.reference && { reference: resolved.reference }),
  }
}

function cueOf(text: string, said: Said, offset: number): Partial<Quotation> {
  const { start, end } = said.cue!
  const range = { start: start + offset, end: end + offset }
  return { cue: text.slice(range.start, range.end), cueStart: range.start, cueEnd: range.end, cues: [range] }
}

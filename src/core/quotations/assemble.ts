import type { Range } from '../manuscript'
import type { BlockReading } from './finder'
import { SpeakerResolver, type Resolved, type Said } from './speakers'
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
  let utterances = 0
  for (const [block, reading] of readings.entries()) {
    const offset = blocks[block]!.start
    for (const label of reading.labels)
      notQuotations.push({ ...label, start: label.start + offset, end: label.end + offset })
    const groups = new Map<number, { utterance: string; resolved?: Resolved }>()
    const inOrder = [...reading.said].sort((a, b) => a.start - b.start || b.end - a.end)
    for (const said of inOrder) {
      if (said.label || (said.doubtful && !(said.phrase && resolver.knows(said.phrase, block)))) continue
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
            rule: said.rule,
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
  const quotations = settle(drafts.map(({ quotation }) => quotation))
  echo(text, quotations)
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

/** In order, none overlapping unless one holds the other: of two that cross, the surer stays. Ids follow the order. */
function settle(found: Quotation[]): Quotation[] {
  const sorted = found.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Quotation[] = []
  const open: Quotation[] = []
  for (const quotation of sorted) {
    while (open.length > 0 && open.at(-1)!.end <= quotation.start) open.pop()
    const outer = open.at(-1)
    if (outer && (quotation.end > outer.end || (quotation.start === outer.start && quotation.end === outer.end))) {
      if (quotation.confidence <= outer.confidence || open.length > 1) continue
      kept.splice(kept.lastIndexOf(outer), 1)
      open.pop()
    }
    kept.push(quotation)
    open.push(quotation)
  }
  kept.forEach((quotation, index) => (quotation.id = `q${index + 1}`))
  const stack: Quotation[] = []
  for (const quotation of kept) {
    while (stack.length > 0 && stack.at(-1)!.end < quotation.end) stack.pop()
    while (stack.length > 0 && stack.at(-1)!.end <= quotation.start) stack.pop()
    if (stack.length > 0) quotation.nested = stack.at(-1)!.id
    stack.push(quotation)
  }
  return kept
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** More than this many without a speaker are no story: each is looked for in all that was said. */
const mostSilent = 500

/** Words in marks without a speaker, in a headline say, that stand in a quotation whose speaker is known are that one's. */
function echo(text: string, quotations: Quotation[]) {
  const silent = quotations.filter(({ speaker, fragments }) => speaker === undefined && fragments.length > 0)
  if (silent.length === 0 || silent.length > mostSilent) return
  const spoken = quotations.filter(({ speaker, fragments }) => speaker !== undefined && fragments.length > 0)
  const words = spoken.map(
    (quotation) => ` ${quotation.fragments.map(({ start, end }) => fold(text.slice(start, end))).join(' ')} `,
  )
  const all = words.join('\u0000')
  for (const quotation of silent) {
    const own = ` ${fold(quotation.fragments.map(({ start, end }) => text.slice(start, end)).join(' '))} `
    if (own.length < 6 || !all.includes(own)) continue
    const from = spoken[words.findIndex((other) => other.includes(own))]!
    quotation.speaker = from.speaker!
    if (from.speakerKind) quotation.speakerKind = from.speakerKind
    if (from.reference) quotation.reference = from.reference
    quotation.floating = true
    quotation.why.push({
      rule: 'the same words are quoted elsewhere in the story',
      range: { start: from.start, end: from.end },
    })
    quotation.confidence = 0.6
  }
}

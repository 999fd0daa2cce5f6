import type { Quotation } from './types'

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** More than this many without a speaker are no story: each is looked for in all that was said. */
const mostSilent = 500

/** Words in marks without a speaker, in a headline say, that stand in a quotation whose speaker is known are that one's. */
export function echo(text: string, quotations: Quotation[]) {
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

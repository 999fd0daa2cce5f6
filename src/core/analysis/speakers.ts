import type { Range, StoryText } from '../manuscript'
import type { Quotation } from '../quotations'
import type { Rulings } from './rulings'
import type { ReviewedQuotation, StorySpeaker } from './types'

/**
 * Everybody who speaks in a story, in the order of their first words, under the names that people gave them. `keys` leads
 * from a quotation's id to its utterance, `spoken` from there to who says it; `found` has the names as the finder gave them.
 */
export function speakersOf(
  story: StoryText,
  quotations: readonly ReviewedQuotation[],
  keys: ReadonlyMap<string, string>,
  spoken: ReadonlyMap<string, string>,
  found: readonly Quotation[],
  rulings: Rulings,
): StorySpeaker[] {
  const speakers = new Map<string, StorySpeaker>()
  const nameFound = new Map(found.map(({ id, speaker }) => [id, speaker]))
  const of = (name: string): StorySpeaker => {
    let speaker = speakers.get(name)
    if (!speaker) {
      speaker = { name, names: [], utterances: [], reported: [], decisions: [] }
      speakers.set(name, speaker)
    }
    return speaker
  }
  for (const { quotation, speaker: own } of quotations) {
    const key = keys.get(quotation.id)
    // A headline may give the words to a country: what is said once is said by one.
    const name = (key === undefined ? undefined : spoken.get(key)) ?? own
    if (name === undefined) continue
    const speaker = of(name)
    if (key === undefined) speaker.reported.push(quotation.id)
    else if (!speaker.utterances.includes(key)) speaker.utterances.push(key)
    const first = nameFound.get(quotation.id)
    // The finder may have named the country, or somebody set another speaker: that is no other name of this one.
    if (own !== name || (first !== undefined && rulings.named(first) !== name)) continue
    if (first !== undefined && first !== name && !speaker.names.includes(first)) speaker.names.push(first)
    const { speakerKind, reference } = quotation
    if (speaker.kind === undefined && speakerKind !== undefined) speaker.kind = speakerKind
    const title = reference && titleAt(story.text, reference, first ?? name)
    if (speaker.title === undefined && title) speaker.title = title
  }
  for (const decision of rulings.names) {
    const { from, to, title } = decision.ruling
    const speaker = speakers.get(rulings.named(from))
    if (!speaker) continue
    speaker.decisions.push(decision)
    if (title === undefined || speaker.name !== to) continue
    if (title === '') delete speaker.title
    else speaker.title = title
  }
  return [...speakers.values()]
}

// How far before and after a name its title may stand: "the former deputy foreign minister of the republic".
const reach = 60
const longestTitle = 5
// A word that says what somebody is ends like one of these; days and months, which may stand there too, are none.
const role =
  /(?:minister|president|premier|chief|head|chair|er|or|ist|ian|ant|ent|man|woman|person|ary|al|ee|ess|judge|king|queen|pope|aide)$/i
const dated = /day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/i
// Where a title begins: none of these is part of one.
const leads =
  /^(?:the|a|an|that|this|and|but|or|as|when|while|if|on|in|at|to|by|with|from|after|before|since|said|says|told|tells|asked|added|adds|warned|is|was|were|are|has|had|have|his|her|their|its)$/i

/** What stands beside the name at its fullest mention: "Water Minister" of "Water Minister Idris Fane". */
function titleAt(text: string, mention: Range, name: string): string | undefined {
  const at = text.slice(mention.start, mention.end).lastIndexOf(name)
  const start = mention.start + Math.max(0, at)
  const end = at < 0 ? mention.end : start + name.length
  const clause = /(?:[\p{L}\p{M}’'-]+ ){1,8}$/u.exec(text.slice(Math.max(0, start - reach), start))?.[0] ?? ''
  const words = clause.trim().split(/\s+/).slice(-longestTitle)
  const before = words.slice(words.findLastIndex((word) => leads.test(word)) + 1)
  const last = before.at(-1)
  if (last && role.test(last) && !dated.test(last)) return before.join(' ')
  const after = /^,\s+(?:the |a |an )?([^,.;:“"”\n]{3,60}),/u.exec(text.slice(end, end + reach))?.[1]
  return after && after.split(/\s+/).some((word) => role.test(word)) && !/\d/.test(after) ? after : undefined
}

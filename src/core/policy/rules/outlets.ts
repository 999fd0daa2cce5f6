import { agencyCode } from '../../language'
import type { Range } from '../../manuscript'
import type { SourceText } from '../../provenance'
import type { PolicyContext, Rule } from '../context'
import { isBody, shown } from './places'

/** An interview that a source names: "told The Associated Press", "told the BBC". */
interface Told extends Range {
  source: string
  /** The source's paragraph. */
  paragraph: Range
  outlet: string
  /** Its code when it is a news agency. */
  agency?: string
}

const told =
  /\b(?:told|speaking to|spoke (?:to|with)|(?:in )?an interview (?:with|to)|(?:in )?remarks to|said to)\s+(?:the\s+|The\s+|its partner\s+)?(\p{Lu}(?:[\p{L}\p{N}’'&-]|\.(?=\p{L}))*(?:[^\S\n]+(?:and|of|the|\p{Lu}(?:[\p{L}\p{N}’'&-]|\.(?=\p{L}))*))*)/gu
const outletWord =
  /\b(?:BBC|CNN|NBC|CBS|ABC|PBS|NPR|ITV|NDTV|Sky|Fox|CNBC|MSNBC|Al Jazeera|Guardian|Times|Post|News|TV|Television|Radio|Journal|Herald|Tribune|Telegraph|Mail|Mirror|Globe|Express|Independent|Observer|Chronicle|Gazette|Standard|Magazine|Today|Politico|Bloomberg|Economist|Spiegel|Monde|Hindu|Dawn)\b/u

/** Whose interview it was: C-9 and C-10, satisfied by the first reference in the body (d16). */
export const outletRules: readonly Rule[] = [
  {
    id: 'C-9',
    title: 'What was said to another outlet names that outlet',
    level: 'block',
    source: 'GU-CODE; BUT; d16',
    check: (context) => faults(context, (one) => one.agency === undefined),
  },
  {
    id: 'C-10',
    title: '“Told AP” is kept when the interview was theirs',
    level: 'block',
    source: 'GU-Q; BUT; d16',
    check: (context) => faults(context, (one) => one.agency !== undefined),
  },
]

function faults(context: PolicyContext, wanted: (told: Told) => boolean) {
  const { story, sourceTexts } = context
  const body = story.blocks
    .filter(isBody)
    .map(({ start, end }) => story.text.slice(start, end))
    .join('\n')
  const asked = new Set<string>()
  return sourceTexts.flatMap(interviews).flatMap((one) => {
    const used = wanted(one) && !asked.has(one.outlet) ? useOf(context, one) : undefined
    if (!used || named(body, one)) return []
    asked.add(one.outlet)
    return [
      {
        ...used,
        message: `The source says this was said to ${one.outlet}: “${shown(story.text.slice(used.start, used.end))}”. The story names ${one.outlet} nowhere.`,
        about: one.outlet,
      },
    ]
  })
}

const read = new WeakMap<SourceText, Told[]>()

function interviews(source: SourceText): Told[] {
  const known = read.get(source)
  if (known) return known
  const found: Told[] = []
  for (const match of source.text.matchAll(told)) {
    const outlet = match[1]!.replace(/(?:\s+(?:and|of|the))+$/, '').replace(/[’']s?$|\.$/, '')
    const agency = agencyCode(outlet)
    if (agency === undefined && !outletWord.test(outlet)) continue
    const start = source.text.lastIndexOf('\n', match.index) + 1
    const stop = source.text.indexOf('\n', match.index)
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      source: source.id,
      paragraph: { start, end: stop < 0 ? source.text.length : stop },
      outlet,
      ...(agency === undefined ? {} : { agency }),
    })
  }
  read.set(source, found)
  return found
}

/** What the story has of the interview: a quotation from the paragraph that names it. */
function useOf({ quotations }: PolicyContext, { source, paragraph }: Told): Range | undefined {
  const one = quotations.find(({ check }) =>
    check?.from.some((at) => at.source === source && at.start < paragraph.end && paragraph.start < at.end),
  )
  return one && { start: one.quotation.start, end: one.quotation.end }
}

function named(body: string, { outlet, agency }: Told): boolean {
  if (body.includes(outlet)) return true
  if (agency === undefined) return false
  return [...body.matchAll(/\p{Lu}[\p{L}-]*(?:\s+\p{Lu}[\p{L}-]*)*/gu)].some((match) => agencyCode(match[0]) === agency)
}

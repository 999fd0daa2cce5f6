import { agenciesIn } from '../language'
import type { Part } from '../manuscript'
import { htmlParts } from './html'
import { nitfHead } from './nitf'
import { nitfContent } from './nitf-content'
import { cleanText } from './text'
import type { ReadStory } from './types'
import { agencyOf, wireStory, type WireData } from './wire-item'
import { linesParts } from './wire-lines'
import { isoTime } from './wire-time'
import { parseXmlText } from './xml'

type Fields = Readonly<Record<string, unknown>>

/** True for a JSON value that is a news item in ninjs of any version. */
export function isNinjs(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const fields = lowerKeys(value as Fields)
  const standard = fields.standard
  if (typeof standard === 'object' && standard !== null && (standard as Fields).name === 'ninjs') return true
  const item = [
    'headline',
    'headlines',
    'body_text',
    'body_xhtml',
    'bodies',
    'descriptions',
    'description_text',
    'slugline',
  ]
  return item.some((key) => fields[key] !== undefined) || (typeof fields.uri === 'string' && fields.type !== 'doc')
}

/** Keys as 3.x writes them (`versionCreated`) and as 1.x and 2.x do (`versioncreated`) become one. */
export function lowerKeys(value: Fields): Fields {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), inner]))
}

/** Reads an IPTC ninjs item, 1.x to 3.x: its head, its body as HTML, NITF or text, and all that the wire says of it. */
export function readNinjs(value: Fields): ReadStory {
  const fields = lowerKeys(value)
  const remarks: string[] = []
  const text = (key: string) => words(fields[key])
  const associated = associationsOf(fields.associations)
  if (associated.length > 0)
    remarks.push(
      `${associated.length === 1 ? '1 associated item was' : `${associated.length} associated items were`} left out.`,
    )
  const { parts, head: inText } = bodyOf(fields, remarks)
  const head = {
    ...inText,
    headline:
      text('headline') ?? valueOf(fields.headlines, ['main', 'headline']) ?? text('headline_main') ?? inText.headline,
    standfirst: valueOf(fields.headlines, ['subheadline', 'standfirst', 'deck', 'sub']) ?? inText.standfirst,
    byline: text('byline') ?? text('by') ?? inText.byline,
  }
  const data = { ...ninjsData(fields), photoCredits: creditsOf([fields, ...associated]) }
  const story = wireStory('ninjs', head, parts, data, remarks)
  if (!story.wire.text) remarks.push('The item has no text.')
  return story
}

/** What an item says of itself; of AP's own JSON too, which has the same names. Keys are in small letters. */
export function ninjsData(fields: Fields): WireData {
  const text = (key: string) => words(fields[key])
  const number = fields.version
  return {
    agency: agencyOf(
      ['provider', 'copyrightholder', 'source', 'creditline', 'infosources', 'infosource', 'by', 'byline'].flatMap(
        (key) => namesIn(fields[key]).filter((name) => !key.startsWith('by') || agenciesIn(name).length > 0),
      ),
    ),
    credit: text('creditline'),
    slug: text('slugline'),
    version: typeof number === 'number' && Number.isFinite(number) ? String(number) : text('version'),
    at: time(fields.versioncreated) ?? time(fields.firstcreated),
    created: time(fields.firstcreated) ?? time(fields.contentcreated),
    language: text('language'),
    usage: listed(fields.usageterms) ?? rightsOf(fields.rightsinfo ?? fields.rights),
    copyright: text('copyrightnotice') ?? text('copyrightholder'),
    embargo: time(fields.embargoed) ?? time(fields.embargoeddate) ?? time(fields.embargo),
    editorsNote: [text('ednote'), text('embargoedreason')].filter(Boolean).join(' '),
    // AP puts what was asked for behind the address of the item.
    item: text('uri')?.replace(/\?.*$/, '') ?? text('guid'),
    previous: text('evolvedfrom') ?? text('rewriteof'),
    status: statusOf(fields),
  }
}

function statusOf(fields: Fields): WireData['status'] {
  const published = words(fields.pubstatus)
  if (published && /^cancell?ed$/i.test(published)) return 'killed'
  if (published && /^withheld$/i.test(published)) return 'withheld'
  const kinds = ['signals', 'genres', 'genre', 'type'].flatMap((key) => namesIn(fields[key]))
  if (kinds.some((kind) => /^correct(?:ion|ive)$/i.test(kind))) return 'corrected'
  return kinds.some((kind) => /^advisory\b/i.test(kind)) ? 'advisory' : undefined
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The names in a field that is a word, an object with a name, or a list of either. */
function namesIn(value: unknown): string[] {
  const entries: unknown[] = Array.isArray(value) ? value.slice(0, 50) : [value]
  return entries.flatMap((entry) => words(isObject(entry) ? (entry.name ?? entry.literal ?? entry.code) : entry) ?? [])
}

/** Words that stand alone or in a list. */
export function listed(value: unknown): string | undefined {
  if (!Array.isArray(value)) return words(value)
  return (
    value
      .slice(0, 50)
      .flatMap((entry) => words(entry) ?? [])
      .join(' ') || undefined
  )
}

/** Rights that are told by an address; those in a machine's own language are for machines. */
function rightsOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined
  const rights = lowerKeys(value)
  const linked = words(rights.linkedrights)
  return words(rights.usageterms) ?? (linked ? `Rights: ${linked}` : undefined)
}

/** 1.x names associated items by its keys, 2.x and 3.x list them. */
function associationsOf(value: unknown): Fields[] {
  const list: unknown[] = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []
  return list.slice(0, 200).flatMap((one) => (isObject(one) ? [lowerKeys(one)] : []))
}

/** Who is named for the pictures among the items. */
function creditsOf(items: readonly Fields[]): string[] {
  return items
    .filter(({ type }) => type === 'picture' || type === 'graphic')
    .flatMap(
      (item) => words(item.creditline) ?? words(item.byline) ?? words(item.by) ?? words(item.copyrightholder) ?? [],
    )
}

interface Body {
  html: boolean
  value: string
}

/** Every text an item carries, that with most markup first: 1.x names them by keys (`body_html`), 2.x and 3.x list them. */
function bodiesOf(fields: Fields): Body[] {
  const bodies: Body[] = []
  const add = (value: unknown, kind: string) => {
    if (typeof value === 'string' && value.trim())
      bodies.push({ html: /html|xml|nitf|richtext/i.test(kind) || /^\s*<\w/.test(value), value })
  }
  if (Array.isArray(fields.bodies))
    for (const each of fields.bodies.slice(0, 50)) {
      if (!isObject(each)) continue
      const body = lowerKeys(each)
      add(body.value, `${words(body.contenttype) ?? ''} ${words(body.role) ?? ''}`)
    }
  for (const key of Object.keys(fields)) if (key === 'body' || key.startsWith('body_')) add(fields[key], key)
  return bodies.toSorted((a, b) => Number(b.html) - Number(a.html))
}

/** The text of an item; one in NITF has a head of its own. */
function bodyOf(fields: Fields, remarks: string[]): { parts: Part[]; head: Partial<ReturnType<typeof nitfHead>> } {
  let [body] = bodiesOf(fields)
  if (!body) {
    const summary =
      words(fields.description_text) ??
      words(fields.description_html) ??
      valueOf(fields.descriptions, ['text', 'main', 'caption'])
    if (!summary) return { parts: [], head: {} }
    remarks.push('The item has no body; its description was taken.')
    body = { html: /^\s*<\w/.test(summary), value: summary }
  }
  if (isNitfText(body.value)) {
    const nitf = parseXmlText(body.value.trim(), remarks)
    return { parts: nitfContent(nitf, remarks).parts, head: nitfHead(nitf) }
  }
  if (body.html) {
    const { parts, remarks: more } = htmlParts(body.value)
    remarks.push(...more)
    return { parts, head: {} }
  }
  return { parts: linesParts(cleanText(body.value).split('\n')), head: {} }
}

const isNitfText = (value: string): boolean => /^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>[]*>\s*)?<nitf\b/.test(value)

/** A field's words: only a string, cleaned, not empty. */
export function words(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = cleanText(value).replace(/\s+/gu, ' ').trim().slice(0, 20_000)
  return text || undefined
}

/** The value with one of the roles wanted in a list of `{role, value}`, or the only one without a role. */
function valueOf(list: unknown, roles: readonly string[]): string | undefined {
  if (!Array.isArray(list)) return undefined
  const entries = list.slice(0, 50).filter((each): each is Fields => typeof each === 'object' && each !== null)
  for (const role of roles) {
    const found = entries.find((each) => typeof each.role === 'string' && each.role.toLowerCase() === role)
    if (found && words(found.value)) return words(found.value)
  }
  return roles[0] === 'main' || roles[0] === 'text'
    ? (words(entries.find((each) => each.role === undefined)?.value) ?? words(entries[0]?.value))
    : undefined
}

const time = (value: unknown) => isoTime(words(value))

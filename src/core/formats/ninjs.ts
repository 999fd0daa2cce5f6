import { compose, plainText, type Part } from '../manuscript'
import { htmlParts } from './html'
import { cleanText } from './text'
import type { ReadStory } from './types'
import { tidy } from './words'
import { agencyCode, agenciesIn } from '../language'

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
function lowerKeys(value: Fields): Fields {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), inner]))
}

/** Reads an IPTC ninjs item, 1.x to 3.x: headline, byline, body as HTML or text, and the wire's own fields. */
export function readNinjs(value: Fields): ReadStory {
  const fields = lowerKeys(value)
  const remarks: string[] = []
  const text = (key: string) => words(fields[key])
  const headline = text('headline') ?? valueOf(fields.headlines, ['main', 'headline'])
  const byline = text('byline') ?? text('by')
  const standfirst = valueOf(fields.headlines, ['subheadline', 'standfirst', 'deck', 'sub'])

  const parts: Part[] = []
  const line = (type: 'headline' | 'standfirst' | 'byline', value: string | undefined) => {
    const content = value ? tidy([{ text: value, marks: [] }]) : []
    if (content.length > 0) parts.push({ type, content })
  }
  line('headline', headline)
  line('standfirst', standfirst)
  line('byline', byline)
  parts.push(...bodyParts(fields, headline, remarks))

  const status = text('pubstatus')
  if (status && /^(?:cancell?ed|withheld)$/i.test(status))
    remarks.push(`The agency marked this item as ${status.toLowerCase()}.`)
  const associated = fields.associations
  const pictures = Array.isArray(associated)
    ? associated.length
    : typeof associated === 'object' && associated !== null
      ? Object.keys(associated).length
      : 0
  if (pictures > 0)
    remarks.push(`${pictures === 1 ? '1 associated item was' : `${pictures} associated items were`} left out.`)

  const manuscript = compose(parts)
  const wire = plainText(manuscript).text.trim()
  if (!wire) remarks.push('The item has no text.')
  const slug = text('slugline')
  const agency = agencyOf(fields)
  const version =
    typeof fields.version === 'number' && Number.isFinite(fields.version) ? String(fields.version) : text('version')
  const at = time(fields.versioncreated) ?? time(fields.firstcreated)
  const language = text('language')
  const usage = text('usageterms') ?? text('copyrightnotice')
  const embargo = time(fields.embargoed) ?? time(fields.embargoeddate) ?? text('embargo')
  const editorsNote = text('ednote')
  const item = text('uri')
  return {
    type: 'ninjs',
    manuscript,
    ...(slug ? { slug } : {}),
    wire: {
      text: wire,
      ...(agency ? { agency } : {}),
      ...(slug ? { slug } : {}),
      ...(headline ? { headline } : {}),
      ...(version ? { version } : {}),
      ...(at ? { at } : {}),
      ...(language ? { language } : {}),
      ...(usage ? { usage } : {}),
      ...(embargo ? { embargo } : {}),
      ...(editorsNote ? { editorsNote } : {}),
      ...(item ? { item: item.slice(0, 300) } : {}),
      ...(status && /^cancell?ed$/i.test(status) ? { status: 'killed' as const } : {}),
    },
    remarks,
  }
}

interface Body {
  html: boolean
  value: string
}

function bodyParts(fields: Fields, headline: string | undefined, remarks: string[]): Part[] {
  const bodies: Body[] = []
  const add = (value: unknown, html: boolean) => {
    if (typeof value === 'string' && value.trim()) bodies.push({ html, value })
  }
  if (Array.isArray(fields.bodies))
    for (const each of fields.bodies.slice(0, 50)) {
      if (typeof each !== 'object' || each === null) continue
      const body = lowerKeys(each as Fields)
      const kind = `${words(body.contenttype) ?? ''} ${words(body.role) ?? ''}`
      add(body.value, /html|xml|nitf/i.test(kind) || (typeof body.value === 'string' && /^\s*<\w/.test(body.value)))
    }
  for (const key of ['body_xhtml', 'body_html', 'body_html5']) add(fields[key], true)
  for (const key of ['body_text', 'body']) add(fields[key], false)
  let body = bodies.find(({ html }) => html) ?? bodies[0]
  if (!body) {
    const summary = words(fields.description_text) ?? valueOf(fields.descriptions, ['text', 'main', 'caption'])
    if (!summary) return []
    remarks.push('The item has no body; its description was taken.')
    body = { html: /^\s*<\w/.test(summary), value: summary }
  }
  if (body.html) {
    const { parts, remarks: more } = htmlParts(body.value)
    remarks.push(...more)
    // A heading in the body is the item's headline said again, or a subhead of it.
    return parts.flatMap((part) => {
      if (!('content' in part) || 'nodeSize' in part || part.type !== 'headline' || !headline) return [part]
      const same = part.content.map((node) => node.text).join('') === tidy([{ text: headline, marks: [] }])[0]?.text
      return same ? [] : [{ ...part, type: 'subhead' as const, level: 2 as const }]
    })
  }
  const lines = cleanText(body.value).split('\n')
  const first = lines.findIndex((each) => each.trim())
  if (headline && lines[first]?.trim() === headline.trim()) lines.splice(first, 1)
  return lines.flatMap((each) => {
    const content = tidy([{ text: each, marks: [] }])
    return content.length > 0 ? [{ content }] : []
  })
}

/** A field's words: only a string, cleaned, not empty. */
function words(value: unknown): string | undefined {
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

function agencyOf(fields: Fields): string | undefined {
  const named = [
    fields.provider,
    fields.copyrightholder,
    fields.source,
    fields.by,
    fields.byline,
    fields.infosources,
    fields.infosource,
  ]
  for (const value of named) {
    const entries = Array.isArray(value)
      ? value.map((each: unknown) => (typeof each === 'object' && each !== null ? (each as Fields).name : each))
      : [value]
    for (const entry of entries) {
      const text = words(typeof entry === 'object' && entry !== null ? (entry as Fields).name : entry)
      if (!text) continue
      const code = agencyCode(text) ?? agenciesIn(text)[0]?.code
      if (code) return code
    }
  }
  return undefined
}

const isoTime = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

function time(value: unknown): string | undefined {
  const text = words(value)
  return text && isoTime.test(text) ? text : undefined
}

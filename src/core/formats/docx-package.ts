import { SaxesParser, type SaxesTagNS } from 'saxes'
import { ReadError } from './types'
import type { Zip } from './zip'

const maxDepth = 500

export interface Element {
  /** Local name, and whether it is in a namespace of WordprocessingML (transitional or strict). */
  name: string
  word: boolean
  /** Attributes by local name; of two with one local name, the first. */
  attributes: ReadonlyMap<string, string>
}

const wordNamespace =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main$/

/** Walks an XML part. A document type, and anything ill-formed or nested absurdly deep, is refused. */
export function readXml(
  bytes: Uint8Array,
  visit: { open(element: Element): void; close(element: Element): void; text?(text: string): void },
) {
  const parser = new SaxesParser({ xmlns: true })
  const stack: Element[] = []
  parser.on('doctype', () => {
    throw new ReadError('unsafe', 'The file declares a document type, which a Word file never does.')
  })
  parser.on('error', (error) => {
    throw new ReadError('damaged', `The file is damaged: ${error.message.slice(0, 160)}.`)
  })
  parser.on('opentag', (tag) => {
    const element = elementOf(tag)
    stack.push(element)
    if (stack.length > maxDepth) throw new ReadError('unsafe', `The file is nested deeper than ${maxDepth} levels.`)
    visit.open(element)
  })
  parser.on('closetag', () => visit.close(stack.pop()!))
  if (visit.text) parser.on('text', (text) => visit.text!(text))
  const wide = bytes[0] === 0xff || bytes[0] === 0xfe
  parser.write(new TextDecoder(wide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes)).close()
}

function elementOf(tag: SaxesTagNS): Element {
  const attributes = new Map<string, string>()
  for (const attribute of Object.values(tag.attributes))
    if (!attributes.has(attribute.local)) attributes.set(attribute.local, attribute.value)
  return { name: tag.local, word: wordNamespace.test(tag.uri), attributes }
}

export interface Relationship {
  type: string
  target: string
  external: boolean
}

/** The relationships of a part (`''` for the package itself). */
export function relationships(zip: Zip, of: string): ReadonlyMap<string, Relationship> {
  const slash = of.lastIndexOf('/') + 1
  const bytes = zip.part(`${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`)
  const found = new Map<string, Relationship>()
  if (!bytes) return found
  readXml(bytes, {
    open({ name, attributes }) {
      if (name !== 'Relationship') return
      found.set(attributes.get('Id') ?? '', {
        type: attributes.get('Type') ?? '',
        target: attributes.get('Target') ?? '',
        external: attributes.get('TargetMode') === 'External',
      })
    },
    close() {},
  })
  return found
}

/** The name of the part that a relationship leads to. A target outside the package is refused. */
export function partName(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') {
      if (steps.length === 0) throw new ReadError('unsafe', 'The file points outside itself.')
      steps.pop()
    } else if (step && step !== '.') steps.push(step)
  }
  if (/[\\:]/.test(target)) throw new ReadError('unsafe', 'The file points outside itself.')
  return steps.join('/')
}

export interface ParagraphStyle {
  name: string
  basedOn?: string
  outline?: number
  hidden: boolean
  bold?: boolean
  italic?: boolean
  numbering?: string
}

/** The styles by id; names in lower case. */
export function styles(bytes: Uint8Array | undefined): ReadonlyMap<string, ParagraphStyle> {
  const found = new Map<string, ParagraphStyle>()
  if (!bytes) return found
  let style: ParagraphStyle | undefined
  let inRun = false
  readXml(bytes, {
    open({ name, word, attributes }) {
      if (!word) return
      const value = attributes.get('val')
      if (name === 'style') {
        style = { name: '', hidden: false }
        found.set(attributes.get('styleId') ?? '', style)
      } else if (!style) return
      else if (name === 'name') style.name = (value ?? '').toLowerCase()
      else if (name === 'basedOn' && value) style.basedOn = value
      else if (name === 'outlineLvl') style.outline = Number(value)
      else if (name === 'numId' && value) style.numbering = value
      else if (name === 'rPr') inRun = true
      else if (inRun && name === 'vanish') style.hidden = isOn(value)
      else if (inRun && name === 'b') style.bold = isOn(value)
      else if (inRun && name === 'i') style.italic = isOn(value)
    },
    close({ name }) {
      if (name === 'style') style = undefined
      if (name === 'rPr') inRun = false
    },
  })
  return found
}

/** Which levels of which lists are numbered; every other list has bullets. Keys are `numId/level`. */
export function numbering(bytes: Uint8Array | undefined): ReadonlySet<string> {
  const ordered = new Set<string>()
  if (!bytes) return ordered
  const abstract = new Map<string, Set<string>>()
  let current: Set<string> | undefined
  let level = ''
  let num = ''
  readXml(bytes, {
    open({ name, word, attributes }) {
      if (!word) return
      if (name === 'abstractNum') abstract.set(attributes.get('abstractNumId') ?? '', (current = new Set()))
      else if (name === 'lvl') level = attributes.get('ilvl') ?? '0'
      else if (name === 'numFmt' && current && !/^(?:bullet|none)$/.test(attributes.get('val') ?? 'bullet'))
        current.add(level)
      else if (name === 'num') num = attributes.get('numId') ?? ''
      else if (name === 'abstractNumId')
        for (const each of abstract.get(attributes.get('val') ?? '') ?? []) ordered.add(`${num}/${each}`)
    },
    close({ name }) {
      if (name === 'abstractNum') current = undefined
    },
  })
  return ordered
}

/** An on-off property: there and not said to be off. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off|none)$/.test(value)
}

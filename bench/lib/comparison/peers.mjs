// Comparisons from npm, each called as its documentation says, and their answers as kept ranges. `prepare` is not timed:
// every peer gets its own kind of input ready made.
import DiffMatchPatch from 'diff-match-patch'
import { diffWordsWithSpace } from 'diff'
import { lcs } from 'fast-myers-diff'
import htmlDiff from 'node-htmldiff'
import { ChangeSet, simplifyChanges } from 'prosemirror-changeset'
import { Schema } from 'prosemirror-model'
import { StepMap } from 'prosemirror-transform'
import { tokenize } from './prose.mjs'

const keep = (from, newFrom, length) => ({ op: 'keep', old: [from, from + length], new: [newFrom, newFrom + length] })

/** Kept ranges of a list of pieces, each kept (0), deleted (-1) or inserted (1), that spell out both texts. */
function fromPieces(pieces) {
  const ops = []
  let old = 0
  let fresh = 0
  for (const [kind, text] of pieces) {
    if (kind === 0) ops.push(keep(old, fresh, text.length))
    if (kind <= 0) old += text.length
    if (kind >= 0) fresh += text.length
  }
  return ops
}

const texts = ({ flat, flatNew }) => [flat.text, flatNew.text]

const jsdiff = {
  name: 'jsdiff diffWordsWithSpace',
  prepare: texts,
  run: ([a, b]) => diffWordsWithSpace(a, b),
  ops: (parts) => fromPieces(parts.map(({ added, removed, value }) => [added ? 1 : removed ? -1 : 0, value])),
}

const words = /\s+|[\p{L}\p{M}\p{N}_'\u2019]+|[^\s]/gu

/** The line mode of its documentation, for words: each different word one character. */
const dmp = {
  name: 'diff-match-patch words + cleanupSemantic',
  prepare: texts,
  run([a, b]) {
    const list = []
    const known = new Map()
    const encode = (text) =>
      (text.match(words) ?? [])
        .map((word) => {
          if (!known.has(word)) known.set(word, list.push(word) - 1)
          return String.fromCharCode(known.get(word))
        })
        .join('')
    const differ = new DiffMatchPatch()
    const parts = differ.diff_main(encode(a), encode(b), false)
    differ.diff_cleanupSemantic(parts)
    return parts.map(([kind, text]) => [kind, Array.from(text, (each) => list[each.charCodeAt(0)]).join('')])
  },
  ops: fromPieces,
}

const myers = {
  name: 'fast-myers-diff on tokens',
  prepare({ flat, flatNew }) {
    const [a, b] = [tokenize(flat.text), tokenize(flatNew.text)]
    return { a, b, x: a.map(({ text }) => text), y: b.map(({ text }) => text) }
  },
  run: ({ x, y }) => [...lcs(x, y)],
  ops(runs, { flat, flatNew }, { a, b }) {
    const ops = []
    for (const [from, newFrom, length] of runs)
      for (let step = 0; step < length; step++) {
        const [token, other] = [a[from + step], b[newFrom + step]]
        const last = ops.at(-1)
        // Space between kept tokens is kept where it is the same.
        if (last && flat.text.slice(last.old[1], token.start) === flatNew.text.slice(last.new[1], other.start)) {
          last.old[1] = token.end
          last.new[1] = other.end
        } else ops.push(keep(token.start, other.start, token.end - token.start))
      }
    return ops
  },
}

const tags = { p: 'p', h2: 'h2', h3: 'h3', quote: 'blockquote', li: 'li' }
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text) => text.replace(/[&<>"]/g, (each) => entities[each])
const unescape = (text) =>
  text.replace(/&(amp|lt|gt|quot);/g, (each) => Object.keys(entities).find((key) => entities[key] === each))

function edgesOf({ text, marks = [] }) {
  return [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b)
}

function toHtml({ blocks }) {
  return blocks
    .map((block) => {
      const edges = edgesOf(block)
      let inner = ''
      for (let index = 0; index + 1 < edges.length; index++) {
        const on = (block.marks ?? []).filter(({ from, to }) => from <= edges[index] && to >= edges[index + 1])
        const open = on.map(({ type, href }) => (type === 'link' ? `<a href="${escape(href ?? '')}">` : `<${type}>`))
        const close = on.map(({ type }) => (type === 'link' ? '</a>' : `</${type}>`)).reverse()
        inner += open.join('') + escape(block.text.slice(edges[index], edges[index + 1])) + close.join('')
      }
      const tag = tags[block.type] ?? 'p'
      return `<${tag}>${inner}</${tag}>`
    })
    .join('\n')
}

/** The characters of a text that are no space, and where each stands. */
function inkOf(text) {
  const characters = []
  const places = []
  for (let at = 0; at < text.length; at++) {
    if (/\s/.test(text[at])) continue
    characters.push(text[at])
    places.push(at)
  }
  return { characters, places }
}

/** Where each shown character stands in the text. What the page lost or made up is passed over by a common subsequence. */
function placesOf(shown, text) {
  const { characters, places } = inkOf(text)
  if (shown.join('') === characters.join('')) return places
  const found = new Array(shown.length).fill(-1)
  for (const [from, at, length] of lcs(shown, characters))
    for (let step = 0; step < length; step++) found[from + step] = places[at + step]
  return found
}

/** The page's characters against both texts; space may have changed on the way. */
function fromPage(page, { flat, flatNew }) {
  const shown = []
  const shownNew = []
  const pairs = []
  const open = []
  for (const [, closing, tag, rest, text] of page.matchAll(/<(\/?)([a-z][\w-]*)([^>]*)>|([^<]+)/gi)) {
    if (text === undefined) {
      if (tag !== 'ins' && tag !== 'del') continue
      if (closing) open.pop()
      else open.push(/class=["']mod["']/.test(rest) ? 'mod' : tag)
      continue
    }
    for (const character of inkOf(unescape(text)).characters) {
      const kept = !open.includes('ins') && !open.includes('del')
      if (kept) pairs.push([shown.length, shownNew.length, open.includes('mod')])
      if (!open.includes('ins')) shown.push(character)
      if (!open.includes('del')) shownNew.push(character)
    }
  }
  const [places, newPlaces] = [placesOf(shown, flat.text), placesOf(shownNew, flatNew.text)]
  const ops = []
  const formats = []
  for (const [i, j, isMod] of pairs) {
    const [old, fresh] = [places[i], newPlaces[j]]
    if (old < 0 || fresh < 0 || flat.text[old] !== flatNew.text[fresh]) continue
    if (isMod) formats.push({ op: 'format', new: [fresh, fresh + 1] })
    const last = ops.at(-1)
    const gap = last && flat.text.slice(last.old[1], old)
    if (last && gap.trim() === '' && gap === flatNew.text.slice(last.new[1], fresh)) {
      last.old[1] = old + 1
      last.new[1] = fresh + 1
    } else ops.push(keep(old, fresh, 1))
  }
  return [...ops, ...joined(formats, flatNew.text)]
}

function joined(formats, text) {
  const found = []
  for (const format of formats) {
    const last = found.at(-1)
    if (last && text.slice(last.new[1], format.new[0]).trim() === '') last.new[1] = format.new[1]
    else found.push(format)
  }
  return found
}

const html = {
  name: 'node-htmldiff',
  prepare: ({ old, fresh }) => [toHtml(old), toHtml(fresh)],
  run: ([a, b]) => htmlDiff(a, b),
  ops: fromPage,
}

const block = { group: 'block', content: 'text*' }
const schema = new Schema({
  nodes: { doc: { content: 'block+' }, p: block, h2: block, h3: block, quote: block, li: block, text: {} },
  marks: { link: { attrs: { href: { default: '' } } }, strong: {}, em: {}, code: {} },
})

function toNode({ blocks }) {
  const nodes = blocks.map((each) => {
    const edges = edgesOf(each)
    const content = []
    for (let index = 0; index + 1 < edges.length; index++) {
      const on = (each.marks ?? []).filter(({ from, to }) => from <= edges[index] && to >= edges[index + 1])
      const marks = on.map(({ type, href }) => schema.mark(type, type === 'link' ? { href: href ?? '' } : null))
      content.push(schema.text(each.text.slice(edges[index], edges[index + 1]), marks))
    }
    return schema.node(each.type, null, each.text === '' ? [] : content)
  })
  return schema.node('doc', null, nodes)
}

/** Block i's text begins at its flat offset plus i plus i and one: two tokens a block, of which the flat text has one. */
function toFlat({ blocks }) {
  const starts = []
  let at = 0
  for (const { text } of blocks) {
    starts.push({ position: at + starts.length + 1, flat: at, length: text.length })
    at += text.length + 1
  }
  return (position) => {
    const found = starts.findLast((each) => each.position <= position) ?? starts[0]
    return found.flat + Math.min(found.length, Math.max(0, position - found.position))
  }
}

const changeset = {
  name: 'prosemirror-changeset + simplifyChanges',
  prepare: ({ old, fresh }) => ({ a: toNode(old), b: toNode(fresh) }),
  run({ a, b }) {
    const set = ChangeSet.create(a).addSteps(b, [new StepMap([0, a.content.size, b.content.size])], 0)
    return simplifyChanges(set.changes, b)
  },
  ops(changes, { old, fresh }, { a, b }) {
    const [at, atNew] = [toFlat(old), toFlat(fresh)]
    const ops = []
    let from = 0
    let newFrom = 0
    const end = { fromA: a.content.size, fromB: b.content.size, toA: 0, toB: 0 }
    for (const { fromA, fromB, toA, toB } of [...changes, end]) {
      const length = Math.min(at(fromA) - at(from), atNew(fromB) - atNew(newFrom))
      if (length > 0) ops.push(keep(at(fromA) - length, atNew(fromB) - length, length))
      from = toA
      newFrom = toB
    }
    return ops
  },
}

export const peers = [jsdiff, dmp, html, myers, changeset]

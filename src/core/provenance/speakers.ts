import { storyText } from '../manuscript'
import { findQuotations, type Quotation } from '../quotations'
import type { Found } from './quote-check'
import type { QuotedSource } from './quote-index'
import { names } from './spoken'
import { thresholds } from './thresholds'

const cueVerbs =
  'said|says|say|told|tells|added|adds|asked|asks|wrote|writes|continued|explained|warned|stated|noted|insisted|replied|argued|declared|recalled|claimed|posted|tweeted|announced|remarked|joked|testified|complained|admitted|concluded|observed|called|described'
const afterMarks = new RegExp(
  String.raw`^[”"’',.!?\s]{0,4}(?:(?:${cueVerbs})\s+((?:(?!\bto\b|\bin\b|\bon\b|\bat\b)[^.!?\n“"]){1,80})|((?:[^.!?\n“",]){1,80}?),?\s+(?:${cueVerbs})\b)`,
  'u',
)
const beforeMarks = new RegExp(
  String.raw`((?:[^.!?\n“”"]){1,120}?)\s+(?:${cueVerbs})\b[^.!?\n”"]{0,60}[“"‘']?\s*$`,
  'u',
)

/**
 * Whether the story gives the words to the one whom the source gives them to. Undefined when either says nothing, or when
 * one of the two is an office or body that may well stand for the other.
 */
export function speakerAgrees(found: Found, quotation: Quotation, text: string): boolean | undefined {
  const { source, first, last } = found
  if (!source || !quotation.speaker || found.check.verdict === 'no-source') return undefined
  const theirs = sourceSpeaker(source, first, last)
  if (!theirs) return undefined
  const reference = quotation.reference ? ` ${text.slice(quotation.reference.start, quotation.reference.end)}` : ''
  const ours = quotation.speaker + reference
  const ourNames = names(ours).map(fold)
  const theirNames = names(theirs).map(fold)
  if (ourNames.length === 0 || theirNames.length === 0) return undefined
  if (ourNames.some((name) => theirNames.includes(name))) return true
  const kind = quotation.speakerKind
  if (kind && kind !== 'person') return undefined
  // Bodies speak for one another: a country, its capital, its government, an office and its holder (d16, S-11).
  if (!looksLikePerson(ours) || !looksLikePerson(theirs)) return undefined
  // Two people use the same two words.
  if (last - first + 1 < thresholds.someonesWords) return undefined
  // It blocks a story, so a second witness is heard: the finder, reading the source as it reads a story.
  const seconded = foundSpeaker(source, first)
  return seconded === undefined ||
    names(seconded)
      .map(fold)
      .some((name) => ourNames.includes(name))
    ? undefined
    : false
}

function fold(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

// Paragraphs before the one that holds the words: who "he" is stands in one of them.
const paragraphsBefore = 3

/** Who says the words in the source, as the finder of quotations reads it; undefined where it names nobody. */
function foundSpeaker({ text, words }: QuotedSource, first: number): string | undefined {
  const at = words[first]!.start
  let start = at
  for (let line = 0; line <= paragraphsBefore && start > 0; line++) {
    start = text.lastIndexOf('\n', start - 1)
    while (start > 0 && text[start - 1] === '\n') start--
  }
  start = Math.max(0, start)
  const stop = text.indexOf('\n', at)
  const story = storyText(text.slice(start, stop < 0 ? text.length : stop))
  return findQuotations(story).quotations.find(({ fragments }) =>
    fragments.some((one) => one.start <= at - start && at - start < one.end),
  )?.speaker
}

const places =
  /\b(?:Washington|Beijing|Moscow|Seoul|Pyongyang|Tokyo|London|Paris|Berlin|Kyiv|Delhi|Islamabad|Tehran|Ankara|Brussels|Rome|Madrid|Ottawa|Canberra|North|South|United|States|Kingdom|Korea|China|Russia|Iran|Israel|India|Pakistan|Ukraine|Turkey|Japan|Germany|France|Britain)\b/

function looksLikePerson(who: string): boolean {
  const words = names(who)
  return (
    words.length >= 1 &&
    words.length <= 5 &&
    !places.test(who) &&
    !/\b(?:Ministry|Office|Department|Council|Court|Agency|Police|Inc|Corp|Ltd|University|Committee)\b/.test(who)
  )
}

// A story is traced with every pause in typing; its sources stay as they are.
const known = new WeakMap<QuotedSource, Map<string, string | undefined>>()

function sourceSpeaker(source: QuotedSource, first: number, last: number): string | undefined {
  let held = known.get(source)
  if (!held) known.set(source, (held = new Map()))
  const key = `${first} ${last}`
  if (!held.has(key)) held.set(key, readSpeaker(source, first, last))
  return held.get(key)
}

/** Who says the words in the source: the cue after the marks, else before them, in the same paragraph. */
function readSpeaker(source: QuotedSource, first: number, last: number): string | undefined {
  const at = source.spokenAt[first]!
  const to = source.spokenAt[last]!
  if (at < 0 || to < 0) return undefined
  const { utterance } = source.spoken[at]!
  const said = source.spoken.filter((range) => range.utterance === utterance)
  for (const range of said) {
    const tail = source.text.slice(range.end + 1, range.end + 160).split('\n')[0]!
    const match = afterMarks.exec(tail)
    // After a full stop another sentence begins, whose subject says something else: only “said Orlik” still belongs.
    const ended = source.text[range.end - 1] === '.' || tail.startsWith('.')
    const who = match?.[1] ?? (ended ? undefined : match?.[2])
    if (who && names(who).length > 0) return who
  }
  for (const range of said) {
    const lead = source.text
      .slice(Math.max(0, range.start - 200), range.start - 1)
      .split('\n')
      .at(-1)!
    const who = beforeMarks.exec(lead)?.[1]
    if (who && names(who).length > 0) return who.split(/[,;]/).slice(0, 2).join(',')
  }
  return undefined
}

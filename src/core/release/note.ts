import { tokenize } from '../language'
import { foldWords } from '../policy'
import type { ReleaseKind } from '../record'
import type { PublishedChange } from './changes'

/** What a note lacks. One that blocks stops the release; the other is said beside the field. */
export interface NoteFault {
  rule: string
  level: 'block' | 'note'
  message: string
}

// A correction is called one (AP; house rule K-1).
const otherNames = /\b(?:recast|fix|clarif|chang|tweak|amend)(?:s|es|ed|ing|y|ies|ied|ications?)?\b/iu
// As many as a note tells before it asks to be written by hand.
const mostTold = 4
// A run this long in the note is taken from the change and not from chance.
const tellingRun = 4

/**
 * A note for the changes readers must be told of: what was said, and what is right (K-2). Empty where there is nothing to
 * tell. It is a proposal: the person who signs knows what was meant.
 */
export function proposeNote(kind: ReleaseKind, changes: readonly PublishedChange[]): string {
  const told = changes.filter(({ facts }) => facts.length > 0).slice(0, mostTold)
  if (told.length === 0 || (kind !== 'correction' && kind !== 'update')) return ''
  if (kind === 'update')
    return `Update: ${told.map((change) => (change.new ? (change.old ? `“${change.new}”, earlier “${change.old}”` : `adds “${change.new}”`) : `without “${change.old}”`)).join('; ')}.`
  const sentences = told.map((change) =>
    change.new
      ? `An earlier version of this story said “${change.old}”. It is “${change.new}”.`
      : `An earlier version of this story said “${change.old}” That is withdrawn.`,
  )
  return `Correction: ${sentences.join(' ')}`
}

/** What a release's note lacks under the rules K-1, K-2, K-4, K-6, K-8 and K-11. `staff` are the names of people of the desk. */
export function judgeNote(
  kind: ReleaseKind,
  note: string,
  changes: readonly PublishedChange[],
  staff: readonly string[] = [],
): NoteFault[] {
  const words = note.trim()
  const block = (rule: string, message: string): NoteFault => ({ rule, level: 'block', message })
  if (kind === 'first') return []
  if (kind === 'kill')
    return words
      ? blame(words, staff)
      : [block('K-6', 'A kill gives its reason, or names the story that replaces this one.')]
  const facts = changes.filter((change) => change.facts.length > 0)
  if (!words) {
    if (kind === 'correction') return [block('K-2', 'A correction says what was wrong and what is right.')]
    if (facts.length === 0) return []
    const kinds = [...new Set(facts.flatMap((change) => change.facts))]
    return [block('K-4', `Published words were changed (${kinds.join(', ')}). The note says which.`)]
  }
  const faults: NoteFault[] = []
  const other = kind === 'correction' ? otherNames.exec(words.replace(/“[^”]*”|"[^"]*"/g, '')) : null
  if (other) faults.push(block('K-1', `A correction is called a correction: the note says “${other[0]}”.`))
  if (kind === 'correction' && changes.length === 0)
    faults.push(block('K-2', 'Nothing was changed since the last release, so there is nothing to correct.'))
  else if (kind === 'correction' && !(facts.length > 0 ? facts : changes).some((change) => tells(words, change)))
    faults.push(
      block('K-2', 'The note has none of the words that were changed. Quote what was said, or what is right.'),
    )
  const untold = facts.filter((change) => change.facts.includes('quotation') && !tells(words, change))
  for (const { old, new: now } of untold)
    faults.push(block('K-11', `A quotation was changed and the note does not say so: “${short(old || now)}”.`))
  return [...faults, ...blame(words, staff)]
}

/** Whether a note has the changed words, old or new, or a run of the words around them. */
function tells(note: string, change: PublishedChange): boolean {
  const given = ` ${plain(note).join(' ')} `
  const has = (words: readonly string[]) => words.length > 0 && given.includes(` ${words.join(' ')} `)
  const runs = (words: readonly string[]) =>
    words.length <= tellingRun
      ? has(words)
      : words.some((_, at) => at + tellingRun <= words.length && has(words.slice(at, at + tellingRun)))
  const small = (words: readonly string[]) => words.every((word) => word.length <= 3 && !/\p{N}/u.test(word))
  for (const changed of [plain(change.oldWords), plain(change.newWords)])
    if (!small(changed) && has(changed)) return true
  return runs(plain(change.old)) || runs(plain(change.new))
}

const plain = (text: string) =>
  tokenize(foldWords(text).toLowerCase())
    .filter(({ kind }) => kind !== 'mark')
    .map((token) => token.text)

/** K-8: no blame on a person of the desk. */
function blame(note: string, staff: readonly string[]): NoteFault[] {
  const named = staff.filter((name) => name.trim().length > 2 && note.includes(name.trim()))
  return named.length === 0
    ? []
    : [{ rule: 'K-8', level: 'note', message: `The note names ${named.join(' and ')}. A correction blames nobody.` }]
}

const short = (words: string) => (words.length > 70 ? `${words.slice(0, 66)}…` : words)

import { diffWordsWithSpace } from 'diff'

/** A stretch of two wordings laid together: in both, only in the old, only in the new, or the old one's own cue. */
export interface Stretch {
  kind: 'same' | 'gone' | 'new' | 'cue'
  text: string
}

// Below this share of common letters a diff is only noise: two sentences that share their small words.
const leastCommon = 0.3
// What a source says between two parts in marks: '," the minister said. "'.
const ownCue = /[,.?!]?["”’]\s[^"“”]{3,200}?["“‘](?=\S)/g

/**
 * Two wordings laid together. Spaces at the edge of a change belong to no side, and a comma or stop that only ends the one
 * wording (V-5: the last before the closing mark may differ) is no change. Undefined when they have next to nothing in
 * common. Across a cue, what the old says between its parts in marks is set apart, not counted as gone (V-8).
 */
export function stretches(old: string, now: string, across: 'cue' | 'nothing' = 'nothing'): Stretch[] | undefined {
  const end = /[,.\s]+$/
  const bare = (text: string) => text.replace(end, '')
  const tail = end.exec(now)?.[0] ?? ''
  const cues: { at: number; text: string }[] = []
  let taken = 0
  const spoken =
    across === 'nothing'
      ? old
      : old.replace(ownCue, (text, at: number) => {
          const said = text.replace(/^[,.?!]?["”’]\s*|[\s,.:]*["“‘]$/g, '')
          cues.push({ at: at - taken, text: ` (${said}) ` })
          taken += text.length - 1
          return ' '
        })
  const found: Stretch[] = []
  const add = (kind: Stretch['kind'], text: string) => {
    const last = found.at(-1)
    if (!text) return
    if (last?.kind === kind) last.text += text
    else found.push({ kind, text })
  }
  let read = 0
  /** Adds words of the old, with the cues that stand among them. */
  const addOld = (kind: 'same' | 'gone', text: string) => {
    let from = 0
    while (cues[0] && cues[0].at < read + text.length) {
      const { at, text: cue } = cues.shift()!
      add(kind, text.slice(from, at - read))
      add('cue', cue)
      from = at - read + 1
    }
    add(kind, text.slice(from))
    read += text.length
  }
  let common = 0
  for (const { value, added, removed } of diffWordsWithSpace(bare(spoken), bare(now))) {
    if (!added && !removed) {
      common += value.trim().length
      addOld('same', value)
      continue
    }
    const [, before, words, after] = /^(\s*)([^]*?)(\s*)$/.exec(value)!
    if (added) {
      add('same', before!)
      // Joined across a cue, the comma before it becomes a stop.
      add(across === 'cue' && /^[.,]$/.test(words!) ? 'same' : 'new', words!)
      add('same', after!)
    } else {
      addOld('same', before!)
      addOld('gone', words!)
      addOld('same', after!)
    }
  }
  if (common < leastCommon * Math.max(1, Math.min(bare(spoken).length, bare(now).length))) return undefined
  add('same', tail)
  return found
}

/**
 * Words as the program compares them (rule V-1): NFC; one kind of quotation mark, apostrophe, dash and space; soft
 * hyphens and zero-width characters gone; "…" is "...". Case, words, digits and order stay.
 */
export function foldWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚ʼ]/g, "'")
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/…/g, '...')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A key for an utterance: folded words without marks around them, final stop or case, so that each appearance has one. */
export function utteranceKey(words: string): string {
  return foldWords(words)
    .replace(/^["'\s]+|["'\s.,;:!?-]+$/g, '')
    .toLowerCase()
}

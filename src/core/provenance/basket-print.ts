import { wordsIn } from './words'

/** A stem as a number: FNV-1a, 32 bits. Two stems that fall on one number cost a candidate, never a wrong answer. */
export function stemHash(stem: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < stem.length; at++) hash = Math.imul(hash ^ stem.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/**
 * What the basket knows an item by: the stems of its matter as numbers, sorted, each once. Keep it beside the item and give
 * it to `add` to fill a basket without reading its texts again. A print holds for this version of the engine only: see
 * `printVersion`.
 */
export function basketPrint(text: string): Uint32Array {
  const stems = new Set<string>()
  for (const { stem, weight } of wordsIn(text)) if (weight > 0) stems.add(stem)
  return Uint32Array.from(stems, stemHash).sort()
}

/** Changes whenever words are read or hashed differently; prints of another version must be made anew. */
export const printVersion = 1

/**
 * The numbers that decide what stays and what counts as changed, in one place. They were set on essays with human
 * annotation and on seeded edits of news posts (docs/decisions/0010-comparison-algorithm.md), and are round on purpose.
 */

/** What keeping a token is worth: a content word, a short or common one, a punctuation mark. */
export const tokenWorth = { content: 1, short: 0.55, mark: 0.25 }
/** Letters from which a word counts as content. */
export const contentLength = 4
/** What a break between kept words costs: an island of kept words must be worth more than the two halves it makes. */
export const breakCost = 1.2
/** Token pairs up to which a gap is aligned by dynamic programming at once; larger gaps are first cut at rarer words. */
export const gapCells = 60_000
/** Lengths of the word sequences, unique on both sides, that anchor the alignment of whole texts and of large gaps. */
export const anchorLengths = [6, 4]
export const gapAnchorLengths = [3, 2, 1]

/** Share of a block's or sentence's tokens, on both sides, that must reappear elsewhere for it to be called moved. */
export const movedShare = 0.5
/** Words that a moved sentence, and a moved block that is not repeated word for word, must at least share. */
export const movedWords = 4

/** Share of the shorter sentence's worth that two sentences must have in common to answer one another. */
export const sentenceShare = 0.3

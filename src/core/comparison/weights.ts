/**
 * The numbers that decide what stays and what counts as changed, in one place. They were set on half of a set of essays
 * with human annotation and of seeded edits of news posts, and checked on the other half
 * (docs/decisions/0007-comparison-algorithm.md). They are round on purpose: none decides much alone.
 */

/** What keeping a token is worth: a content word, a short or common one, a punctuation mark. */
export const tokenWorth = { content: 1, short: 0.55, mark: 0.25 }
/** Letters from which a word counts as content. */
export const contentLength = 4
/**
 * What a gap between kept words costs. An edit of few tokens costs by its length, a rewrite the same whatever its length:
 * two common words between single replacements stay, the same two inside a rewritten passage do not.
 */
export const gapCost = { open: 0.7, each: 0.15, rewrite: 2 }
/** Token pairs up to which a gap is aligned by dynamic programming at once; larger gaps are first cut at rarer words. */
export const gapCells = 60_000
/** Lengths of the word sequences, unique on both sides, that anchor the alignment of whole texts and of large gaps. */
export const anchorLengths = [6, 4]
export const gapAnchorLengths = [3, 2, 1]
/** Tokens of a neighbouring sentence that an anchor may not take along: its stop, its "The". */
export const spillLength = 2
/** Tokens word for word that stay also between sentences that do not answer each other: a line of text is no chance. */
export const strayLength = 15

/**
 * Share of a block's or sentence's tokens, on both sides, that must reappear elsewhere for it to be called moved; of a block
 * that has `strayLength` of them on one side.
 */
export const movedShare = 0.5
/** Words that a moved sentence, and a moved block that is not repeated word for word, must at least share. */
export const movedWords = 4

/** What a word counts when sentences are compared, and a mark in those without words. */
export const wordShare = { content: 1, short: 0.7, mark: 0.7 }
/** What two sentences must share by that count, unless one of them has less. */
export const linkWords = 2
/**
 * How much of two sentences must be shared before they answer each other, as the mean of the shares of either: `sure` is
 * enough anywhere; `beside[n]` with n neighbours (before, after) that answer each other; `left` for two that nothing else
 * answers, in one place, by words in any order: the more pairs the place has, the likelier is chance. `part` is the share of the shorter one that lets a sentence have a second answer.
 */
export const linkShare = { sure: 0.5, beside: [0.4, 0.3, 0.2], left: { few: 0.33, many: 0.4 }, part: 0.8 }
/** Pairs of sentences without an answer, in one place, up to which each is compared with each; more is a rewrite. */
export const leftoverPairs = 400
/** Such pairs that are a few to choose from. */
export const leftoverFew = 6
/** Words up to which such sentences are compared: one of more is no sentence. */
export const leftoverWords = 250
/** Word pairs up to which the words that two stretches have in common are found at once: half a megabyte of bits. */
export const commonCells = 1 << 22

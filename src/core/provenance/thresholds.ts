/**
 * Every number on which provenance decides, with the reason beside it. They were set on public test stories; none is
 * taken from a handbook, for no handbook seen names one (attribution-rules, introduction).
 */
export const thresholds = {
  /** A sentence whose every word stands in the source in one run is verbatim from this many words on. */
  verbatimWords: 4,
  /** Common words in a row that make a run, and a long one: ten are not hit on twice by chance. */
  run: 2,
  longRun: 10,
  /** What a sentence must share with its passage to stand on it at all: a stock phrase under a picture weighs less. */
  leastMatter: 0.8,
  /** Share of a sentence's words in runs common words from which it is a light rewrite. */
  lightRuns: 0.6,
  /** Same, when the ordered overlap is also dense in matter words. */
  lightRunsDense: 0.45,
  lightDense: 0.7,
  /** A second source sentence is named when it explains at least this share of what the first leaves open. */
  secondPassage: 0.25,
  /** Characters of marks and spaces between two sentences that follow each other in a source. */
  lineBreak: 4,
  /** Weight that a second passage must add at least: one telling word may be chance. */
  secondWeight: 1.5,
  /** What sharing an idea in another word is worth beside sharing the word. */
  idea: 0.6,
  /** What a shared pair of neighbouring words adds when source sentences are ranked, and how often a pair may stand. */
  pairHit: 0.4,
  commonPairs: 12,
  /** Source sentences read closely for one sentence of the story. */
  candidates: 8,
  /** A word that stands in more places than this says nothing about which one it came from. */
  commonPlaces: 24,
  /** How far from the passage's diagonal, in words, a shared word may lie: rewriting moves words by a phrase, not more. */
  spanSlack: 12,
  /** Words in the story that may stand between two shared ones. */
  spanGap: 7,
  /** What a shared word must weigh to begin a passage; a small word in a shared pair weighs that much. */
  spanOpens: 0.3,
  /** A passage needs this much matter, this many shared words, and this much matter a word. */
  spanWeight: 3,
  spanPoints: 4,
  spanDensity: 0.34,
  /** Share of common words from which a passage counts as light rather than heavy. */
  spanLight: 0.6,
  /** Reach and patience, in words, when a passage grows over the small words at its edges. */
  growReach: 6,
  growMisses: 2,
  /** A head or tail of this many words beyond a full stop, thinner than this in shared words, is not the passage's. */
  looseReach: 14,
  looseDensity: 0.5,
  /** Characters between two passages, in story and source, that still make one. */
  joinStory: 60,
  joinSource: 90,
  /** Words from which a quotation is somebody's own: fewer are on many lips. */
  someonesWords: 4,
  /** Words of source looked at around a quotation beyond its own length, and more for each mark of omission. */
  quoteSlack: 24,
  cutReach: 160,
  /** A quotation of this many words that stands somewhere word for word is that one: nothing is laid along the sources. */
  wholeWords: 2,
  /** Places tried for one quotation, words that vote for a place, and how rare a word must be to vote once six have. */
  quoteWindows: 5,
  quoteVotes: 16,
  rareQuoteWord: 60,
  /** Share of a quotation's words that one place must hold for it to be that quotation altered, not another one. */
  quoteShare: 0.62,
  quoteShareLoose: 0.42,
  /** Words in a row that make up for a lower share. */
  quoteRun: 7,
  /** Share of a quotation's words that must stand in marks in a source that uses marks; prose in marks is made up. */
  spokenShare: 0.8,
  /** Words in a row that make a piece of their own in a stitched quotation. */
  pieceWords: 1,
  /** Share of a sentence in marks from which it is a quotation, whose words the quotation check weighs. */
  mostlySpoken: 0.5,
  /** How near a heavy rewrite must be to be held to its source's hedges, and the words of a name told at a distance. */
  hedgePair: 0.4,
  distanceWords: 3,
  /** Words of matter after a hedge that it hedges, and the share of them that must be in the story. */
  hedgeScope: 5,
  hedgeHeld: 0.5,
  /** The same for all that somebody says, in a sentence rewritten heavily. */
  hedgeHeldHeavy: 0.3,
  /** Characters before a number or name in which a word of the same kind hedges it. */
  hedgeReach: 30,
  /** Pairs of sentences remembered. */
  keptSentences: 8000,
  /** Two passages this near in similarity are equally close: either agency's credit will do (d16). */
  alike: 0.03,
  /** Borders of the credit tiers and their breadth (d16, tiers in numbers). */
  tier2: 0.15,
  tier3: 0.7,
  border: 0.05,
  /** Rewritten sentences that ask for a credit when no word for word copy was found: one alone may be chance. */
  heavyCredit: 2,
  /** Characters of an item short enough to be signed off by its agency alone: about a hundred words (T6). */
  shortItem: 900,
  /** Share of a document's words in long runs from which it is verbatim as a whole. */
  documentVerbatim: 0.5,
  /** Share of its words in verbatim and light sentences from which it is light. */
  documentLight: 0.4,
  /** Same with rewrites counted one half (d16), and the share of its words in common runs another half: heavy. */
  documentHeavy: 0.46,
  /** Share of "I" and "we" in a source's prose from which it speaks in its own voice. */
  ownVoice: 0.012,
  /** Share of a source's words in marks from which it marks what is spoken. */
  marksSpeech: 0.08,
  /** What it costs to lay a quotation on words that nobody says: more than the edges of a fragment of what somebody does. */
  prose: 1.5,
  /** A place that costs less than this is the place: no other is tried. */
  surely: 0.1,
  /** Share of a sentence's matter that a basket item must hold to be a likely source of it; a heavy rewrite holds that much. */
  basketLikely: 0.3,
  /** Items looked at for one sentence, and items read in full for one story. */
  basketPerSentence: 6,
  basketCandidates: 16,
  /** Share of the story that an item must add to be worth a person's look: two sentences in a thousand words. */
  basketAdds: 0.02,
  /** Items of one agency that share this much of their matter are versions of one. */
  basketSame: 0.6,
} as const

/**
 * What speaks for a sentence being a rewrite (heavy) rather than the paper's own, added up against a bar. The weights are
 * those of a logistic regression over rewrites by professionals and over sentences on the same themes from elsewhere,
 * rounded; half of the material chose them and the other half was read to see that they hold.
 */
export const heavyEvidence = {
  /** Share of the sentence's matter that its passages hold. */
  matter: 3.1,
  /** How much matter that is, for two shared words of four are chance and ten of twenty are not. */
  weight: 0.3,
  /** Share of words in common runs. */
  runs: 2,
  /** How far the best passage stands out: what many sentences of a source share is its theme. */
  ahead: 2.5,
  /** Share of the passage that the sentence takes up. */
  takenUp: 2,
  /** Names and numbers that no source has: rewriting takes names away and does not bring any. */
  foreign: 3,
  /** "told this newspaper". */
  own: 3,
  /** A sentence beside it from the same source: a story that follows a source goes on following it. */
  beside: 2,
  /** What all this must come to, and the share of matter below which neighbours alone would decide. */
  bar: 3,
  least: 0.15,
} as const

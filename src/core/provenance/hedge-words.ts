/*
 * Words that keep a claim at arm's length. What is lost when a rewrite drops them is told by kind: one kind does not stand
 * in for another, but any word of a kind does for any other of it.
 */

export type HedgeKind = 'attribution' | 'distance' | 'doubt' | 'charge' | 'atLeast' | 'atMost' | 'about'

export interface HedgeForm {
  kind: HedgeKind
  pattern: RegExp
  /** The word after it must be a number. */
  numeral?: true
  /** It stands between its subject and a bare verb: "could cut". */
  modal?: true
}

const who = String.raw`(?:[Ee]xperts?|[Aa]nalysts?|[Oo]fficials?|[Aa]uthorities|[Pp]olice|[Ww]itnesses|[Rr]esidents|[Cc]ritics|[Ss]cientists|[Rr]esearchers|[Ii]nvestigators|[Pp]rosecutors|[Ss]ources|[Ee]conomists|[Dd]octors|[Cc]ampaigners|[Oo]bservers|[Rr]eports?|[Mm]edia)`

/** Hedges as a source has them, most particular first. */
export const hedgeForms: readonly HedgeForm[] = [
  {
    kind: 'distance',
    pattern:
      /\bwhat (?:(?:\p{L}[\p{L}.’'-]*\s+){1,4})(?:called|calls|described as|describes as|said was|says is|said were|says are|termed|terms)(?=\s)/gu,
  },
  { kind: 'distance', pattern: /\bso-called(?=\s)/giu },
  {
    kind: 'charge',
    pattern: /\b(?:alleged|allegedly|purported|purportedly|suspected|reportedly|accused of|charged with)\b/giu,
  },
  {
    kind: 'doubt',
    modal: true,
    pattern: /\b(?:may|might|could)(?:\s+(?:well|also|soon|still|yet))?(?=\s+(?!not\b|never\b)\p{Ll})/gu,
  },
  {
    kind: 'doubt',
    pattern:
      /\b(?:appears? to|appeared to|seems? to|seemed to|apparently|apparent|possibly|possible|perhaps|probably|probable|likely to|likely|unconfirmed|presumed|believed to|thought to|understood to|expected to|feared to|fears? (?:of|that)|suspicions? (?:of|that))(?=\s)/giu,
  },
  {
    kind: 'atLeast',
    numeral: true,
    pattern: /\b(?:at least|no fewer than|no less than|more than|over|upwards of)(?=\s+[$€£₹]?[\p{N}\p{L}])/giu,
  },
  {
    kind: 'atMost',
    numeral: true,
    pattern: /\b(?:up to|as many as|as much as|at most|fewer than|less than|under)(?=\s+[$€£₹]?[\p{N}\p{L}])/giu,
  },
  {
    kind: 'about',
    numeral: true,
    pattern:
      /\b(?:about|around|approximately|roughly|some|nearly|almost|an estimated|estimated)(?=\s+[$€£₹]?[\p{N}\p{L}])/giu,
  },
]

/** Words of the same kind in a story, in any form: one of them is enough. */
export const sameKind: Record<HedgeKind, RegExp> = {
  attribution:
    /\b(?:said|says?|saying|told|tells|added|adds|adding|according to|reported(?:ly)?|reports?|announced|warned|warns|claimed|claims|alleged(?:ly)?|called|calls|described|describes|accused|insisted|stressed|noted|notes|stated|(?<!united )states|confirmed|urged|replied|wrote|writes|posted|tweeted|testified|argued|argues|believes?|believed|thinks?|estimates?|estimated|declared|explained|acknowledged|admitted|conceded|suggested|suggests|quoted|quoting|citing|cited|in the words of|statement|asked|pledged|vowed|promised|denied|maintains|maintained|hoped|hopes|expects?|expected|recommends?|recommended|wants?|finds|showed|shows|revealed|agreed|predicted|predicts|forecasts?|remarked|observed|put)\b/iu,
  distance: /\b(?:called|calls|described|describes|termed|so-called|said|says|according to)\b/iu,
  charge:
    /\b(?:alleg(?:ed|edly|es|ing|ations?)|purported(?:ly)?|suspected|suspects?|reportedly|accused|accuses|accusations?|charged|charges|claims?|claimed|said|says|according to|believed|thought)\b/iu,
  doubt:
    /\b(?:may|might|could|appear(?:s|ed)?|seem(?:s|ed)?|apparent(?:ly)?|possibl[ey]|possibility|perhaps|probabl[ey]|likely|unconfirmed|presumed|believed|thought|understood|expected|fear(?:s|ed)?|concerns?|worr(?:y|ies|ied)|apprehensions?|suspicions?|suspected|potential(?:ly)?|said to|not clear|unclear|whether|looks)\b/iu,
  atLeast:
    /\b(?:at least|no fewer than|no less than|more than|over|upwards of|minimum|or more|exceed(?:s|ed|ing)?|above)\b|\+/iu,
  atMost:
    /\b(?:up to|as many as|as much as|at most|fewer than|less than|under|maximum|or fewer|below|within|nearly|almost)\b/iu,
  about:
    /\b(?:about|around|approximately|roughly|some|nearly|almost|estimated|estimates?|close to|or so|more than|over|at least|just under|just over|approx|put at)\b|~/iu,
}

/** Where a source's sentence names who says it: at its end, or at its head. */
export const tailAttribution =
  /,\s+((?:according to\s[^,.;]{2,90})|(?:(?!which\b|who\b|and\b|but\b|as\b)[^,.;“”"]{2,80}?\s(?:said|says|told|added|claimed|reported|warned|believe|say)\b[^,;“”"]{0,60}?))(?=[.!?]?["”’]?\s*$)/u
export const headAttribution = new RegExp(
  String.raw`^((?:According to [^,]{2,90},)|(?:(?:[Tt]he |[Aa] |[Ss]ome |[Ss]everal |[Ll]ocal |[Ss]enior |[Mm]any |\p{Lu}[\p{L}.’'-]*\s+){0,4}(?:${who}|\p{Lu}[\p{L}.’'-]*)(?:\s+(?:of|for|in|from|with)\s+(?:the\s+)?[\p{L}.’'-]+(?:\s+[\p{L}.’'-]+){0,3})?\s+(?:say|says|said|believe|believes|believed|estimates?|warned|claim|claims|claimed|reported|told [^,.]{2,40})(?:\s+(?:on\s+)?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))?(?:\s+that)?))\s+(?=\S)`,
  'u',
)
/** In the middle of one, before a clause of its own: ", and experts say he is trying …". */
export const midAttribution = new RegExp(
  String.raw`(?<=(?:[,;:–—]\s+(?:(?:and|but|while|as|though|although|because)\s+)?|\b(?:and|but|while|though|although|because)\s+))(?:(?:the|some|several|many|most|other|local|senior|foreign|outside|military|\p{Lu}[\p{L}.’'-]*)\s+){0,3}${who}\s+(?:say|says|said|believe|believes|believed|think|estimated?|warn|warned|claim|claims|claimed|reported)(?:\s+that)?(?=\s+[\p{L}\p{N}$€£₹])`,
  'gu',
)

/** What makes a lost hedge grave: a crime, a death, an accusation (d16, S-18). */
export const grave =
  /\b(?:kill(?:s|ed|ing)?|dead|death|deaths|died|dies|murder(?:s|ed|er)?|slain|rape[sd]?|raping|assault(?:s|ed)?|abus(?:e|es|ed|ing)|molest\w*|arrest(?:s|ed)?|detained|charged|accus(?:e|es|ed|ation|ations)|alleg(?:e|es|ed|edly|ation|ations)|suspects?|suspected|attack(?:ed|ers?)|bomb(?:s|ed|ing|ings)?|shot|shooting|stabb(?:ed|ing)|fraud|corrupt(?:ion)?|brib(?:e|es|ed|ery)|st(?:ole|olen|eal|ealing)|theft|robb(?:ed|ery|eries)|kidnap\w*|abduct\w*|terror(?:ism|ist|ists)?|convicted|guilty|crimes?|criminal|smuggl\w+|traffick\w+|launder\w+|massacre\w*|genocide|tortur\w+)\b/iu

import { agencies } from '../language'

/** Figures: digits with their separators. */
export const figures = /\p{Nd}+(?:[.,:]\p{Nd}+)*/gu

/** Number words that change a fact. "One" is left out: it is a pronoun as often as a number. */
export const numberWords =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|lakhs?|crores?|millions?|billions?|trillions?|dozens?|half|double|twice|third|quarter)\b/gi

/** Words that say who said it. */
export const cuePhrase =
  /\b(?:sa(?:id|ys|ying)|told|tells|according to|add(?:ed|s)|stat(?:ed|es|ing)|announc(?:ed|es|ing)|claim(?:ed|s|ing)|alleg(?:ed|es|ing|edly)|report(?:ed|s|edly)|insist(?:ed|s)|den(?:ied|ies)|warn(?:ed|s|ing)|confirm(?:ed|s)|argu(?:ed|es|ing)|ask(?:ed|s)|repl(?:ied|ies)|explain(?:ed|s)|not(?:ed|es)|acknowledg(?:ed|es)|conced(?:ed|es)|admit(?:ted|s)|declar(?:ed|es)|tweeted|posted|wrote|quoted|citing)\b/i

/** The same, every one. */
export const cuePhrases = new RegExp(cuePhrase.source, 'gi')

/** News agencies by the names that bylines, datelines and credits use. */
export const agencyName = new RegExp(`\\b(?:${agencies.flatMap(({ forms }) => forms).join('|')})\\b`)

/** The line that tells readers of agency copy. */
export const creditPhrase =
  /\b(?:with (?:additional )?(?:inputs?|reporting|material|information)|with (?:[\p{L}.&-]+,? ){1,4}inputs?|inputs? from|contributed to this (?:report|story)|agencies\b)/iu

import { eachToken } from '../language'
import type { Range } from '../manuscript'

/**
 * A word as text reuse sees it: `form` is its folded letters, `stem` what rewriting leaves of it. `weight` is 0 for words
 * that carry no matter (the, of, said), 1 for ordinary ones, more for names and numbers, which survive rewriting.
 */
export interface Word extends Range {
  form: string
  stem: string
  weight: number
}

// Words that any two news sentences share: they hold sentences together and say nothing about where they come from.
const functionWords = new Set(
  `a about above after again against all also although am an and any are around as at away be because been before
  being below between both but by can cannot could did do does doing done down during each either else ever every few for
  from further had has have having he her here hers herself him himself his how however i if in into is it its itself just
  least less like made make many may me might more most much must my myself near neither no nor not now of off often on once
  one only onto or other our ours ourselves out over own per rather s same she should since so some still such t than that
  the their theirs them themselves then there these they this those though through thus to too toward towards under until
  up upon us very was we were what when where whether which while who whom whose why will with within without would yet you
  your yours yourself yourselves d ll m re ve`.split(/\s+/),
)

// Stock matter of news writing: seen in every story, so a match on it proves little.
const stockWords = new Set(
  `say says said saying tell tells told add adds added according report reports reported reporting news agency statement
  official officials spokesman spokeswoman spokesperson people year years day days week weeks month months time times
  monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow last next new first two mr mrs ms take
  takes took taken get gets got go goes went come comes came give gives gave given use uses used way part well back call
  calls called ask asks asked show shows showed shown see saw seen set put end many number`.split(/\s+/),
)

// Everyday words: sharing them says a little, for any two stories on one theme do.
const everydayWords = new Set(
  `able already always among area bad become begin believe best better big body book bring build business buy car carry case
  cause change child children city close come community company consider continue control cost country course create cut
  deal decide decision die different early effort end even event ever expect face fact fall family far father feel few find
  follow food force found free friend full game general girl give good government great group grow hand happen hard head
  health hear help high history hold home hope hour house idea important include increase information issue job keep kind
  know large late later law lead leader leave left less let level life line little live local long look lose lot low main
  major man mean meet member men mind minister minute money morning mother move much name national need never night nothing
  now offer office old open order own paid parent part party pass past pay person place plan play point police power present
  president problem provide public question raise reach read ready real reason remain report result right road room rule run
  school seem sell send sense serve service set several short side since small social something sometimes start state stay
  still stop story street strong study support sure system talk team thing think today together top toward town turn
  understand wait walk want war watch water whole win woman women word work world write wrong young`.split(/\s+/),
)

const numberWords: Record<string, number> = {
  zero: 0,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

/** The number a word stands for, written out or in digits; undefined when it is none. */
export function numberOf(form: string): string | undefined {
  if (Object.hasOwn(numberWords, form)) return String(numberWords[form])
  return /^\D?\d/.test(form) ? form.replace(/[,$€£¥₹]/g, '').replace(/(\d)(?:st|nd|rd|th|s)$/, '$1') : undefined
}

/** Letters folded for matching: lower case, straight apostrophes, no possessive ending, no soft hyphens. */
export function foldForm(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’ʼ‘`´]/g, "'")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/'s?$/, '')
}

// Forms that endings do not explain, before the word they are forms of.
const irregular = new Map(
  `arose arisen:arise|ate eaten:eat|awoke awoken:awake|beaten:beat|became:become|began begun:begin|bent:bend|bit bitten:bite
  blew blown:blow|bled:bleed|bore borne:bear|born:birth|bought:buy|bound:bind|bred:breed|broke broken:break
  brought:bring|built:build|burnt:burn|caught:catch|chose chosen:choose|clung:cling|crept:creep|dealt:deal|drank drunk:drink
  drawn drew:draw|driven drove:drive|dug:dig|dying died dies dead:die|fallen fell:fall|fed:feed|felt:feel|fled:flee
  flew flown:fly|flung:fling|forbade forbidden:forbid|forgot forgotten:forget|fought:fight|found:find|froze frozen:freeze
  grew grown:grow|heard:hear|held:hold|hid hidden:hide|hung:hang|kept:keep|knelt:kneel|knew known:know|laid:lay|lain:lie
  leapt:leap|learnt:learn|led:lead|left:leave|lent:lend|lit:light|lost:lose|meant:mean|met:meet|mistook mistaken:mistake
  overthrew overthrown:overthrow|paid:pay|ran:run|risen rose:rise|rung rang:ring|sank sunk:sink|sang sung:sing|sat:sit|sent:send
  shaken shook:shake|shot:shoot|shown:show|shrank shrunk:shrink|slept:sleep|slid:slide|sold:sell|sought:seek|spent:spend
  spoke spoken:speak|sprang sprung:spring|stole stolen:steal|stood:stand|struck stricken:strike|stuck:stick|stung:sting
  swept:sweep|swollen:swell|swore sworn:swear|swum swam:swim|swung:swing|taught:teach|thought:think|threw thrown:throw
  tore torn:tear|trodden:tread|understood:understand|undertook undertaken:undertake|upheld:uphold|withdrew withdrawn:withdraw
  withheld:withhold|withstood:withstand|woke woken:wake|won:win|wore worn:wear|wound:wound|written wrote:write
  men:man|women:woman|children:child|wives:wife|lives:life|thieves:thief|feet:foot|teeth:tooth|crises:crisis|analyses:analysis`
    .split(/[|\n]\s*/)
    .flatMap((line) => {
      const [forms, word] = line.split(':') as [string, string]
      return forms.split(' ').map((form): [string, string] => [form, word])
    }),
)

const stems = new Map<string, string>()
const stemLimit = 100_000

/** What is left of a word when inflection, common derivations and British or American spelling are taken off. */
export function stem(form: string): string {
  const known = stems.get(form)
  if (known !== undefined) return known
  if (stems.size > stemLimit) stems.clear()
  const made = numberOf(form) ?? strip(irregular.get(form) ?? form)
  stems.set(form, made)
  return made
}

const endings: [RegExp, string][] = [
  [/(?:ies|ied|y)$/, 'i'],
  [/(?:ss|sh|ch|x|z)es$/, ''],
  [/s$/, ''],
]
const derived =
  /(?:isations?|izations?|ational|ations?|ements?|ments?|nesses|ness|ising|izing|ised|ized|isers?|izers?|ise|ize|ities|iti|ities|ately|ingly|edly|ances?|ences?|anci|enci|ants?|ents?|ings?|ions?|ional|ical|ally|ives?|ers?|ors?|ists?|ism|able|ible|ful|ous|ian|eed|ed|al|ic|li|e|i)$/

function strip(form: string): string {
  if (form.length <= 3 || !/^[a-z]+$/.test(form.replace(/[^a-z]/g, '') || '-')) return form
  let word = form.replace(/our(?=[a-z]{0,4}$)/, 'or').replace(/([^aeiou])re(?=s?$)/, '$1er')
  for (const [ending, put] of endings) {
    const shorter = word.replace(ending, put)
    if (shorter !== word && shorter.length >= 3 && !/(?:ss|us|is)$/.test(word)) {
      word = shorter
      break
    }
  }
  for (let round = 0; round < 2; round++) {
    const shorter = word.replace(derived, '')
    if (shorter === word || shorter.length < 3 || !/[aeiouy]/.test(shorter)) break
    word = shorter
  }
  return word.replace(/([b-df-hj-np-rtv-z])\1$/, '$1')
}

/** A word without its place: what it folds to and is worth. */
export type Entry = Readonly<Omit<Word, 'start' | 'end'>>

// What a written word is worth, by its letters as they stand: a newsroom's day repeats the same few ten thousand.
const entries = new Map<string, Entry>()
const none: Entry = { form: '', stem: '', weight: 0 }
const percent: Entry = { form: 'percent', stem: 'percent', weight: 1 }

function entryOf(text: string): Entry {
  const known = entries.get(text)
  if (known !== undefined) return known
  if (entries.size > stemLimit) entries.clear()
  const made = readWord(text)
  entries.set(text, made)
  return made
}

function readWord(text: string): Entry {
  const form = foldForm(text)
  if (!form) return none
  if (functionWords.has(form)) return { form, stem: form, weight: 0 }
  return { form, stem: stem(form), weight: weightOf(text, form) }
}

function weightOf(text: string, form: string): number {
  if (stockWords.has(form)) return 0.35
  if (numberOf(form) !== undefined) return 1.3
  if (/^\p{Lu}/u.test(text)) return 1.2
  return everydayWords.has(form) ? 0.7 : 1
}

/** Hyphen-minus, hyphen, non-breaking hyphen. */
const isHyphen = (code: number) => code === 45 || code === 0x2010 || code === 0x2011

/** Calls `visit` for every word between `start` and `end`, compounds taken apart at their hyphens. */
export function eachWord(
  text: string,
  start: number,
  end: number,
  visit: (entry: Entry, start: number, end: number) => void,
) {
  const push = (from: number, to: number) => {
    if (to <= from) return
    const entry = entryOf(text.slice(from, to))
    if (entry.form) visit(entry, from, to)
  }
  eachToken(text, start, end, (kind, from, to) => {
    if (kind === 'mark') {
      if (text.charCodeAt(from) === 37) visit(percent, from, to)
    } else if (kind === 'number') {
      const share = text.charCodeAt(to - 1) === 37
      push(from, share ? to - 1 : to)
      if (share) visit(percent, to - 1, to)
    } else {
      let part = from
      for (let at = from; at < to; at++) {
        if (!isHyphen(text.charCodeAt(at))) continue
        push(part, at)
        part = at + 1
      }
      push(part, to)
    }
  })
}

/** The words of a stretch of text, see `eachWord`; offsets are into `text`. */
export function wordsIn(text: string, start = 0, end = text.length): Word[] {
  const words: Word[] = []
  eachWord(text, start, end, ({ form, stem, weight }, from, to) =>
    words.push({ form, stem, weight, start: from, end: to }),
  )
  return words
}

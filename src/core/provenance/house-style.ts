/**
 * Equal forms of house style (V-7): each line is one word in the ways that houses spell it. Whole forms only; a pair that
 * could change sense does not stand here.
 */
const wholeForms = `
colour color|colours colors|coloured colored|colourful colorful|favour favor|favours favors|favourite favorite
favourites favorites|favoured favored|favourable favorable|honour honor|honours honors|honoured honored|honourable honorable
labour labor|labours labors|labourer laborer|labourers laborers|neighbour neighbor|neighbours neighbors
neighbouring neighboring|neighbourhood neighborhood|neighbourhoods neighborhoods|behaviour behavior|behaviours behaviors
rumour rumor|rumours rumors|harbour harbor|harbours harbors|endeavour endeavor|endeavours endeavors|humour humor
vapour vapor|armour armor|armoured armored|odour odor|parlour parlor|saviour savior|savour savor|splendour splendor
tumour tumor|tumours tumors|vigour vigor|valour valor|candour candor|clamour clamor|fervour fervor|rancour rancor
centre center|centres centers|centred centered|theatre theater|theatres theaters|metre meter|metres meters
kilometre kilometer|kilometres kilometers|centimetre centimeter|centimetres centimeters|millimetre millimeter|litre liter
litres liters|fibre fiber|fibres fibers|calibre caliber|sombre somber|spectre specter|lustre luster|sabre saber
defence defense|defences defenses|offence offense|offences offenses|pretence pretense|licence license
analyse analyze|analysed analyzed|analyses analyzes|analysing analyzing|paralyse paralyze|paralysed paralyzed
catalyse catalyze|travelled traveled|travelling traveling|traveller traveler|travellers travelers|cancelled canceled
cancelling canceling|labelled labeled|labelling labeling|modelled modeled|modelling modeling|levelled leveled
signalled signaled|signalling signaling|fuelled fueled|fuelling fueling|counsellor counselor|counsellors counselors
jewellery jewelry|marvellous marvelous|quarrelled quarreled|tunnelling tunneling|channelled channeled|dialled dialed
initialled initialed|totalled totaled|rivalled rivaled|skilful skillful|wilful willful|fulfil fulfill|enrol enroll
enrolment enrollment|instalment installment|instalments installments|programme program|programmes programs
cheque check|cheques checks|tyre tire|tyres tires|grey gray|plough plow|ploughs plows|mould mold|moulds molds
moustache mustache|sceptic skeptic|sceptical skeptical|scepticism skepticism|aluminium aluminum|ageing aging
judgement judgment|judgements judgments|acknowledgement acknowledgment|manoeuvre maneuver|manoeuvres maneuvers
paediatric pediatric|paediatrician pediatrician|orthopaedic orthopedic|anaemia anemia|anaesthetic anesthetic
haemorrhage hemorrhage|oestrogen estrogen|foetus fetus|foetal fetal|encyclopaedia encyclopedia|archaeology archeology
catalogue catalog|catalogues catalogs|dialogue dialog|dialogues dialogs|analogue analog|pyjamas pajamas|kerb curb
storey story|storeys stories|whisky whiskey|yoghurt yogurt|aeroplane airplane
towards toward|forwards forward|backwards backward|upwards upward|downwards downward|afterwards afterward
learnt learned|burnt burned|dreamt dreamed|spelt spelled|spoilt spoiled|leapt leaped
ok okay|adviser advisor|advisers advisors|email e-mail|emails e-mails|online on-line|website web-site|healthcare health-care
cooperate co-operate|cooperation co-operation|cooperative co-operative|coordinate co-ordinate|coordination co-ordination
percent per-cent pct %|versus vs|doctor dr|mister mr|professor prof|general gen|senator sen|governor gov
zelenskyy zelensky zelenskiy|kyiv kiev|quran koran|muslim moslem|muslims moslems
hezbollah hizbollah hizbullah|gaddafi qaddafi gadhafi kadhafi
`

const numbers = [
  ['zero', '0'],
  ...'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, at) => [word, String(at + 1)]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, at) => [word, String((at + 2) * 10)]),
  ...'first second third fourth fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, at) => [word, `${at + 1}${['st', 'nd', 'rd'][at] ?? 'th'}`]),
] as [string, string][]

/** Two forms that a house may swap. */
export type HousePair = readonly [string, string]

// A pair that turns on one of these changes what was said.
const senseWords = new Set(
  `not no never none nothing nobody neither nor cannot without hardly is are was were be been am has have had do does did
  will would shall should can could may might must if unless only but`.split(/\s+/),
)

/** Refuses a pair of house forms that could change sense: tense, plural, negation, another number. */
export function refusal([a, b]: HousePair): string | undefined {
  const [one, other] = [a.toLowerCase().trim(), b.toLowerCase().trim()]
  if (!one || !other) return 'a pair needs two forms'
  if (one === other) return 'the two forms are the same'
  for (const form of [one, other]) {
    if (form.split(/[\s-]+/).some((word) => senseWords.has(word) || word.endsWith("n't")))
      return `"${form}" carries sense: a tense, a mood or a negation`
  }
  const number = (form: string) => numbers.find(([word, digits]) => word === form || digits === form)?.[1]
  if ((number(one) ?? numeral(one)) !== (number(other) ?? numeral(other))) return 'the two forms are different numbers'
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (long === `${short}s` || long === `${short}es` || (/y$/.test(short) && long === `${short.slice(0, -1)}ies`))
    return 'one form is the plural of the other'
  if (long === `${short}ed` || long === `${short}d` || long === `${short}ing`) return 'one form is a tense of the other'
  if (/^(?:un|in|im|ir|il|dis|non)/.test(long) && long.replace(/^(?:un|in|im|ir|il|dis|non)-?/, '') === short)
    return 'one form denies the other'
  return undefined
}

function numeral(form: string): string | undefined {
  return /\d/.test(form) ? form.replace(/\D/g, '') : undefined
}

const canonical = new Map<string, string>()
for (const group of wholeForms.trim().split(/[|\n]/)) {
  const forms = group.trim().split(/\s+/)
  for (const form of forms) canonical.set(form, forms[0]!)
}
for (const [word, digits] of numbers) canonical.set(word, digits)

// Words that end alike but are never spelt with a z.
const neverZ =
  /^(?:advis|surpris|exercis|compromis|promis|enterpris|supervis|televis|revis|devis|improvis|franchis|merchandis|disguis|despis|premis|expertis|precis|concis|pr[ai]is|otherwis|likewis|franc|paradis|demis|excis|incis|circumcis|advertis|chastis|comprehens|apris|arous|nois|pois|cruis|bruis|rais|pris|ris|wis|vis)/

/**
 * The one form that stands for all that a house may write: folds American and British spelling, numbers written out or in
 * digits, dots of initials, thousands separators. `extra` are the house's own pairs.
 */
export function houseForm(form: string, extra?: ReadonlyMap<string, string>): string {
  const own = extra?.get(form)
  if (own !== undefined) return own
  const known = canonical.get(form)
  if (known !== undefined) return known
  if (/^\D?\d{1,3}(?:,\d{2,3})+/.test(form)) return form.replace(/,/g, '')
  if (/^[a-z]{3,}i[sz](?:e|ed|es|er|ers|ing|ation|ations|ational)$/.test(form) && !neverZ.test(form))
    return form.replace(/iz(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)/, 'is')
  return form
}

/** The house's own pairs as a lookup; pairs that could change sense are left out and told by `refusal`. */
export function housePairs(pairs: readonly HousePair[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const pair of pairs) {
    if (refusal(pair)) continue
    const [a, b] = [pair[0].toLowerCase(), pair[1].toLowerCase()]
    const stands = map.get(a) ?? map.get(b) ?? houseForm(a)
    map.set(a, stands)
    map.set(b, stands)
  }
  return map
}

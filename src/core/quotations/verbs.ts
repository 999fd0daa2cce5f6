// Cue verbs and what each takes beside it. Own knowledge of English; the frames are the grammar each verb is used with.
//   s  a clause: "said (that) …"           t  a hearer, then a clause: "told them that …"
//   n  a noun phrase is what was said: "announced a plan"
//   i  an infinitive, perhaps with its subject: "vowed to …", "urged them to …"
//   q  hardly more than a quotation in marks: "“…,” he laughed"
//   x  thought rather than speech: a clause, lower confidence
//   a  "… as …": "described it as"         w  a question clause: "asked whether …"
const lexicon: Record<string, string> = {
  s: `say answer add claim state remark comment observe note contend maintain assert allege insist declare admit acknowledge concede
    confess confirm explain suggest argue reply respond retort rejoin counter joke quip recall recount reveal disclose report predict
    forecast conclude complain boast brag proclaim pronounce emphasize emphasise stress underscore underline reiterate repeat
    repeat hint imply intimate speculate agree deny testify swear vow pledge promise announce write tweet post blog text email
    e-mail charge lament mention caution warn estimate propose clarify elaborate muse opine indicate stipulate
    attest certify affirm reaffirm avow profess counter counsel theorize theorise reason quote read interject volunteer
    apologize apologise demand recommend request urge signal specify caution marvel`,
  q: `ask continue begin conclude finish shout scream yell cry exclaim whisper murmur mutter mumble laugh chuckle sigh snap bark growl
    roar chant sing gush enthuse fume rage thunder plead beg beseech inquire enquire wonder press prod deadpan
    interrupt intone drawl recite rap groan sob stammer sneer crow tease bellow holler chime
    lash point appeal push talk speak allude refer hit fire venture scoff grumble grouse rant rail tout protest object warn caution go sign sum`,
  t: `tell inform remind assure warn advise notify promise convince persuade caution reassure brief instruct show`,
  w: `ask inquire enquire wonder question`,
  n: `announce declare propose suggest deny confirm acknowledge admit concede claim allege report reveal disclose recommend request
    demand emphasize emphasise stress underscore reiterate predict forecast promise pledge vow mention criticize criticise
    denounce condemn decry deplore lament praise laud hail applaud blast slam assail lambaste deride mock ridicule dismiss reject
    rebuke chide defend tout question discuss describe call explain cite
    detail outline vent voice express articulate echo issue offer note
    estimate protest advocate deliver say write tweet quote bemoan blame accuse thank congratulate challenge refute rebut rebuff dispute characterize
    characterise brand label dub term portray nickname denigrate recount relate retell state threaten advise criticize warn compare liken insist invoke`,
  a: `describe characterize characterise portray brand denounce condemn praise hail dismiss depict deride label cast paint tout mock decry cite blast refer slam lambaste reject criticize criticise`,
  i: `vow pledge promise threaten urge ask tell call order instruct direct beg implore exhort encourage invite offer demand request
    claim advise warn command beseech press challenge remind recommend`,
  x: `think believe feel hope fear expect know understand doubt suspect worry figure consider imagine guess assume realize realise
    remember anticipate regret dream see find learn decide determine mean argue hold view presume reckon`,
}

export type VerbForm = 'base' | 's' | 'past' | 'ing' | 'participle'
export interface CueVerb {
  lemma: string
  frames: string
}

const irregular: Record<string, [past: string, participle?: string]> = {
  say: ['said'], tell: ['told'], write: ['wrote', 'written'], swear: ['swore', 'sworn'], read: ['read'], begin: ['began', 'begun'],
  sing: ['sang', 'sung'], think: ['thought'], feel: ['felt'], know: ['knew', 'known'], understand: ['understood'],
  see: ['saw', 'seen'], find: ['found'], mean: ['meant'], hold: ['held'], learn: ['learned'], show: ['showed', 'shown'],
  go: ['went', 'gone'], cast: ['cast'], retell: ['retold'], dream: ['dreamed', 'dreamt'], forecast: ['forecast'], plead: ['pleaded', 'pled'],
} // prettier-ignore
const doubling = new Set(
  'admit quip brag blog rap refer prod snap rebut slam dub rebuff sum chat permit chin'.split(' '),
)

/** The forms of a verb: [text, form] pairs. Regular English spelling, with the irregular verbs listed above. */
export function inflect(lemma: string): [string, VerbForm][] {
  const stem = lemma
  const y = /[^aeiou]y$/.test(stem)
  const s = y ? `${stem.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|o)$/.test(stem) ? `${stem}es` : `${stem}s`
  const last = stem.at(-1)!
  const root = doubling.has(stem) && !stem.endsWith('ff') ? stem + last : stem
  const regular = y ? `${stem.slice(0, -1)}ied` : stem.endsWith('e') ? `${stem}d` : `${root}ed`
  const ing = stem.endsWith('ie')
    ? `${stem.slice(0, -2)}ying`
    : stem.endsWith('e') && !stem.endsWith('ee')
      ? `${stem.slice(0, -1)}ing`
      : `${root}ing`
  const [past, participle = past] = irregular[stem] ?? [regular]
  const forms: [string, VerbForm][] = [
    [lemma, 'base'],
    [s, 's'],
    [past, 'past'],
    [ing, 'ing'],
  ]
  if (participle !== past) forms.push([participle, 'participle'])
  return forms
}

/** Cue verbs by written form. */
export const cueForms = new Map<string, { verb: CueVerb; form: VerbForm }>()
const verbs = new Map<string, CueVerb>()
for (const [frame, lemmas] of Object.entries(lexicon))
  for (const lemma of lemmas.split(/\s+/).filter(Boolean)) {
    const verb = verbs.get(lemma) ?? { lemma, frames: '' }
    if (!verb.frames.includes(frame)) verb.frames += frame
    verbs.set(lemma, verb)
  }
for (const verb of verbs.values())
  for (const [text, form] of inflect(verb.lemma))
    if (!cueForms.has(text) || form !== 'base') cueForms.set(text, { verb, form })

/** Forms that are as often a noun: they must follow something that can be a subject. */
export const nounAlike = new Set(
  `claim claims state states remark remarks comment comments note notes report reports forecast forecasts charge charges caution boast
  counter counters joke jokes quip quips promise promises pledge pledges vow vows demand demands request requests question questions
  call calls order orders warning warnings post posts blog blogs text texts email emails e-mail e-mails tweet tweets estimate estimates
  reply replies answer answers cry cries laugh laughs sigh sighs scream screams shout shouts chant chants whisper whispers protest protests
  object objects praise blame brand label labels term terms issue issues offer offers challenge challenges dispute disputes echo echoes
  voice voices detail details outline command commands press direct quote quotes read threat reason reasons signal signals stress doubt doubts
  hope hopes fear fears worry worries guess view views dream dreams figure figures hint hints complaint testimony show shows cast brief briefs
  bark tease roar rage paint lament muse rap host rail view sign signs sum direct mean means hold blast slam address counsel feeling feelings
  understanding saying writing reading posting building meaning finding findings hearing offering calling mention start insult thank thanks vent holds state rebuke challenge remark base spell
  tout press go point points`.split(/\s+/),
)

/** Cue verbs so plain that a quotation beside them is theirs, and that may stand before their subject ("said Smith"). */
export const inverting = new Set(
  `say add ask write reply continue explain note conclude recall argue observe declare announce respond quip joke warn tweet shout
  exclaim insist agree begin remark comment report state claim cry laugh admit complain caution predict read go chime yell scream`.split(
    /\s+/,
  ),
)

// Everyday verbs that are no cues: they only tell the reader of a clause that a verb stands here.
const plainVerbs = `make take give get come leave keep run put bring hold win lose meet lead face send build spend fall rise cut grow stand turn
  move live play seem look help start stop work use try need want plan seek become remain pay buy sell hear let allow force kill die die
  serve vote pass sign launch join return raise follow open close carry reach create draw break drive fly hit sit speak talk appear
  happen arrive attack support oppose receive lose fail refuse decline agree accept spark prompt cause include involve contain
  show provide continue visit travel campaign endorse attend increase reduce drop expand push pull shoot arrest charge sue file
  head host release publish conduct plan prepare introduce defeat end change set hope represent require remove replace respond
  respond put lay shake wake tear freeze hide sleep slide spin spring stick weep withdraw forget bend bind bite blow feel tend manage handle treat deal fight sweep surge climb gather watch wait walk ride gain gather grab lift ban block bar
  drop earn own owe throw catch teach wear choose strike steal swing sink ring hang feed hurt fit quit bet shed spread`
for (const [lemma, forms] of Object.entries({
  make: 'made', take: 'took taken', give: 'gave given', get: 'got', come: 'came', leave: 'left', keep: 'kept', run: 'ran', bring: 'brought', win: 'won', lose: 'lost', meet: 'met', lead: 'led', send: 'sent', build: 'built', spend: 'spent', fall: 'fell', rise: 'rose', grow: 'grew', stand: 'stood', become: 'became', pay: 'paid', buy: 'bought', sell: 'sold', hear: 'heard', draw: 'drew', break: 'broke', drive: 'drove', fly: 'flew', sit: 'sat', speak: 'spoke', shoot: 'shot', fight: 'fought', throw: 'threw', catch: 'caught', teach: 'taught', wear: 'wore', choose: 'chose', strike: 'struck', steal: 'stole', hold: 'held', seek: 'sought', deal: 'dealt', sink: 'sank', swing: 'swung', hang: 'hung', put: 'put', lay: 'laid', shake: 'shook shaken', wake: 'woke', tear: 'tore torn', freeze: 'froze', hide: 'hid', sleep: 'slept', slide: 'slid', spin: 'spun', spring: 'sprang', stick: 'stuck', weep: 'wept', withdraw: 'withdrew', forget: 'forgot', bend: 'bent', bind: 'bound', bite: 'bit', blow: 'blew', feel: 'felt',
})) irregular[lemma] = forms.split(' ') as [string] // prettier-ignore

/** Finite forms of everyday verbs, past and third person: a sign that a clause has its verb. */
export const finiteVerbs = new Set<string>()
/** Their base forms, as after "to". */
export const bases = new Set([...plainVerbs.split(/\s+/), 'be', 'have', 'do', 'go', 'say', 'tell'])
for (const lemma of plainVerbs.split(/\s+/))
  for (const [text, form] of inflect(lemma))
    if (form === 'past' || (form === 's' && !nounAlike.has(text))) finiteVerbs.add(text)

/** Prepositions through which a verb takes what was said as a noun phrase: "called for calm", "warned of delays". */
export const prepositionFrames = new Map<string, string[]>(
  Object.entries({
    call: ['for', 'on', 'upon'], warn: ['of', 'against', 'about'], speak: ['of', 'about', 'against'], talk: ['of', 'about'], complain: ['of', 'about'],
    refer: ['to'], hint: ['at'], allude: ['to'], boast: ['of', 'about'], brag: ['about'], argue: ['for', 'against'], object: ['to'], appeal: ['for', 'to'],
    lash: ['at'], agree: ['with', 'to', 'on'], ask: ['for', 'about'], respond: ['to'], reply: ['to'], joke: ['about'], write: ['of', 'about'],
    comment: ['on'], protest: ['against'], apologize: ['for'], apologise: ['for'], insist: ['on'], caution: ['against'], advise: ['against'],
    inquire: ['about'], testify: ['about'], muse: ['about'], rail: ['against', 'at'], rant: ['about'], hit: ['at'], push: ['for', 'against'],
    press: ['for'], plead: ['for'], dream: ['of'], think: ['of', 'about'], worry: ['about'], elaborate: ['on'], speculate: ['about', 'on'],
    wonder: ['about'], point: ['to'], fire: ['at'], vouch: ['for'], pray: ['for'],
  }),
) // prettier-ignore

/** Nouns of speech that take a clause: "his claim that …". */
export const nounCues = new Set(
  `claim claims warning warnings statement assertion assertions allegation allegations accusation accusations argument suggestion suggestions
  announcement admission admissions contention complaint complaints declaration denial denials insistence prediction predictions promise
  promises pledge pledges vow remark remarks comment comments report reports belief hope fear fears concern concerns charge charges
  acknowledgment acknowledgement conclusion assurance assurances threat demand request call boast observation reminder revelation
  testimony opinion view threats speculation`.split(/\s+/),
)

/** Verbs that quote only over a stop: "began: “…”" does, "began ‘harbour exercises’" does not. */
export const needsStop = new Set(
  'begin continue repeat conclude finish go hit push press sign fire tout open lead'.split(' '),
)

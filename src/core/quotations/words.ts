// The closed classes of English and a few open ones that tell clauses apart. Hand-written; grouped by what they tell.

const set = (words: string) => new Set(words.split(/\s+/).filter(Boolean))

export const determiners = set(
  'the a an this that these those its his her their our my your some many most several both each every another any no all few other such one two three four five six seven eight nine ten dozens hundreds thousands',
)
export const possessives = set('his her their its our my your')
export const subjectPronouns = set('he she they it i we you who')
export const objectPronouns = set('him her them it me us you himself herself themselves itself')
export const otherPronouns = set(
  'that this these those some many most others everyone everybody someone somebody nobody anyone anybody both neither none another one all few several everything nothing something what whoever there',
)
export const prepositions = set(
  'of in on at by for with from to into onto about against during after before between among through over under amid amidst despite without within since until toward towards upon near behind across along around via per alongside following including like unlike regarding concerning given',
)
/** Prepositions that hang a noun on a noun ("critics of the plan") far more often than they open an adjunct. */
export const nounLinks = set('of for at from with in on against behind')
export const conjunctions = set('and but or nor yet')
export const subordinators = set(
  'that when while as because if although though whether where which who whom whose unless until once whereas so since after before than',
)
export const auxiliaries = set(
  "has have had having is are was were be been being am do does did will would could should may might must can cannot shall hasn't haven't hadn't isn't aren't wasn't weren't don't doesn't didn't won't wouldn't couldn't shouldn't can't has’t hasn’t haven’t hadn’t isn’t aren’t wasn’t weren’t don’t doesn’t didn’t won’t wouldn’t couldn’t shouldn’t can’t",
)
export const beForms = set('is are was were be been being am get got')
export const adverbs = set(
  'also later then now not never again once still even just only soon too further instead earlier afterward afterwards already always often sometimes however meanwhile moreover nevertheless nonetheless therefore thus indeed perhaps yet ever long since first previously separately here there today yesterday tomorrow tonight almost quite rather very far well alone together anyway though both',
)
export const negations = set("not never n't no neither nor")
export const timeWords = set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow tonight morning afternoon evening night noon midnight week weekend month year earlier later recently',
)
/** Nouns that name where or how something was said: "in a statement", "at a news conference". */
export const venueNouns = set(
  'statement statements interview interviews conference briefing email e-mail emails e-mails letter letters memo report reports speech speeches address tweet tweets post posts message messages call calls phone telephone video affidavit filing filings lawsuit complaint testimony documents document court hearing rally debate forum release telecast broadcast podcast episode column op-ed editorial essay article note remarks comments press text texts appearance town-hall hall event meeting gathering session blog facebook twitter instagram telegram x radio television tv show program programme book memoir autobiography ruling opinion decision order paper study survey poll speech monologue keynote response reply exchange conversation discussion transcript recording complaint petition motion brief notice advisory bulletin dispatch question-and-answer q&a webcast livestream',
)
/** Titles that stand before a name, and what strips to the name. */
export const titles = set(
  'mr mrs ms miss dr prof professor rev reverend hon honourable honorable sir dame lord lady shri smt sri pandit sheikh imam rabbi father sister brother bishop archbishop cardinal pope president vice-president vice premier chancellor minister secretary attorney general governor gov senator sen representative rep congressman congresswoman councilman councilwoman councillor councilor alderman assemblyman assemblywoman delegate mayor judge justice chief sheriff deputy officer detective inspector commissioner superintendent constable sergeant sgt lieutenant lt captain capt major maj colonel col gen brigadier admiral adm commander cmdr commodore marshal private corporal cpl speaker leader chairman chairwoman chairperson chair director manager coach ceo cfo coo executive spokesman spokeswoman spokesperson ambassador envoy consul king queen prince princess emperor sultan emir ayatollah duke duchess count former ex-president supreme prime first foreign defense defence interior finance home health education energy trade labour labor transport commerce treasury state agriculture environment justice deputy acting interim assistant associate senior junior undersecretary under-secretary mp mla mna mpp mep then-president candidate nominee rival contender hopeful frontrunner front-runner incumbent democrat democratic republican gop conservative liberal lawyer attorney prosecutor solicitor counsel pm const constable insp supt det cst staff-sgt cpl whip dean chancellor premier-designate critic economist analyst professor researcher historian author coach captain goalie pastor elder grand chief-justice commissioner ombudsman spokesperson activist organizer',
)
/** Nouns for a person by what he or she does; they carry a speaker without a name ("the spokesman"). */
export const personRoles = set(
  'president premier chancellor minister secretary governor senator representative congressman congresswoman lawmaker legislator councilman councilwoman councillor councilor mayor judge justice sheriff deputy officer detective inspector commissioner superintendent sergeant lieutenant captain major colonel general admiral commander speaker leader chairman chairwoman chairperson chair chief director manager coach executive spokesman spokeswoman spokesperson ambassador envoy diplomat official king queen prince princess pope bishop archbishop priest pastor imam rabbi lawyer attorney prosecutor solicitor counsel barrister candidate nominee rival contender hopeful frontrunner front-runner incumbent democrat republican conservative liberal analyst economist expert scientist researcher professor doctor physician nurse teacher student author writer novelist journalist reporter editor columnist blogger historian critic activist campaigner organizer organiser strategist adviser advisor aide consultant insider source witness resident neighbor neighbour victim suspect defendant plaintiff accused mother father parent wife husband son daughter brother sister uncle aunt grandmother grandfather friend colleague owner founder co-founder boss employee worker farmer fisherman driver pilot soldier veteran marine sailor actor actress singer musician artist director producer filmmaker comedian host anchor presenter player striker goalkeeper midfielder quarterback pitcher captain athlete champion winner billionaire businessman businesswoman mogul entrepreneur investor trader banker man woman boy girl teenager teen child patient survivor passenger politician statesman dictator ruler monarch successor predecessor publicist agent operative pollster staffer commissioner ombudsman auditor accountant engineer architect designer planner warden guard custodian volunteer landlord tenant goaltender goalie linesman manager organiser logger miner trucker painter chef barista evacuee shopper commuter homeowner principal dean provost chancellor rector curator librarian premier undersecretary',
)
const pluralRoles = [...personRoles].map((role) =>
  role.endsWith('man') ? `${role.slice(0, -3)}men` : role.endsWith('s') ? `${role}es` : `${role}s`,
)
/** Nouns for several people. */
export const groupNouns = new Set([
  ...pluralRoles,
  ...set(
    'officials authorities police people others aides allies critics supporters opponents voters residents relatives family families analysts experts economists scientists researchers lawmakers leaders sources witnesses investigators prosecutors lawyers attorneys organizers organisers activists protesters protestors demonstrators scholars historians observers advocates backers detractors democrats republicans conservatives liberals spokesmen spokespeople firefighters rescuers medics doctors parents children women men workers unions militants rebels insurgents jurors judges justices members employees executives investors traders fans users americans britons indians russians chinese koreans europeans canadians australians',
  ),
])
/** Nouns for bodies that speak. */
export const bodyNouns = set(
  'ministry department office agency government administration council commission committee board bureau authority court tribunal parliament senate congress house assembly cabinet army navy military force police university college school institute institution center centre hospital company firm corporation group bank union party campaign association federation league opposition nation band tribe club team foundation society organization organisation network coalition alliance charity church embassy consulate palace kremlin pentagon newspaper paper magazine journal outlet channel station broadcaster website publisher airline maker manufacturer retailer regulator watchdog panel jury service unit command headquarters energy securities airlines airways motors industries systems technologies holdings partners foods pharmaceuticals mines resources telecom communications media press times post star globe herald gazette tribune journal inc ltd corp plc llc chamber ombudsperson statistics state country kingdom republic',
)
/** Writings that speak. */
export const documentNouns = set(
  'report statement study survey poll letter memo email lawsuit complaint filing indictment affidavit document documents papers ruling opinion order bill law constitution act treaty resolution agreement article editorial story headline column post tweet sign banner poster placard book note text website account release notice advisory transcript testimony warrant petition brief findings paper data figures ad advertisement message caption label leaflet',
)
export const unnamedNouns = set('source sources official officials insider insiders aide aides people person')
/** Nouns that make a name in marks the title of a work. */
export const workNouns = set(
  'film movie book novel song album single show series sitcom drama musical play opera poem painting sculpture memoir autobiography documentary episode programme program podcast magazine newspaper column essay article story game ballet symphony hit bestseller best-seller ballad anthem exhibition exhibit comedy sequel thriller biography report paper class course tour track soundtrack thread video',
)
export const wordNouns = set(
  'word words term terms phrase phrases expression label adjective noun verb letter letters name names hashtag acronym spelling pronoun nickname moniker',
)
export const mottoNouns = set('motto slogan mantra creed catchphrase tagline')
export const signNouns = set(
  'sign signs banner banners placard placards poster posters shirt shirts t-shirt t-shirts hat hats button buttons chant chants sticker stickers',
)
/** Cities and seats that stand for a government in a cue ("Pyongyang said"). Any capitalised subject can; these are sure. */
export const malePronouns = set('he him his himself')
export const femalePronouns = set('she her hers herself')
/** What stands before a headline's colon and names the kind of piece, not who speaks in it. */
export const headingLabels = set(
  'update updated watch video videos photos photo pictures gallery live liveblog opinion analysis exclusive breaking explained explainer editorial letter letters obituary profile review preview recap column commentary factbox timeline factcheck fact interview podcast newsletter quiz weather sports business world national politics here what why how when where who which this the a an also read related more latest just special feature investigation transcript correction clarification q question answer part chapter day week round',
)

/** Callings that go together: a person known as minister may be "the politician", hardly "the judge". */
const families = [
  'president premier chancellor minister secretary governor senator representative congressman congresswoman lawmaker legislator councilman councilwoman councillor councilor mayor leader politician statesman candidate nominee rival contender hopeful incumbent democrat republican conservative liberal mp speaker prime whip critic parliamentarian chief',
  'judge justice magistrate',
  'lawyer attorney prosecutor solicitor counsel barrister',
  'officer detective inspector superintendent sergeant constable sheriff deputy commissioner captain lieutenant major colonel general admiral commander soldier veteran marine sailor corporal',
  'professor researcher scientist economist analyst expert historian scholar doctor physician academic epidemiologist',
  'spokesman spokeswoman spokesperson aide adviser advisor publicist strategist staffer',
  'coach player striker goalkeeper goalie midfielder quarterback pitcher athlete champion winner defenceman forward rookie',
  'actor actress singer musician artist director producer filmmaker comedian host author writer novelist',
  'chief executive ceo owner founder boss chairman chairwoman president director manager businessman businesswoman billionaire entrepreneur',
  'mother father parent wife husband son daughter brother sister resident neighbour neighbor witness victim',
]
export const roleFamilies = new Map<string, Set<number>>()
for (const [index, family] of families.entries())
  for (const role of family.split(' ')) roleFamilies.set(role, (roleFamilies.get(role) ?? new Set()).add(index))

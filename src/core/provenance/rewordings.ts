import { foldForm, stem } from './words'

/*
 * Words that rewriting swaps. Each stretch between bars is one idea in the words that news copy has for it; a word may stand in several. Sharing an idea proves less than sharing a word (thresholds.idea), and nothing here counts in a quotation. The
 * lists come from the vocabulary of the beats (courts, conflict, disasters, politics, money, health, sport), not from any
 * article; an idea is worth having when a sub would swap its words without asking.
 */
const ideas = `
kill die dead death fatality slay slain deceased murder perish toll lives
injure injury hurt wound wounded casualty maim|casualty death injury victim toll
attack assault strike raid offensive onslaught ambush|bomb explode explosion blast detonate explosive device
shoot shot gunfire gunman fire gun opened|shell artillery rocket missile mortar round barrage salvo
retaliate respond reply answer retaliation response|soldier troop serviceman military army force personnel
fighter militant insurgent rebel gunman guerrilla|war conflict fighting battle combat hostilities clash
ceasefire truce armistice|peace treaty accord pact agreement deal|weapon arms arsenal munitions weaponry
border frontier boundary|flee escape evacuate displace leave|evacuate move safety relocate remove shelter
refugee migrant asylum displaced|hostage captive abduct kidnap seize
arrest detain hold custody apprehend nab catch capture|jail prison imprison sentence term bars behind incarcerate
convict guilty conviction verdict|acquit clear innocent exonerate
accuse charge allege indict allegation accusation blame|suspect accused defendant
court judge tribunal bench justice magistrate|trial hearing case proceedings
lawyer attorney counsel solicitor advocate barrister|sue lawsuit suit litigation legal action
police officer cop constable law enforcement|investigate probe inquiry investigation examine look inquire
crime offence felony wrongdoing|steal theft rob robbery burglary loot|fraud cheat scam swindle deceive
bribe corrupt corruption graft kickback|rape assault molest abuse sexual|drug narcotic substance cocaine heroin
witness see onlooker bystander|evidence proof|fine penalty punish punishment sanction
ban prohibit bar outlaw forbid prohibition block|allow permit let authorise approve licence
rule law regulation legislation statute act bill
mandatory compulsory obligatory require required must force duty oblige|require need demand must
guideline rule regulation standard code|government administration state authorities cabinet
authority official officer administration|minister secretary|president leader head chief|leader head chief boss
parliament legislature lawmaker assembly congress senate house
lawmaker legislator deputy mp senator congressman representative|vote poll ballot election referendum
candidate contender nominee hopeful|party faction camp|opposition rival opponent|ally partner alliance coalition
majority most|voter electorate citizen|campaign drive push effort
protest demonstrate demonstration rally march unrest|protester demonstrator activist|riot unrest violence disorder
strike walkout stoppage|resign quit step leave post down|sack fire dismiss oust remove
appoint name choose pick select nominate|elect choose vote|win victory triumph beat defeat succeed
lose defeat loss beat|beat defeat thrash overcome|speech address remark statement
statement announcement declaration communique|spokesman spokeswoman spokesperson representative speak
say tell state remark comment note declare|announce declare unveil reveal|reveal disclose show find
admit concede acknowledge confess|deny reject refute dismiss|refuse decline reject
criticise slam condemn denounce blast attack lambast criticism critical|praise hail laud applaud commend
urge call ask appeal press want|recommend advise suggest want urge call|warn caution alert warning
threaten threat warn|claim allege assert maintain|confirm verify|promise pledge vow commit
propose suggest offer plan|plan intend aim scheme propose project|want wish desire seek hope|try attempt seek effort
consider weigh mull look study|decide decision choose resolve determine|agree consent accept approve agreement
disagree differ oppose object|support back endorse favour supporter|oppose against object resist
discuss talk debate negotiate|talks negotiation meeting discussion dialogue|meet meeting summit conference gathering
visit trip tour travel journey|travel journey trip go make|journey trip voyage pilgrimage travel
pilgrim worshipper believer faithful|religious faith holy sacred|muslim islam islamic|christian church|temple shrine
mosque shrine|safeguard precaution protection measure|protect guard defend shield safeguard|guard security
security safety|prevent stop avoid avert halt|stop halt end cease suspend|suspend halt stop freeze
cancel scrap call off drop|delay postpone defer put off|continue go keep carry remain|resume restart reopen
start begin launch open commence kick|finish end complete conclude|introduce launch bring unveil
build construct erect construction|monument memorial statue|building structure house|home house residence
resident inhabitant local citizen villager people|citizen national people|crowd throng mass people
crush stampede trample|town city village community|capital city|area region district zone place
country nation state land|world global worldwide international globe|nationwide national country|local area
abroad overseas foreign|street road|road highway motorway route|car vehicle automobile|vehicle car truck van
lorry truck|train rail railway|plane aircraft jet airliner flight|crash collide collision accident smash
accident incident crash mishap tragedy|airport airfield terminal|ship vessel boat ferry|ocean sea
fire blaze flames inferno burn|flood deluge inundate|storm cyclone hurricane typhoon gale
rain downpour rainfall shower|wind gust gale|earthquake quake tremor|disaster catastrophe calamity tragedy
destroy ruin wreck devastate raze demolish|damage harm hit|debris wreckage rubble|collapse fall topple crash cave
fall drop decline decrease dip slump sink lower down less slide
rise increase climb grow jump soar gain surge up higher|grow growth expand increase|gain add pick win
reduce cut lower slash trim decrease|limit cap restrict restriction|save rescue|search hunt look
missing lost vanish disappear|find discover locate recover|discover find detect|hide conceal cover|emergency crisis
help aid assist assistance relief|aid relief supplies|charity nonprofit ngo|donate give contribute donation
food meal eat|water drink|hunger starve famine|poor poverty|rich wealthy|money cash fund funds
cost price expense bill|cost put estimate|price cost rate|pay payment|salary wage pay|buy purchase acquire|sell sale
market store shop|shop store outlet retailer|company firm business corporation|business trade commerce
customer client consumer buyer|owner proprietor|worker employee staff|job post work employment|unemployed jobless
hire recruit employ|boss manager executive chief|bank lender|loan debt credit borrow|investor shareholder
invest investment|share stock equity|profit earnings|revenue income sales turnover|economy economic|tax levy duty
tariff duty levy|budget spending|spend expenditure|inflation prices|exchange market|currency money
deal agreement contract|factory plant mill|produce make manufacture production|maker manufacturer producer
technology tech|software program application app|phone mobile handset smartphone|internet web online net
website site web page portal|design designer create|developer programmer|version edition release
release launch issue publish|update upgrade|hack breach hacker|data information figures|information detail data
photo picture image photograph|video footage clip film|film movie picture|television tv broadcast
broadcast air beam transmit send|newspaper paper daily|report article story|journalist reporter
publish print release|book novel|author writer|write pen|music song|singer musician|actor star|artist painter
exhibition show display|display show exhibit|famous well-known celebrated renowned|star celebrity|fan supporter
team side squad club|match game fixture|coach manager|player footballer|championship title|score goal
season campaign|race contest|record best|prize award|medal gold|hospital clinic|doctor physician medic|patient sick
disease illness sickness condition disorder|virus infection|infect infection catch|treat treatment therapy
medicine drug medication|vaccine jab vaccinate inoculate|surgery operation|test trial examine
study research survey report|survey poll study|researcher scientist expert|expert specialist analyst
scholar academic professor|university college|school college|pupil schoolchild student child|teacher instructor
child children kid youngster minor|baby infant newborn|boy son|girl daughter|woman female|man male
parent mother father|wife husband spouse partner|brother sister sibling|family relative|friend colleague
old elderly ageing|age aged year|birth born|marry wedding wed|couple pair|body corpse remains|blood bloody bleed
brain mental|heart cardiac|weight pounds|health wellbeing|smoke tobacco cigarette|alcohol drink liquor|drunk alcohol
animal creature|dog pet|farmer grower|crop harvest|forest woodland trees|climate weather|pollution emissions
fuel petrol gasoline|oil crude petroleum|gas fuel|power electricity energy|nuclear atomic|space orbit
satellite spacecraft|moon lunar|mine pit|flag banner|emblem symbol|symbol sign|anthem song|ceremony event
festival celebration|celebrate mark|holiday vacation|tourist visitor|visitor guest|hotel lodging
restaurant eatery diner|ticket pass|passenger traveller|driver motorist|pilot captain|crew staff|member participant
participant take part join|participate take part join|attend take part|join enter|organiser organise
organisation body agency group|council authority|committee panel|regulator watchdog|union association|boycott shun
letter note|message text|email message|call phone|talk speak|language tongue|word term|name call|title name
meaning sense|mean intend|cause reason lead trigger spark prompt|result outcome|effect impact|affect hit impact
due owing because|because due since|problem issue trouble|issue matter|fault error mistake|fail failure unable
able can|ability capability|difficult hard tough|easy simple|danger risk hazard peril
dangerous risky hazardous unsafe|safe secure|serious grave severe|severe serious heavy|major big large main key
main chief key principal|large big huge massive|huge massive enormous vast|many number several numerous
few several handful|small little tiny|more additional further|extra additional more|new recent fresh latest
recent recently latest new|recently lately newly|old former previous|former ex previous|previous earlier before
early soon|late later|later after|yesterday day|now currently present|current present existing|today now
soon shortly|fast quick rapid speed|quickly fast rapidly|slow sluggish|often frequently regularly|annual yearly year
month monthly|daily day|fortnight weeks|decade years|century years|half percent|quarter four|third three
double twice|dozen twelve|estimate put reckon|estimated put about|about around approximately roughly some
almost nearly|least more|total altogether|part portion|share part|whole entire|rest remainder|top head|bottom base
side part|inside within|outside beyond|near close nearby|close near shut|far distant|low small|long lengthy
last endure durability|important significant key|significant important considerable|popular liked|strong powerful
weak feeble|freedom liberty|right entitlement|equal same|same identical|similar like|different other
change alter shift|alter change modify|replace switch substitute|move shift|carry take|bring carry
send dispatch deploy|deploy send place|install put fit place|barrier wall fence|hold keep|keep retain|return back
receive get|give hand|offer give|provide give supply|share give|seize take confiscate|gather collect assemble
send mail|deliver bring|reach arrive|leave depart|enter go|follow after|lead head|indicate show suggest|appear seem
believe think|know aware|learn find|understand grasp|remember recall|forget overlook|feel sense|like enjoy
love adore|hate dislike|fear worry afraid|worry concern fear|concerned worried|anger angry fury outrage
angry furious|happy glad pleased|sad sorrow|shock stun surprise|hope expect|expect anticipate|predict forecast
target aim|goal target|task job|duty task|role part|break split|split divide|join unite|link connect tie
relation tie|relationship ties|ambassador envoy|diplomat envoy|tension strain|provoke provocation|calm restraint
noise sound|regime government|dictator ruler|ruler leader|rule govern|control command|order command instruct
obey follow|law legal|legal lawful|illegal unlawful|choose opt|option choice|flag banner
king queen monarch royal prince|force compel
`

/*
 * Places that stand for one another in news copy: a country, its people, its capital or the seat of its power.
 */
const seats = `
afghanistan afghan kabul|algeria algerian algiers|argentina argentine argentinian|armenia armenian yerevan
australia australian canberra|austria austrian vienna|azerbaijan azerbaijani baku|bahrain bahraini manama
bangladesh bangladeshi dhaka|belarus belarusian minsk|belgium belgian brussels|bolivia bolivian|brazil brazilian brasilia
britain british london uk|bulgaria bulgarian sofia|cambodia cambodian|canada canadian ottawa|chile chilean santiago
china chinese beijing|colombia colombian bogota|croatia croatian zagreb|cuba cuban havana|cyprus cypriot nicosia
czech prague|denmark danish copenhagen|egypt egyptian cairo|estonia estonian tallinn|ethiopia ethiopian
finland finnish helsinki|france french paris|georgia georgian tbilisi|germany german berlin|ghana ghanaian accra
greece greek athens|hungary hungarian budapest|iceland icelandic reykjavik|india indian delhi|indonesia indonesian jakarta
iran iranian tehran|iraq iraqi baghdad|ireland irish dublin|israel israeli jerusalem|italy italian rome
jamaica jamaican|japan japanese tokyo|jordan jordanian amman|kazakhstan kazakh|kenya kenyan nairobi|korea korean seoul
korea korean pyongyang dprk|kuwait kuwaiti|latvia latvian riga|lebanon lebanese beirut|libya libyan tripoli
lithuania lithuanian vilnius|malaysia malaysian|mexico mexican|moldova moldovan|mongolia mongolian|morocco moroccan rabat
myanmar burmese burma|nepal nepali nepalese kathmandu|netherlands dutch hague amsterdam|zealand wellington kiwi
nigeria nigerian abuja|norway norwegian oslo|oman omani muscat|pakistan pakistani islamabad|palestine palestinian gaza
peru peruvian lima|philippines filipino philippine manila|poland polish warsaw|portugal portuguese lisbon
qatar qatari doha|romania romanian bucharest|russia russian moscow kremlin|rwanda rwandan kigali|saudi riyadh
scotland scottish edinburgh|serbia serbian belgrade|singapore singaporean|slovakia slovak|slovenia slovenian
somalia somali mogadishu|spain spanish madrid|lanka lankan colombo|sudan sudanese khartoum|sweden swedish stockholm
switzerland swiss bern|syria syrian damascus|taiwan taiwanese taipei|tanzania tanzanian|thailand thai bangkok
tunisia tunisian tunis|turkey turkish ankara turkiye|uganda ugandan kampala|ukraine ukrainian kyiv|emirates emirati dubai
america american washington|uruguay uruguayan|venezuela venezuelan caracas|vietnam vietnamese hanoi|wales welsh cardiff
yemen yemeni sanaa|zambia zambian|zimbabwe zimbabwean harare|europe european brussels eu
`

const groups = new Map<string, number[]>()
let count = 0
for (const line of `${ideas}\n${seats}`.trim().split(/[|\n]+/)) {
  const group = count++
  for (const stemmed of new Set(line.split(/\s+/).map((word) => stem(foldForm(word))))) {
    const held = groups.get(stemmed)
    if (held) held.push(group)
    else groups.set(stemmed, [group])
  }
}

const none: readonly number[] = []

/** The ideas that a stem may stand for. */
export function ideasOf(stemmed: string): readonly number[] {
  return groups.get(stemmed) ?? none
}

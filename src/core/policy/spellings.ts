type Side = 'british' | 'american'

// Common news words spelt two ways, British first. Only pairs whose meaning is the same on both sides.
const pairs = `
behaviour behavior|behaviours behaviors|centre center|centres centers|colour color|colours colors|coloured colored
defence defense|defences defenses|offence offense|offences offenses|favour favor|favours favors|favoured favored
favourite favorite|favourites favorites|harbour harbor|harbours harbors|honour honor|honours honors|honoured honored
humour humor|labour labor|labourers laborers|neighbour neighbor|neighbours neighbors|neighbouring neighboring
neighbourhood neighborhood|rumour rumor|rumours rumors|armour armor|armoured armored|vapour vapor|endeavour endeavor
metre meter|metres meters|kilometre kilometer|kilometres kilometers|litre liter|litres liters|theatre theater
theatres theaters|fibre fiber|sombre somber|manoeuvre maneuver|manoeuvres maneuvers|programme program
programmes programs|cheque check|catalogue catalog|analogue analog|dialogue dialog|grey gray|tyre tire|tyres tires
kerb curb|plough plow|sceptical skeptical|sceptic skeptic|sceptics skeptics|aeroplane airplane|aluminium aluminum
travelled traveled|travelling traveling|traveller traveler|travellers travelers|cancelled canceled|cancelling canceling
labelled labeled|labelling labeling|modelled modeled|modelling modeling|remodelled remodeled|remodelling remodeling
fuelled fueled|fuelling fueling|levelled leveled|levelling leveling|quarrelled quarreled|quarrelling quarreling
signalled signaled|signalling signaling|totalled totaled|totalling totaling|channelled channeled|channelling channeling
counselled counseled|counsellor counselor|jewellery jewelry|marvellous marvelous|enrol enroll|enrolment enrollment
fulfil fulfill|fulfilment fulfillment|instalment installment|skilful skillful|wilful willful|analyse analyze
analysed analyzed|analysing analyzing|paralyse paralyze|paralysed paralyzed|licence license|practise practice
mould mold|moulds molds|moustache mustache|pyjamas pajamas|storey story|anaesthetic anesthetic|oestrogen estrogen
paediatric pediatric|haemorrhage hemorrhage|diarrhoea diarrhea|foetus fetus|encyclopaedia encyclopedia
judgement judgment|ageing aging|whilst while|amongst among|towards toward|learnt learned|burnt burned
`

// Pairs where one side is also a good word of the other dialect say nothing of the writer's.
const ambiguous: ReadonlySet<string> = new Set(
  'check story practice license tire curb meter meters dialog while among toward towards learned burned program programs judgment judgement aging'.split(
    ' ',
  ),
)

/** The dialect that a word's spelling belongs to, in lower case; words that both dialects use are not listed. */
export const spellings: ReadonlyMap<string, Side> = new Map(
  pairs
    .trim()
    .split(/[|\n]/)
    .flatMap((pair) => {
      const [british, american] = pair.trim().split(' ') as [string, string]
      return [[british, 'british'] as const, [american, 'american'] as const].filter(([word]) => !ambiguous.has(word))
    }),
)

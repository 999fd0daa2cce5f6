import type { Range } from '../manuscript'

/** A news agency: its code in credits and filenames, and every way running text names it. Forms are case-sensitive. */
export interface Agency {
  code: string
  name: string
  /** Wordings that mean the agency wherever they stand. */
  forms: readonly string[]
  /** Wordings that mean something else often enough that only a credit, a cue or a dateline makes them the agency. */
  loose?: readonly string[]
}

/** An agency named in a text. `loose` says that the wording alone does not prove it. */
export interface AgencyMention extends Range {
  code: string
  loose: boolean
}

/** The agencies that English news desks take copy from. Order does not matter; longer forms win where two overlap. */
export const agencies: readonly Agency[] = [
  { code: 'AP', name: 'The Associated Press', forms: ['The Associated Press', 'Associated Press', 'AP'] },
  { code: 'Reuters', name: 'Reuters', forms: ['Thomson Reuters', 'Reuters'], loose: ['RTRS'] },
  { code: 'AFP', name: 'Agence France-Presse', forms: ['Agence France-Presse', 'Agence France Presse', 'AFP'] },
  { code: 'PTI', name: 'Press Trust of India', forms: ['Press Trust of India', 'PTI'] }, // also a Pakistani party
  { code: 'ANI', name: 'Asian News International', forms: ['Asian News International', 'ANI'] },
  {
    code: 'IANS',
    name: 'Indo-Asian News Service',
    forms: ['Indo-Asian News Service', 'Indo Asian News Service', 'IANS'],
  },
  { code: 'UNI', name: 'United News of India', forms: ['United News of India', 'UNI'] },
  { code: 'HS', name: 'Hindusthan Samachar', forms: ['Hindusthan Samachar'] },
  {
    code: 'dpa',
    name: 'Deutsche Presse-Agentur',
    forms: ['Deutsche Presse-Agentur', 'German Press Agency', 'dpa', 'DPA'],
  },
  { code: 'KCNA', name: 'Korean Central News Agency', forms: ['Korean Central News Agency', 'KCNA'] },
  { code: 'Yonhap', name: 'Yonhap', forms: ['Yonhap News Agency', 'Yonhap'] },
  { code: 'Kyodo', name: 'Kyodo News', forms: ['Kyodo News Agency', 'Kyodo News', 'Kyodo'] },
  { code: 'Jiji', name: 'Jiji Press', forms: ['Jiji Press'], loose: ['Jiji'] },
  { code: 'Xinhua', name: 'Xinhua', forms: ['Xinhua News Agency', 'Xinhua'] },
  { code: 'CNA', name: 'Central News Agency', forms: ['Central News Agency'], loose: ['CNA'] },
  { code: 'CNS', name: 'China News Service', forms: ['China News Service'], loose: ['CNS'] },
  { code: 'TASS', name: 'TASS', forms: ['ITAR-TASS', 'Itar-Tass', 'TASS'], loose: ['Tass'] },
  { code: 'RIA', name: 'RIA Novosti', forms: ['RIA Novosti'], loose: ['RIA'] },
  { code: 'Interfax', name: 'Interfax', forms: ['Interfax-Ukraine', 'Interfax'] },
  { code: 'Ukrinform', name: 'Ukrinform', forms: ['Ukrinform'] },
  { code: 'BelTA', name: 'BelTA', forms: ['BelTA', 'BELTA'] },
  {
    code: 'PA',
    name: 'PA Media',
    forms: ['Press Association', 'PA Media', 'PA news agency', 'PA News Agency'],
    loose: ['PA'],
  },
  { code: 'CP', name: 'The Canadian Press', forms: ['The Canadian Press', 'Canadian Press'], loose: ['CP'] },
  { code: 'AAP', name: 'Australian Associated Press', forms: ['Australian Associated Press', 'AAP'] }, // also an Indian party
  { code: 'EFE', name: 'EFE', forms: ['Agencia EFE', 'EFE'] },
  { code: 'ANSA', name: 'ANSA', forms: ['ANSA'] },
  {
    code: 'APA',
    name: 'Austria Presse Agentur',
    forms: ['Austria Press Agency', 'Austria Presse Agentur'],
    loose: ['APA'],
  },
  { code: 'Belga', name: 'Belga', forms: ['Belga'] },
  { code: 'Lusa', name: 'Lusa', forms: ['Lusa News Agency'], loose: ['Lusa'] },
  { code: 'PAP', name: 'Polish Press Agency', forms: ['Polish Press Agency'], loose: ['PAP'] },
  { code: 'Anadolu', name: 'Anadolu Agency', forms: ['Anadolu Agency', 'Anadolu Ajansi'], loose: ['Anadolu'] },
  { code: 'IRNA', name: 'IRNA', forms: ['Islamic Republic News Agency', 'IRNA'] },
  { code: 'Tasnim', name: 'Tasnim', forms: ['Tasnim News Agency', 'Tasnim news agency', 'Tasnim'] },
  { code: 'Fars', name: 'Fars', forms: ['Fars News Agency', 'Fars news agency'] },
  { code: 'ISNA', name: 'ISNA', forms: ['ISNA'] },
  { code: 'SPA', name: 'Saudi Press Agency', forms: ['Saudi Press Agency'], loose: ['SPA'] },
  { code: 'WAM', name: 'Emirates News Agency', forms: ['Emirates News Agency'], loose: ['WAM'] },
  { code: 'SANA', name: 'Syrian Arab News Agency', forms: ['Syrian Arab News Agency', 'SANA'] },
  { code: 'WAFA', name: 'WAFA', forms: ['WAFA'] },
  { code: 'MENA', name: 'Middle East News Agency', forms: ['Middle East News Agency'] },
  { code: 'NNA', name: 'National News Agency', forms: [], loose: ['National News Agency', 'NNA'] },
  { code: 'APP', name: 'Associated Press of Pakistan', forms: ['Associated Press of Pakistan'], loose: ['APP'] },
  { code: 'BSS', name: 'Bangladesh Sangbad Sangstha', forms: ['Bangladesh Sangbad Sangstha'], loose: ['BSS'] },
  { code: 'UNB', name: 'United News of Bangladesh', forms: ['United News of Bangladesh', 'UNB'] },
  { code: 'RSS', name: 'Rastriya Samachar Samiti', forms: ['Rastriya Samachar Samiti'] },
  { code: 'Bernama', name: 'Bernama', forms: ['Bernama'] },
  { code: 'Antara', name: 'Antara', forms: ['Antara News Agency', 'Antara news agency'], loose: ['Antara'] },
  { code: 'VNA', name: 'Vietnam News Agency', forms: ['Vietnam News Agency', 'VNA'] },
  { code: 'NAN', name: 'News Agency of Nigeria', forms: ['News Agency of Nigeria'], loose: ['NAN'] },
  { code: 'GNA', name: 'Ghana News Agency', forms: ['Ghana News Agency'], loose: ['GNA'] },
  { code: 'UPI', name: 'United Press International', forms: ['United Press International', 'UPI'] },
  { code: 'Bloomberg', name: 'Bloomberg', forms: ['Bloomberg News'], loose: ['Bloomberg'] },
  {
    code: 'NYT',
    name: 'New York Times News Service',
    forms: ['New York Times News Service', 'NYT News Service', 'NYTNS'],
  },
  {
    code: 'TNS',
    name: 'Tribune News Service',
    forms: ['Tribune News Service', 'Tribune Content Agency'],
    loose: ['TNS'],
  },
]

const escape = (form: string) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const byForm = new Map<string, { code: string; loose: boolean }>()
for (const { code, forms, loose = [] } of agencies) {
  for (const form of forms) byForm.set(form, { code, loose: false })
  for (const form of loose) byForm.set(form, { code, loose: true })
}
const anyForm = new RegExp(
  `(?<![\\p{L}\\p{N}_@#.-])(?:${[...byForm.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|')})(?![\\p{L}\\p{N}_])`,
  'gu',
)

/** Every agency named in `text` between `start` and `end`, in order, with offsets into `text`. */
export function agenciesIn(text: string, start = 0, end = text.length): AgencyMention[] {
  const found: AgencyMention[] = []
  for (const match of text.slice(start, end).matchAll(anyForm)) {
    const at = start + match.index
    found.push({ start: at, end: at + match[0].length, ...byForm.get(match[0])! })
  }
  return found
}

/** The code of the agency that exactly these words name, any case: "Associated Press", "the AP" and "ap" are "AP". */
export function agencyCode(words: string): string | undefined {
  const plain = words.trim().replace(/^the\s+/i, '')
  const exact = byForm.get(plain)
  if (exact) return exact.code
  return byFolded.get(plain.toLowerCase())
}

// Where two forms fold alike the first is meant, and a form is meant before a code.
const byFolded = new Map(
  [
    ...[...byForm].map(([form, { code }]): [string, string] => [form.replace(/^The /, ''), code]),
    ...agencies.map(({ code }): [string, string] => [code, code]),
  ]
    .map(([form, code]): [string, string] => [form.toLowerCase(), code])
    .toReversed(),
)

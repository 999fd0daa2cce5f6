/** How each reading is told on a card. `cue` is the cue's words in marks, or nothing where there is none. */
const wordings = {
  'marks before cue': (cue) => `in marks, then ${cue}`,
  'marks after cue': (cue) => `in marks after ${cue}`,
  'marks round cue': (cue) => `in marks on both sides of ${cue}`,
  'mixed before cue': (cue) => `partly in marks, then ${cue}`,
  'mixed after cue': (cue) => `partly in marks after ${cue}`,
  'that clause': (cue) => `a “that” clause after ${cue}`,
  'question clause': (cue) => `a question reported by ${cue}`,
  'clause after cue': (cue) => `a clause after ${cue}`,
  'clause after colon': (cue) => `a clause after ${cue} and a colon`,
  'clause before cue': (cue) => `a clause, then ${cue}`,
  'clause round cue': (cue) => `a clause on both sides of ${cue}`,
  infinitive: (cue) => `what ${cue} leads to`,
  'phrase after cue': (cue) => `what ${cue} is about`,
  'governed phrase': (cue) => `what ${cue} is followed by`,
  'according to': (cue) => `credited by ${cue}`,
  'headline colon': () => 'a headline with a name and a colon',
  'carried by the quotation before': (cue) => (cue ? `goes on after ${cue}` : 'goes on from the quotation before'),
  'goes on, partly in marks': () => 'goes on from the quotation before, partly in marks',
  'signed after a dash': () => 'in marks, signed after a dash',
  'stands alone': () => 'in marks by itself, no cue',
  'spoke in the sentence before': () => 'in marks after a sentence its speaker spoke in',
  'subject of the sentence before': () => 'in marks after a sentence about its speaker',
  'led in by a colon': () => 'in marks after a colon',
  'led in by a stop': (cue) => (cue ? `led in by ${cue}` : 'led in by a comma, colon or dash'),
  'named before a colon': () => 'led in by a name and a colon',
  'as … put it': (cue) => `led in by “as”, ${cue}`,
  'led in by “like”': () => 'led in by “like”',
  'in the speaker’s words': () => 'led in by “in … words”',
  'in the object of its verb': (cue) => `in marks after ${cue}, no verb of speech`,
  'the last speaker goes on': () => 'in marks by itself, no cue',
  'in marks, no cue': () => 'in marks, nobody said to have spoken',
} as const satisfies Record<string, (cue: string) => string>

/** How a quotation was read. */
export type Reading = keyof typeof wordings

/** The reading in words a card can show: which cue made it, and how the words stand to it. */
export const tellReading = (reading: Reading, cue: string | undefined): string =>
  wordings[reading](cue === undefined ? '' : `“${cue}”`)

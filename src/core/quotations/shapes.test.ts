import { describe, expect, it } from 'vitest'
import { read, type Expected } from './reading.fixture'

/** One sentence or paragraph and all that is found in it: words, speaker, cue, type. */
const cases = (title: string, rows: [title: string, text: string, ...expected: Expected[]][]) =>
  describe(title, () => {
    it.each(rows)('%s', (_title, text, ...expected) => {
      expect(read(text).quotations.map(({ words, speaker, cue, type }) => [words, speaker, cue, type])).toEqual(
        expected,
      )
    })
  })

cases('direct quotations', [
  [
    'subject, cue, colon',
    'Ana Ruiz said: “The bridge opens in May.”',
    ['The bridge opens in May.', 'Ana Ruiz', 'said', 'direct'],
  ],
  [
    'cue after, subject first',
    '“The bridge opens in May,” Ana Ruiz said.',
    ['The bridge opens in May,', 'Ana Ruiz', 'said', 'direct'],
  ],
  [
    'inverted',
    '“We will appeal,” said Tom Hale, a lawyer for the town.',
    ['We will appeal,', 'Tom Hale', 'said', 'direct'],
  ],
  ['inverted before the marks', 'Said Tom Hale: “We will appeal.”', ['We will appeal.', 'Tom Hale', 'Said', 'direct']],
  [
    'auxiliary',
    'Ana Ruiz has told us: “The bridge opens in May.”',
    ['The bridge opens in May.', 'Ana Ruiz', 'has told', 'direct'],
  ],
  ['no colon', 'Ana Ruiz said “the bridge opens in May.”', ['the bridge opens in May.', 'Ana Ruiz', 'said', 'direct']],
  [
    'saying',
    'Ana Ruiz opened the bridge, saying “it was worth the wait.”',
    ['it was worth the wait.', 'Ana Ruiz', 'saying', 'direct'],
  ],
  [
    'two halves round the cue',
    '“We will appeal,” Tom Hale said, “and we will win.”',
    ['We will appeal,', 'Tom Hale', 'said', 'direct'],
    ['and we will win.', 'Tom Hale', 'said', 'direct'],
  ],
  [
    'going on without a cue',
    '“We will appeal,” Tom Hale said. “We will win this case.”',
    ['We will appeal,', 'Tom Hale', 'said', 'direct'],
    ['We will win this case.', 'Tom Hale', 'said', 'direct'],
  ],
  [
    'cue in the sentence before',
    'Tom Hale was blunt about the order. “We will appeal.”',
    ['We will appeal.', 'Tom Hale', undefined, 'direct'],
  ],
  [
    'cue in the sentence before, reported there',
    'Tom Hale said the order was late. “We will appeal.”',
    ['the order was late', 'Tom Hale', 'said', 'indirect'],
    ['We will appeal.', 'Tom Hale', undefined, 'direct'],
  ],
  [
    'colon at the end of the sentence before',
    'Tom Hale had three words for the council:\n“We will appeal.”',
    ['We will appeal.', 'Tom Hale', undefined, 'direct'],
  ],
  ['a question', '“Why now?” Ana Ruiz asked.', ['Why now?', 'Ana Ruiz', 'asked', 'direct']],
  ['a question put in front', 'Asked Ana Ruiz: “Why now?”', ['Why now?', 'Ana Ruiz', 'Asked', 'direct']],
  ['an unlisted verb', '“We won!” beamed Tom Hale of Salem.', ['We won!', 'Tom Hale', 'beamed', 'direct']],
  ['an unlisted verb after its subject', '“We won,” Tom Hale beamed.', ['We won,', 'Tom Hale', 'beamed', 'direct']],
  ['a phrasal verb', '“We won,” Tom Hale shot back.', ['We won,', 'Tom Hale', 'shot back', 'direct']],
  ['pointed out', '“The bridge is old,” she pointed out.', ['The bridge is old,', 'she', 'pointed out', 'direct']],
  [
    'as she put it',
    'As Ana Ruiz put it, “the bridge is older than the town.”',
    ['the bridge is older than the town.', 'Ana Ruiz', 'put', 'direct'],
  ],
  [
    'in his words',
    'In Tom Hale’s words, “the order is worth less than the ink.”',
    ['the order is worth less than the ink.', 'Tom Hale', undefined, 'direct'],
  ],
  [
    'in the words of',
    'The order is, in the words of Tom Hale, “worth less than the ink.”',
    ['worth less than the ink.', 'Tom Hale', undefined, 'direct'],
  ],
  [
    'according to, after',
    '“The order is worth less than the ink,” according to Tom Hale.',
    ['The order is worth less than the ink,', 'Tom Hale', 'according to', 'direct'],
  ],
  [
    'a dash and a name after',
    '“The order is worth less than the ink.” — Tom Hale, lawyer',
    ['The order is worth less than the ink.', 'Tom Hale', '—', 'direct'],
  ],
  [
    'a dash and a name on the line below',
    'The town met on Monday night about it.\n“The order is worth less than the ink.”\n— Tom Hale',
    ['The order is worth less than the ink.', 'Tom Hale', undefined, 'direct'],
  ],
  [
    'a name and a colon',
    'The town met on Monday night about it.\nTom Hale: “The order is worth less than the ink.”',
    ['The order is worth less than the ink.', 'Tom Hale', undefined, 'direct'],
  ],
  [
    'a dash before the marks',
    'Tom Hale had one word for the order — “rubbish from end to end.”',
    ['rubbish from end to end.', 'Tom Hale', undefined, 'direct'],
  ],
  [
    'a long apposition',
    '“We will appeal,” Tom Hale, 52, a lawyer who has worked for the town since 1998, said.',
    ['We will appeal,', 'Tom Hale', 'said', 'direct'],
  ],
  [
    'a comma left out',
    '“We will appeal this order tomorrow” Tom Hale said.',
    ['We will appeal this order tomorrow', 'Tom Hale', 'said', 'direct'],
  ],
  [
    'two speakers',
    '“We will appeal,” said Tom Hale. “They will lose,” said Ana Ruiz.',
    ['We will appeal,', 'Tom Hale', 'said', 'direct'],
    ['They will lose,', 'Ana Ruiz', 'said', 'direct'],
  ],
  [
    'a double cue',
    'Tom Hale said in a letter, writing: “We will appeal.”',
    ['We will appeal.', 'Tom Hale', 'writing', 'direct'],
  ],
  [
    'a cue far before',
    'Tom Hale told a crowd of about 200 people outside the town hall on Monday night: “The order is worth less than the ink.”',
    ['The order is worth less than the ink.', 'Tom Hale', 'told', 'direct'],
  ],
])

cases('mixed quotations', [
  [
    'a fragment in a clause',
    'Tom Hale said the order was “an insult” to the town.',
    ['the order was “an insult” to the town', 'Tom Hale', 'said', 'mixed'],
  ],
  [
    'two fragments in a clause',
    'Tom Hale said the order was “an insult” and “a waste of ink.”',
    ['the order was “an insult” and “a waste of ink.', 'Tom Hale', 'said', 'mixed'],
  ],
  [
    'a fragment before the cue',
    'The order was “an insult,” Tom Hale said.',
    ['The order was “an insult,', 'Tom Hale', 'said', 'mixed'],
  ],
  [
    'described as',
    'Tom Hale described the order as “an insult.”',
    ['the order as “an insult.', 'Tom Hale', 'described', 'mixed'],
  ],
  ['called it', 'Tom Hale called the order “an insult.”', ['the order “an insult.', 'Tom Hale', 'called', 'mixed']],
  [
    'called for',
    'Tom Hale called for “calm and patience” in the town.',
    ['calm and patience” in the town', 'Tom Hale', 'called for', 'mixed'],
  ],
  ['vowed to', 'Tom Hale vowed to “fight on” in court.', ['to “fight on” in court', 'Tom Hale', 'vowed', 'mixed']],
  [
    'the cue inside the clause',
    'The order, Tom Hale said, was “an insult” to the town.',
    ['The order', 'Tom Hale', 'said', 'indirect'],
    ['was “an insult” to the town', 'Tom Hale', 'said', 'mixed'],
  ],
  [
    'a cue far before',
    'Tom Hale told a crowd of about 200 people outside the town hall on Monday night that “the order is worthless.”',
    ['that “the order is worthless.', 'Tom Hale', 'told', 'mixed'],
  ],
  [
    'that and words in marks alone',
    'Tom Hale said that “the order is late.”',
    ['that “the order is late.', 'Tom Hale', 'said', 'mixed'],
  ],
  [
    'a noun cue',
    'Tom Hale’s claim that the order was “an insult” angered the judge.',
    ['the order was “an insult” angered the judge', 'Tom Hale', 'claim', 'mixed'],
  ],
])

cases('indirect quotations', [
  ['said that', 'Tom Hale said that the town would appeal.', ['the town would appeal', 'Tom Hale', 'said', 'indirect']],
  [
    'said, that left out',
    'Tom Hale said the town would appeal.',
    ['the town would appeal', 'Tom Hale', 'said', 'indirect'],
  ],
  [
    'the clause first',
    'The town will appeal, Tom Hale said.',
    ['The town will appeal', 'Tom Hale', 'said', 'indirect'],
  ],
  [
    'the clause first, inverted',
    'The town will appeal, said Tom Hale.',
    ['The town will appeal', 'Tom Hale', 'said', 'indirect'],
  ],
  [
    'according to, first',
    'According to Tom Hale, the town will appeal.',
    ['the town will appeal', 'Tom Hale', 'According to', 'indirect'],
  ],
  [
    'according to, last',
    'The town will appeal, according to Tom Hale.',
    ['The town will appeal', 'Tom Hale', 'according to', 'indirect'],
  ],
  [
    'according to, after an adjunct',
    'In the end, according to Tom Hale, the town will appeal.',
    ['the town will appeal', 'Tom Hale', 'according to', 'indirect'],
  ],
  [
    'told somebody that',
    'Tom Hale told the council that the town would appeal.',
    ['the town would appeal', 'Tom Hale', 'told', 'indirect'],
  ],
  [
    'adding',
    '“We will appeal,” Tom Hale said, adding that the order was late.',
    ['We will appeal,', 'Tom Hale', 'said', 'direct'],
    ['the order was late', 'Tom Hale', 'adding', 'indirect'],
  ],
  [
    'and said',
    'Tom Hale smiled and said the town would appeal.',
    ['the town would appeal', 'Tom Hale', 'said', 'indirect'],
  ],
  [
    'asked whether',
    'Ana Ruiz asked whether the town would appeal.',
    ['whether the town would appeal', 'Ana Ruiz', 'asked', 'indirect'],
  ],
  ['warned of', 'Tom Hale warned of a long fight.', ['a long fight', 'Tom Hale', 'warned of', 'indirect']],
  [
    'a noun cue',
    'Tom Hale’s warning that the town would appeal was brief.',
    ['the town would appeal was brief', 'Tom Hale', 'warning', 'indirect'],
  ],
  [
    'passive with its agent',
    'The order was described by Tom Hale as an insult.',
    ['an insult', 'Tom Hale', 'was described', 'indirect'],
  ],
  [
    'quoted as saying',
    'Tom Hale was quoted as saying that the town would appeal.',
    ['the town would appeal', 'Tom Hale', 'was quoted as saying', 'indirect'],
  ],
  [
    'who said',
    'Tom Hale, who said the town would appeal, left early.',
    ['the town would appeal', 'Tom Hale', 'said', 'indirect'],
  ],
])

cases('no quotation at all', [
  ['no marks and no cue', 'The town will appeal the order in May.'],
  ['a passive without its agent', 'The town was told the order was late.'],
  ['a thought', 'Tom Hale hopes the town will appeal.'],
  ['an attitude', 'Tom Hale praised the mayor.'],
  ['a bare that', 'Tom Hale denied that.'],
  ['asked not to be named', 'A clerk asked not to be named.'],
  ['worth mentioning', 'It is worth mentioning that the town will appeal.'],
])

cases('headlines', [
  [
    'a name and a colon',
    'Hale: order is ‘an insult’ to town\nTom Hale spoke on Monday.',
    ['order is ‘an insult’ to town', 'Tom Hale', ':', 'mixed'],
  ],
  [
    'a colon and a name',
    'Order is ‘an insult’ to town: Hale\nTom Hale spoke on Monday.',
    ['Order is ‘an insult’ to town', 'Tom Hale', ':', 'mixed'],
  ],
  ['a label is no speaker', 'Watch: Town fights order\nTom Hale spoke on Monday.'],
  [
    'words that the story quotes in full',
    'Town fights ‘late’ order\n“The order is late,” Tom Hale said.',
    ['late’ order', 'Tom Hale', undefined, 'mixed'],
    ['The order is late,', 'Tom Hale', 'said', 'direct'],
  ],
])

// A made-up story of any length with quotations, and the wire it was partly made from. The same seed gives the same words.

const people = [
  'Ilse Marand',
  'Tomas Verrik',
  'Joren Hale',
  'Sela Brandt',
  'Idris Fane',
  'Nela Orrin',
  'Per Aldous',
  'Dena Wirth',
]
const bodies = [
  'the harbour board',
  'the energy ministry',
  'the regional assembly',
  'the fishing fleet',
  'the water council',
]
const matters = [
  'the cable',
  'the survey',
  'the ferry line',
  'the dam gates',
  'the winter drills',
  'the landing tunnel',
  'the lost catches',
]
const doings = [
  'will be paid for this year',
  'was agreed by both sides',
  'had been put off twice',
  'may cost twice as much',
  'is lawful and overdue',
  'needs another look',
]
const places = ['Merivale', 'Skarn', 'Arden', 'Low Kelmet', 'the eastern grounds', 'the Sound of Orr']

/** Random numbers from a seed (mulberry32). */
function numbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** `words` is about how long the story is. Answers the story's text and two pieces of wire. */
export function madeStory(words, seed = 7) {
  const next = numbers(seed)
  const of = (list) => list[Math.floor(next() * list.length)]
  const sentence = () => {
    const kind = next()
    if (kind < 0.25)
      return `“${upper(of(matters))} ${of(doings)}, and nobody in ${of(places)} should be afraid of it,” said ${of(people)}.`
    if (kind < 0.45) return `${of(people)} told AP that ${of(matters)} ${of(doings)}.`
    return `${upper(of(bodies))} in ${of(places)} has said since ${1990 + Math.floor(next() * 30)} that ${of(matters)} ${of(doings)} and that ${of(bodies)} would answer for ${of(matters)}.`
  }
  const paragraphs = []
  let count = 0
  while (count < words) {
    const paragraph = Array.from({ length: 2 + Math.floor(next() * 3) }, sentence).join(' ')
    paragraphs.push(paragraph)
    count += paragraph.split(' ').length
  }
  const third = Math.floor(paragraphs.length / 3)
  return {
    text: [
      '“This cable is lawful”: the long quarrel over the sound',
      'What was said, by whom, and where it came from.',
      ...paragraphs,
      '(with AP inputs)',
    ].join('\n'),
    wires: [
      { agency: 'AP', slug: 'EU--Cable', text: paragraphs.slice(0, third).join('\n\n') },
      { agency: 'R', slug: 'ARDANIA-SOUND', text: paragraphs.slice(third, third * 2).join('\n\n') },
    ],
  }
}

const upper = (words) => words[0].toUpperCase() + words.slice(1)

// What the manifest claims in words, as checks on what was read. A claim that no check knows is passed over.

/** How the outcome differs from the expected one. */
export function outcomeFaults(read, outcome) {
  switch (outcome) {
    case 'reject':
      return read.ok ? ['it was read; it should be refused'] : []
    case 'accept':
    case 'accept-sanitised':
      return read.ok ? [] : ['it was refused; it should be read']
    case 'accept-flagged':
      if (!read.ok) return ['it was refused; it should be read with a remark']
      return read.remarks.length > 0 ? [] : ['nothing was remarked on']
    default:
      return []
  }
}

const harmless = /^(?:https?:|mailto:|#)/i

/** Everything that makes what was read unsafe or other than claimed. */
export function claimFaults(read, claims, importerExists) {
  const faults = read.tried.map((what) => `it tried ${what}`)
  if (!read.ok) {
    if (!read.code || !read.message) faults.push('it was refused without a word')
    if (claims.some((claim) => claim.startsWith('no crash')) && read.ended && importerExists)
      faults.push('its reader had to be ended')
    return faults
  }
  const text = read.text
  for (const { type, attrs = {}, marks = [] } of nodesOf(read.manuscript)) {
    for (const [name, value] of [
      ...Object.entries(attrs),
      ...marks.flatMap((mark) => Object.entries(mark.attrs ?? {})),
    ])
      if (/^(?:href|src|url)$/.test(name) && value && !harmless.test(value)) faults.push(`${type} has ${name} ${value}`)
  }
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) faults.push('a control character stands in it')
  if (!text.isWellFormed()) faults.push('half a character stands in it')
  if (/root:x:0:0/.test(JSON.stringify(read.manuscript))) faults.push('another file’s words stand in it')
  if (!importerExists) return faults
  for (const claim of claims) {
    const [, kind, words] = /^(?:visible )?(text is|text contains|body is) "([^"]+)"/.exec(claim) ?? []
    if (kind === 'text contains' && !text.includes(words)) faults.push(`“${words}” is not in it`)
    const said = kind === 'body is' ? bodyOf(read.manuscript) : text.trim()
    if (kind && kind !== 'text contains' && said !== words) faults.push(`it says “${said.slice(0, 80)}”`)
    if (/CANARY-/.test(claim) && /CANARY-/.test(JSON.stringify(read.manuscript)))
      faults.push('a canary is in the manuscript')
    const [, bold] = /^"(.+)" is bold$/.exec(claim) ?? []
    if (bold && !isBold(read.manuscript, bold)) faults.push(`“${bold}” is not bold`)
    const [, plain] = /^"(.+)" is not bold$/.exec(claim) ?? []
    if (plain && isBold(read.manuscript, plain.trim())) faults.push(`“${plain}” is bold`)
  }
  return faults
}

function* nodesOf(node) {
  yield node
  for (const child of node.content ?? []) yield* nodesOf(child)
}

/** The words below a story's head. */
const bodyOf = ({ content = [] }) =>
  content
    .filter(({ type }) => !['headline', 'standfirst', 'byline', 'notice'].includes(type))
    .map((node) => [...nodesOf(node)].map(({ text = '' }) => text).join(''))
    .join('\n')
    .trim()

const isBold = (manuscript, words) =>
  [...nodesOf(manuscript)].some(
    ({ text = '', marks = [] }) => text.includes(words) && marks.some(({ type }) => type === 'strong'),
  )

/** Words from bytes: the encodings that newsroom systems write, with what can only be damage taken out. */

const highByte = new TextDecoder('windows-1252')

/**
 * Decodes text: UTF-8, UTF-16 with or without a byte order mark, else Windows-1252. Line ends become "\n"; NULs, control
 * characters, direction overrides and unpaired surrogates go. Never fails.
 */
export function decodeText(bytes: Uint8Array): { text: string; remarks: string[] } {
  const { text, encoding } = decode(bytes)
  const clean = cleanText(text)
  const remarks: string[] = []
  if (hasHiddenCharacters(text)) remarks.push('Control characters were taken out.')
  if (encoding !== 'UTF-8') remarks.push(`The text was read as ${encoding}.`)
  return { text: clean, remarks }
}

function decode(bytes: Uint8Array): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16' }
  const wide = zeroBytes(bytes)
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: 'UTF-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    return { text: highByte.decode(bytes), encoding: 'Windows-1252' }
  }
}

// Half of the bytes of Latin text in UTF-16 are zero, always on the same side.
function zeroBytes(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const looked = Math.min(bytes.length, 2000) & ~1
  if (looked < 8) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i < looked; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  if (odd > looked * 0.35 && even < looked * 0.05) return 'utf-16le'
  if (even > looked * 0.35 && odd < looked * 0.05) return 'utf-16be'
  return undefined
}

// Control characters but tab and line feed; direction overrides and isolates that can show words in another order than
// they stand (Unicode TR36); soft hyphens, byte order marks and noncharacters that compare unequal without being seen.
// oxlint-disable-next-line no-control-regex
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g
// oxlint-disable-next-line no-control-regex
const lineEnds = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g
const unpaired = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text as a manuscript may hold it. Line and paragraph separators of every kind become "\n". */
export function cleanText(text: string): string {
  return text.replace(lineEnds, '\n').replace(unwanted, '').replace(unpaired, '')
}

// oxlint-disable-next-line no-control-regex
const concealing = /[\u0000-\u0008\u000e-\u001f\u202a-\u202e\u2066-\u2069]/

/** True when a text holds control characters or such as show its words in another order than they stand. */
export function hasHiddenCharacters(text: string): boolean {
  return concealing.test(text)
}

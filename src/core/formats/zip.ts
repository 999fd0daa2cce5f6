import { Inflate } from 'fflate'
import { ReadError } from './types'

// Limits that any document a person wrote stays far below.
const maxEntries = 4000
const maxPart = 20_000_000
const maxTotal = 40_000_000
const feed = 4096

interface Entry {
  name: string
  method: number
  packed: number
  size: number
  crc: number
  offset: number
}

/** A package's parts by name, each inflated only when asked for. */
export interface Zip {
  names: readonly string[]
  /** The bytes of a part, or nothing when there is none. Throws ReadError when it is larger than it says or than allowed. */
  part(name: string): Uint8Array | undefined
  /** Parts whose checksum did not fit their bytes. */
  damaged: string[]
}

/**
 * Opens a zip archive by its directory. Nothing is written anywhere. Refused: archives cut short, encrypted, in several
 * volumes, with the same name twice, or with entries that share bytes.
 */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = directory(view, bytes)
  refuseLies(entries, view)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const damaged: string[] = []
  let total = 0
  return {
    names: entries.map((entry) => entry.name),
    damaged,
    part(name) {
      const entry = byName.get(name)
      if (!entry) return undefined
      const data = inflate(bytes, view, entry)
      total += data.length
      if (total > maxTotal) throw new ReadError('too-large', 'The file unpacks to more than it may.')
      if (crc32(data) !== entry.crc) damaged.push(name)
      return data
    },
  }
}

const damagedZip = () => new ReadError('damaged', 'The file is damaged or was cut short: its directory cannot be read.')

function directory(view: DataView, bytes: Uint8Array): Entry[] {
  let end = bytes.length - 22
  const lowest = Math.max(0, end - 65_535)
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < lowest || end < 0) throw damagedZip()
  const many = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (many === 0xffff || at === 0xffffffff)
    throw new ReadError('unsupported', 'The file is a zip archive of more than 4 GB.')
  if (many > maxEntries) throw new ReadError('unsafe', `The file holds more than ${maxEntries} parts.`)
  const entries: Entry[] = []
  const seen = new Set<string>()
  for (let i = 0; i < many; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw damagedZip()
    const flags = view.getUint16(at + 8, true)
    const nameLength = view.getUint16(at + 28, true)
    if (flags & 1 || flags & 64) throw new ReadError('unsupported', 'The file is protected by a password.')
    const name = new TextDecoder(flags & 2048 ? 'utf-8' : 'windows-1252').decode(
      bytes.subarray(at + 46, at + 46 + nameLength),
    )
    const folded = name.toLowerCase()
    if (seen.has(folded)) throw new ReadError('unsafe', 'The file holds the same part twice.')
    seen.add(folded)
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function dataStart(view: DataView, { offset }: Entry): number {
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== 0x04034b50) throw damagedZip()
  return offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
}

/** Refuses lies in the directory. Entries that share bytes unpack the same bytes many times over (Fifield, "A better zip bomb", 2019). */
function refuseLies(entries: readonly Entry[], view: DataView) {
  let end = 0
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) throw new ReadError('unsafe', 'Parts of the file overlap.')
    // Deflate never grows its input by more than five bytes in 16 KB: a stream longer than what it makes lies about that.
    if (entry.packed > entry.size * 1.01 + 64)
      throw new ReadError('unsafe', 'A part of the file is not as long as it says.')
    end = dataStart(view, entry) + entry.packed
    if (end > view.byteLength) throw damagedZip()
  }
}

function inflate(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  if (entry.size > maxPart) throw new ReadError('too-large', 'A part of the file unpacks to more than 20 MB.')
  const start = dataStart(view, entry)
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.method === 0) {
    if (entry.packed !== entry.size) throw new ReadError('unsafe', 'A part of the file is not as long as it says.')
    return packed
  }
  if (entry.method !== 8) throw new ReadError('unsupported', 'The file is packed in a way that cannot be read.')
  const out = new Uint8Array(entry.size)
  let at = 0
  const inflater = new Inflate((chunk) => {
    if (at + chunk.length > out.length) throw new ReadError('unsafe', 'A part of the file is longer than it says.')
    out.set(chunk, at)
    at += chunk.length
  })
  try {
    for (let i = 0; i < packed.length; i += feed) inflater.push(packed.subarray(i, i + feed), i + feed >= packed.length)
  } catch (cause) {
    if (cause instanceof ReadError) throw cause
    throw new ReadError('damaged', 'A part of the file cannot be unpacked: the file is damaged.')
  }
  if (at < out.length)
    throw new ReadError('damaged', 'A part of the file is shorter than it says: the file is damaged.')
  return out
}

let table: Uint32Array | undefined

function crc32(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, n) => {
    let value = n
    for (let k = 0; k < 8; k++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
    return value
  })
  let crc = 0xffffffff
  for (const byte of bytes) crc = table[(crc ^ byte) & 255]! ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

/**
 * Canonical JSON by RFC 8785 (JSON Canonicalization Scheme): object keys sorted by UTF-16 code units, no spaces, numbers
 * as ECMAScript writes them. Members whose value is undefined are left out.
 * @throws TypeError for what JSON cannot hold: NaN, infinities, functions, lone surrogates, cycles.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('JSON has no NaN and no infinity')
    return JSON.stringify(value)
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('JSON text may not hold a lone surrogate')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((member) => canonicalJson(member ?? null)).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`JSON has no ${typeof value}`)
  const record = value as Record<string, unknown>
  const members = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((key) => `${canonicalJson(key)}:${canonicalJson(record[key])}`)
  return `{${members.join(',')}}`
}

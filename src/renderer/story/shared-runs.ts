import { tokenize } from '@core/language'

/**
 * A text cut where it shares words with another: small words count only beside words of matter, and words that follow each
 * other are one run.
 */
export function sharedRuns(text: string, other: string): { text: string; shared: boolean }[] {
  const held = new Set(words(other).map((word) => word.text.toLowerCase()))
  const own = words(text)
  const matter = own.map(({ text: word }) => held.has(word.toLowerCase()) && (word.length > 3 || /\d/.test(word)))
  const shared = own.map(
    ({ text: word }, at) => held.has(word.toLowerCase()) && (matter[at] || matter[at - 1] || matter[at + 1] || false),
  )
  const parts: { text: string; shared: boolean }[] = []
  let done = 0
  for (let at = 0; at < own.length; at++) {
    if (!shared[at]) continue
    const start = own[at]!.start
    while (shared[at + 1]) at++
    if (start > done) parts.push({ text: text.slice(done, start), shared: false })
    parts.push({ text: text.slice(start, own[at]!.end), shared: true })
    done = own[at]!.end
  }
  if (done < text.length) parts.push({ text: text.slice(done), shared: false })
  return parts
}

const words = (text: string) => tokenize(text).filter(({ kind }) => kind !== 'mark')

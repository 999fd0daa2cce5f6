/** What a slug may be: lower-case words and numbers joined by hyphens, at most 80 characters. */
export function slugFrom(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘"“”]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
  return reserved.test(slug) ? `${slug}-story` : slug || 'story'
}

// Windows opens a device for a file of this name, whatever its ending:
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

// Words that tell stories apart poorly; a slug proposed from a headline leaves them out.
const small = new Set(
  'a an and are as at be by for from has have in is it its of on or says that the to was were will with'.split(' '),
)

/** A slug proposed from a headline: its first telling words. */
export function slugFromHeadline(headline: string): string {
  const words = slugFrom(headline).split('-')
  const telling = words.filter((word) => word.length > 1 && !small.has(word))
  return (telling.length > 0 ? telling : words).slice(0, 4).join('-').slice(0, 60)
}

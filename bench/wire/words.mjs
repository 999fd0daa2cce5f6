// What a file's text must hold, found without the reader: the words between the file's tags or codes, by plain patterns.

const letters = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu

/** Words of the file's body that stand neither in the text read nor in the item's fields. */
export function lostWords(bytes, text, fields, format) {
  const has = new Set(words(`${text} ${Object.values(fields).flat().join(' ')}`))
  return [...new Set(words(bodyOf(bytes, format)))].filter((word) => !has.has(word))
}

/** What no reader's text may hold: control characters, tags, references that were not read, lines of a header. */
export function codesIn(text) {
  const found = []
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd]/.test(text)) found.push('control character')
  if (/<\/?[a-z][\w.-]*(?:\s[^<>]*)?>/i.test(text)) found.push('tag')
  if (/&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(text)) found.push('reference')
  if (/^\^|<$|^[A-Z]{2,4}-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}/m.test(text)) found.push('code')
  if (/^\d{6} GMT \w{3} \d\d/m.test(text)) found.push('date-time group')
  return found
}

const words = (text) =>
  (text.replace(/``|''/g, ' ').normalize('NFC').match(letters) ?? [])
    .map((word) => word.toLowerCase().replace(/^['’-]+|['’-]+$/g, ''))
    .filter(Boolean)

function bodyOf(bytes, format) {
  if (format === 'iptc7901' || format === 'anpa-1312') {
    const text = new TextDecoder('windows-1252').decode(bytes)
    // eslint-disable-next-line no-control-regex
    return (
      [...text.matchAll(/\u0002([^\u0003]*)\u0003/g)]
        // A heading over the notes for editors goes with them.
        .map(([, body]) =>
          body
            .replace(/^#.*$/gm, ' ')
            .replace(/\*\d{4}</g, ' ')
            .replace(/,(?:[^,<\n]*,)?\d{0,5}<\s*$/gm, ' '),
        )
        .join('\n')
    )
  }
  if (format === 'nitf' || format === 'newsml-g2') {
    const declared = /encoding=["']([\w-]+)["']/.exec(String.fromCharCode(...bytes.subarray(0, 200)))?.[1]
    const text = new TextDecoder(declared === 'utf8' ? 'utf-8' : (declared ?? 'utf-8')).decode(bytes)
    const bodies = [...text.matchAll(/<(?:\w+:)?(inlineXML|inlineData|body)\b[^>]*>([\s\S]*?)<\/(?:\w+:)?\1>/g)].map(
      // Results, events and prices are no text.
      ([, name, body]) => (name === 'inlineXML' && !/<(?:\w+:)?(?:nitf|html)\b/.test(body) ? '' : body),
    )
    return unescape(
      unescape(
        bodies
          .join('\n')
          .replace(/<!--[\s\S]*?-->/g, ' ')
          .replace(format === 'nitf' ? /<(\w+:[\w-]+)[^>]*>[^<]*<\/\1>/g : /$^/, ' ')
          .replace(
            /<(head|script|style|nitf-table-metadata|distributor|rights|story\.date)\b[^>]*>[\s\S]*?<\/\1>/g,
            ' ',
          )
          .replace(/<\/?(?:p|br|td|th|tr|li|hl1|hl2|h\d|div|byttl|block|media[\w-]*|person)\b[^>]*>/g, ' ')
          .replace(/<[^>]*>/g, ''),
      ),
      // Code that was escaped into the text.
    ).replace(/<\/?[a-z][^<>]*>/gi, ' ')
  }
  const json = JSON.parse(new TextDecoder().decode(bytes))
  const items = Array.isArray(json) ? json : json.item?.length ? json.item : [json]
  return items
    .flatMap((item) => {
      const keys = Object.keys(item).filter(
        (key) => /^(?:headline|body_\w+|byline|by)$/.test(key) && typeof item[key] === 'string',
      )
      const bodies = (item.bodies ?? []).map(({ value }) => value ?? '')
      return [
        ...keys.map((key) => item[key]),
        ...(bodies.some((body) => /^\s*</.test(body)) ? bodies.filter((body) => /^\s*</.test(body)) : bodies).slice(
          0,
          1,
        ),
        ...(item.headlines ?? []).slice(0, 1).map(({ value }) => value),
      ]
    })
    .map((value) =>
      unescape(
        String(value)
          .replace(/<(head|style|script|distributor|byline)\b[\s\S]*?<\/\1>/g, ' ')
          .replace(/<\/?(?:p|br|div|td|th|tr|li|h\d|hl\d|byttl|blockquote|section|figure|figcaption)\b[^>]*>/g, ' ')
          .replace(/<[^>]*>/g, ''),
      ),
    )
    .join('\n')
}

const named = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
}
const unescape = (text) =>
  text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(\w+);/g, (all, name) => named[name] ?? all)

// Every real file of a wire's format through its reader: read or refused, as what, with which fields, and whether words
// are missing or codes of the wire stand in the text.
// node bench/wire.mjs --data DIR [--only TEXT] [--text]     (DIR holds nitf, newsml-g2, …; run `npm run build` first)
// Ends with 1 when a file that holds text of a format read here fails, loses words, or keeps codes.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { codesIn, lostWords } from './wire/words.mjs'

const { values } = parseArgs({
  options: { data: { type: 'string' }, only: { type: 'string' }, text: { type: 'boolean' } },
})
const data = values.data ?? '../shared/samples'
const formats = ['nitf', 'newsml-g2', 'ninjs', 'iptc7901', 'anpa-1312', 'ap-media']
if (!formats.some((format) => existsSync(join(data, format)))) {
  console.log(`Skipped: no files of wires in ${data}`)
  process.exit(0)
}
const { readStory } = await import(new URL('../out/core/formats.js', import.meta.url).href)
const { plainText } = await import(new URL('../out/core/manuscript.js', import.meta.url).href)

const filesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .toSorted()
        .flatMap((name) => {
          const path = join(folder, name)
          if (statSync(path).isDirectory()) return name === 'schema' ? [] : filesIn(path)
          return /^(?:LICENSE|README|PROVENANCE)/.test(name) || /\.xsd$/.test(name) ? [] : [path]
        })
    : []

let failed = 0
const rows = []
for (const format of formats) {
  const row = { format, files: 0, read: 0, refused: 0, lost: 0, codes: 0 }
  for (const path of filesIn(join(data, format))) {
    const shown = relative(data, path)
    if (values.only && !shown.includes(values.only)) continue
    row.files++
    const bytes = readFileSync(path)
    let story
    try {
      story = readStory(new Uint8Array(bytes), { name: basename(path) })
    } catch (error) {
      row.refused++
      console.log(`refused  ${shown}: ${error.code ?? error.name}: ${error.message}`)
      // A file that its own standard refuses may be refused here.
      if (!error.code) failed++
      continue
    }
    row.read++
    const all = [story, ...(story.others ?? [])]
    const text = all.map(({ manuscript }) => plainText(manuscript).text).join('\n')
    const { text: _text, ...fields } = story.wire
    console.log(
      `${story.type.padEnd(9)}${shown}: ${all.length > 1 ? `${all.length} items, ` : ''}${text.split(/\s+/).filter(Boolean).length} words; ` +
        Object.entries(fields)
          .map(([name, value]) => `${name} ${JSON.stringify(value).slice(0, 70)}`)
          .join(', '),
    )
    for (const remark of story.remarks) console.log(`         remark: ${remark}`)
    const lost = lostWords(bytes, text, fields, format)
    const codes = codesIn(text)
    if (lost.length > 0) {
      row.lost++
      console.log(`         LOST ${lost.length}: ${lost.slice(0, 12).join(' ')}`)
    }
    if (codes.length > 0) {
      row.codes++
      console.log(`         CODES: ${codes.join(' ')}`)
    }
    if (values.text)
      for (const { manuscript } of all)
        manuscript.forEach((node) =>
          console.log(`         | ${node.type.name.padEnd(10)} ${node.textContent.slice(0, 300)}`),
        )
  }
  failed += row.lost + row.codes
  rows.push(row)
}
console.table(rows)
process.exitCode = failed > 0 ? 1 : 0

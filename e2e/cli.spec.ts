// The command line as pipelines call it: every command on real files, its JSON, its exit codes. Nothing here needs a window.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from './fixtures.ts'
import { root, runCli, type Ran } from './programs.ts'

const material = (name: string) => resolve(root, 'e2e/material', name)
const story = material('flood-story.txt')
const wire = material('flood-wire.txt')
const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

/** What a command answered in JSON. */
function json<T = Record<string, unknown>>({ code, out, err }: Ran): T {
  expect([code < 2, err]).toEqual([true, ''])
  expect(out.endsWith('\n') && out.trimEnd().split('\n').length === 1, 'one line').toBe(true)
  return JSON.parse(out) as T
}

/** A refusal: this exit code, nothing on standard output, one line on standard error that says `what`. */
function refused({ code, out, err }: Ran, exit: number, what: RegExp) {
  expect([code, out], err).toEqual([exit, ''])
  expect(err).toMatch(/^writethru: [^\n]+\n$/)
  expect(err).toMatch(what)
}

interface Range {
  start: number
  end: number
}

test.describe('the engine on files', () => {
  test('quotes gives the text and who said what in it', async ({ cli }) => {
    const { text, quotes, ...rest } = json<{ text: string; quotes: (Range & { speaker?: string; type: string })[] }>(
      await cli('quotes', story, '--json'),
    )
    expect(Object.keys(rest).toSorted()).toEqual(['id', 'notQuotations'])
    const brandt = quotes.find(({ start, end }) => text.slice(start, end).startsWith('We had ten minutes'))
    expect([brandt?.speaker, brandt?.type]).toEqual(['Sela Brandt', 'direct'])
    expect((await cli('quotes', story)).out).toMatch(/^direct +Sela Brandt +\S+ +We had ten minutes/m)
  })

  test('provenance names the source a sentence came from, by the file as given', async ({ cli }) => {
    const { text, sentences, credits } = json<{
      text: string
      sentences: (Range & { level: string; from: { source: string }[] })[]
      credits: { agency?: string }[]
    }>(await cli('provenance', story, '--source', `${wire}:PTI`, '--json'))
    const dam = sentences.find(({ start, end }) => text.slice(start, end).startsWith('The dam, which feeds'))
    expect([dam?.level, dam?.from[0]?.source]).toEqual(['verbatim', wire])
    expect(credits.map(({ agency }) => agency)).toContain('PTI')
  })

  test('a colon may belong to the name of a source’s file', async ({ cli, folder }) => {
    const odd = join(folder, 'wire:AP')
    copyFileSync(wire, odd)
    const { sentences } = json<{ sentences: { from: { source: string }[] }[] }>(
      await cli('provenance', story, '--source', odd, '--json'),
    )
    expect(sentences.flatMap(({ from }) => from.map(({ source }) => source))).toContain(odd)
  })

  test('diff answers what changed, and as a page of its own', async ({ cli, folder }) => {
    const edited = join(folder, 'edited.txt')
    writeFileSync(edited, readFileSync(story, 'utf8').replace('It has food for a week', 'It has food for two weeks'))
    const { changes, summary, oldText, newText } = json<{
      changes: { oldText: string; newText: string }[]
      summary: { sentence: string }
      oldText: string
      newText: string
    }>(await cli('diff', story, edited, '--json'))
    expect(changes.map(({ oldText: was, newText: is }) => [was.trim(), is.trim()])).toEqual([['a week', 'two weeks']])
    expect(oldText.length + 1).toBe(newText.length - 2)
    expect(summary.sentence).toContain('1')
    expect(await cli('diff', story, edited, '--html', join(folder, 'diff.html'))).toMatchObject({ code: 0, err: '' })
    expect(readFileSync(join(folder, 'diff.html'), 'utf8')).toContain('two weeks')
    expect((await cli('diff', story, edited, '--html', '-')).out).toContain('<!doctype html>')
  })

  test('check ends with 1 where something blocks and 0 where nothing does', async ({ cli, folder }) => {
    const { blocks, findings } = json<{ blocks: boolean; findings: { rule: string; level: string }[] }>(
      await cli('check', story, '--source', `${wire}:PTI`, '--json'),
    )
    expect([blocks, findings.some(({ level }) => level === 'block')]).toEqual([true, true])
    expect((await cli('check', story, '--source', `${wire}:PTI`)).code).toBe(1)
    const calm = join(folder, 'calm.txt')
    writeFileSync(calm, 'Bridge opens to traffic\n\nThe bridge at Orm opened on Monday after four years of work.\n')
    expect((await cli('check', calm)).code).toBe(0)
    const off = join(folder, 'policy.json')
    writeFileSync(off, JSON.stringify({ rules: Object.fromEntries(findings.map(({ rule }) => [rule, 'off'])) }))
    expect((await cli('check', story, '--source', `${wire}:PTI`, '--policy', off)).code).toBe(0)
  })

  test('wire in a feed of several items is held against each, with what its agency says of it', async ({
    cli,
    folder,
  }) => {
    const item = (id: string, embargoed: string, words: string) => ({
      uri: `urn:orr:${id}`,
      type: 'text',
      slugline: `EU--Orr-${id}`,
      versioncreated: '2026-03-05T14:30:00Z',
      embargoed,
      provider: 'The Associated Press',
      body_text: words,
    })
    const feed = join(folder, 'feed.json')
    const text = readFileSync(wire, 'utf8')
    writeFileSync(
      feed,
      JSON.stringify([
        item('ferry', '2026-03-05T16:00:00Z', 'The council of Orr voted on Tuesday to keep the night ferry.'),
        item('flood', '2099-03-05T16:00:00Z', text),
      ]),
    )
    const { sentences } = json<{ sentences: { from: { source: string }[] }[] }>(
      await cli('provenance', story, '--source', feed, '--json'),
    )
    expect(sentences.flatMap(({ from }) => from.map(({ source }) => source))).toContain(`${feed}#2`)
    const { findings } = json<{ findings: { rule: string; message: string }[] }>(
      await cli('check', story, '--source', feed, '--json'),
    )
    expect(findings.filter(({ rule }) => rule === 'W-3').map(({ message }) => message)).toEqual([
      expect.stringContaining('AP EU--Orr-flood is under embargo until 2099-03-05 16:00 UTC'),
    ])
  })

  for (const format of ['html', 'md', 'txt', 'docx', 'ninjs'] as const)
    test(`a file exported as ${format} reads back with the same words, whatever it is called`, async ({
      cli,
      folder,
    }) => {
      // The name tells nothing: a type is told by what is in the file.
      const out = join(folder, 'copy')
      expect(await cli('export', story, '--format', format, '-o', out)).toMatchObject({ code: 0, err: '' })
      const text = async (file: string) => json<{ text: string }>(await cli('quotes', file, '--json')).text
      const letters = (words: string) => words.replace(/[“”‘’]/g, (mark) => ('“”'.includes(mark) ? '"' : "'"))
      expect(letters(await text(out))).toBe(letters(await text(story)))
    })

  test('“-” is standard input and standard output', async ({ env }) => {
    const piped = await runCli(['export', '-', '--format', 'txt', '-o', '-'], env, readFileSync(story, 'utf8'))
    expect([piped.code, piped.err]).toEqual([0, ''])
    expect(piped.out).toContain('We had ten minutes')
    refused(await runCli(['diff', '-', '-'], env, 'words'), 2, /standard input/)
  })

  test('a line that fails is answered in its place, and the others too', async ({ env, folder }) => {
    const lines = [
      JSON.stringify({ id: 'a', text: '"We go," Ann Ode said.' }),
      '{"id": "b", ',
      JSON.stringify({ id: 'c', text: 7 }),
      '',
      JSON.stringify({ id: 4, text: 'Nobody spoke.' }),
    ].join('\n')
    const { code, out } = await runCli(['quotes', '--jsonl', '-'], env, lines)
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id?: unknown; error?: { code: string }; quotes?: { speaker?: string }[] })
    expect(code).toBe(2)
    expect(answers.map(({ id, error }) => [id, error?.code])).toEqual([
      ['a', undefined],
      [undefined, 'bad-json'],
      ['c', 'bad-line'],
      [4, undefined],
    ])
    expect(answers[0]?.quotes?.[0]?.speaker).toBe('Ann Ode')
    refused(await runCli(['quotes', '--jsonl', join(folder, 'gone')], env), 2, /gone: there is no such file/)
  })
})

test.describe('refusing', () => {
  test('a format that cannot be written yet is said to be one, and nothing is written', async ({ cli, folder }) => {
    for (const format of ['pdf', 'nitf', 'newsml-g2', 'sgml']) {
      const out = join(folder, `copy.${format}`)
      refused(await cli('export', story, '--format', format, '-o', out), 2, new RegExp(`cannot write ${format}`))
      expect(existsSync(out)).toBe(false)
    }
  })

  test('a file that cannot be used is named with the reason, and nothing is written', async ({ cli, folder }) => {
    const cut = join(folder, 'cut.docx')
    const out = join(folder, 'out.txt')
    await cli('export', story, '--format', 'docx', '-o', cut)
    writeFileSync(cut, readFileSync(cut).subarray(0, 700))
    const pdf = join(folder, 'page.txt')
    writeFileSync(pdf, '%PDF-1.7\n%âãÏÓ\n1 0 obj\n')
    for (const [file, why] of [
      [cut, /cut\.docx: /],
      [pdf, /page\.txt: PDF/],
      [join(folder, 'gone.txt'), /gone\.txt: there is no such file/],
      [folder, /: it is a folder/],
    ] as const) {
      refused(await cli('export', file, '--format', 'txt', '-o', out), 2, why)
      refused(await cli('quotes', file, '--json'), 2, why)
    }
    expect(existsSync(out)).toBe(false)
    refused(await cli('export', story, '--format', 'txt', '-o', join(folder, 'no', 'such')), 2, /no such folder/)
  })

  test('a command called wrongly says how it is called', async ({ cli }) => {
    for (const [args, why] of [
      [[], /no command/],
      [['quote', story], /no command “quote”/],
      [['quotes'], /takes FILE/],
      [['quotes', story, '--jason'], /--jason/],
      [['export', story, '--format', 'txt'], /-o/],
      [['restore', 'a', 'two'], /N is a whole number/],
      [['serve', '--port', '70000'], /--port/],
      [['list', '--jsonl', '-'], /--jsonl goes with/],
    ] as const)
      refused(await cli(...args), 2, why)
    expect(await cli('--help')).toMatchObject({ code: 0, out: expect.stringContaining('writethru quotes FILE') })
  })

  test('a stack trace is shown to who asks for it, and to nobody else', async ({ cli, library }) => {
    mkdirSync(library)
    writeFileSync(join(library, 'library.sqlite'), 'no library')
    expect((await cli('list')).err).not.toMatch(/\n\s+at /)
    expect((await cli('list', '--debug')).err).toMatch(/\n\s+at /)
  })
})

test.describe('the library', () => {
  test('stories come in, are listed, searched, shown, exported and put back', async ({ cli, folder }) => {
    const { imported } = json<{
      imported: { slug: string; id: string; file: string; words: number; blocks: number }[]
    }>(await cli('import', story, wire, '--json'))
    expect(imported.map((one) => Object.keys(one).toSorted())).toEqual(
      Array.from({ length: 2 }, () => ['blocks', 'file', 'id', 'slug', 'words']),
    )
    const { slug } = imported[0]!
    const { stories } = json<{ stories: Record<string, unknown>[] }>(await cli('list', '--json'))
    expect(stories.map((one) => one['slug']).toSorted()).toEqual(imported.map((one) => one.slug).toSorted())
    expect(Object.keys(stories[0]!).toSorted()).toEqual(
      ['headline', 'revision', 'slug', 'status', 'updatedAt', 'words'].toSorted(),
    )
    const { hits } = json<{ hits: { slug: string; field: string; snippet: string }[] }>(
      await cli('search', 'goats', 'river', '--json'),
    )
    expect(hits.map((hit) => hit.slug)).toContain(slug)
    expect(Object.keys(hits[0]!).toSorted()).toEqual(['field', 'slug', 'snippet'])
    const shown = json(await cli('show', slug, '--json'))
    expect(Object.keys(shown).toSorted()).toEqual(
      ['annotations', 'decisions', 'manuscript', 'revision', 'slug', 'sources'].toSorted(),
    )
    const restored = json<{ revision: { number: number; kind: string } }>(await cli('restore', slug, '1', '--json'))
    expect(restored.revision).toMatchObject({ kind: 'restore' })
    const { revisions } = json<{ revisions: { number: number; id: string }[] }>(await cli('log', slug, '--json'))
    expect(revisions.map(({ number }) => number).toSorted()).toEqual([1, restored.revision.number])
    for (const { id } of revisions) expect(id).toMatch(/^[0-9a-f]{64}$/)
    for (const format of ['html', 'md', 'txt', 'docx', 'ninjs', 'json']) {
      const out = join(folder, `copy.${format}`)
      const exported = await cli('export', '--story', slug, '--revision', '1', '--format', format, '-o', out)
      expect(exported, format).toMatchObject({ code: 0, err: '' })
      expect(readFileSync(out).length).toBeGreaterThan(500)
    }
    expect(json(await cli('verify', '--json'))).toEqual({ stories: 2, revisions: 3, damaged: [] })
    refused(await cli('show', 'no-such-story'), 2, /no story with the slug “no-such-story”/)
  })

  test('an agency’s item comes in with what its agency says of it, and a copy of the desk’s own does not', async ({
    cli,
    folder,
  }) => {
    const item = join(folder, 'item')
    writeFileSync(
      item,
      '<nitf><head><docdata management-status="embargoed"><doc-id regsrc="AP" id-string="orr-1"/><date.release norm="20990305T160000Z"/>' +
        '<du-key key="EU--Orr-Ferry" version="2"/></docdata></head><body><body.head><hedline><hl1>Orr keeps its ferry</hl1></hedline></body.head>' +
        '<body.content><p>The council of Orr voted on Tuesday to keep the night ferry.</p></body.content></body></nitf>',
    )
    expect((await cli('import', item)).code).toBe(0)
    const sources = async (slug: string) =>
      json<{ sources: { agency: string; embargo: string; item: string; file: string }[] }>(
        await cli('show', slug, '--json'),
      ).sources
    expect(await sources('eu-orr-ferry')).toMatchObject([
      { agency: 'AP', item: 'orr-1', embargo: '2099-03-05T16:00:00Z', file: 'item' },
    ])
    const copy = join(folder, 'copy')
    await cli('export', '--story', 'eu-orr-ferry', '--format', 'ninjs', '-o', copy)
    const { imported } = json<{ imported: { slug: string }[] }>(await cli('import', copy, '--json'))
    expect(await sources(imported[0]!.slug)).toEqual([])
  })

  test('one file that cannot be read stops no other, and the exit code tells', async ({ cli, folder }) => {
    const empty = join(folder, 'empty.txt')
    writeFileSync(empty, '')
    const { code, out, err } = await cli('import', join(folder, 'gone.txt'), story, empty, wire, '--json')
    expect(code).toBe(2)
    const { imported } = JSON.parse(out) as { imported: { file: string }[] }
    expect(imported.map(({ file }) => file)).toEqual([story, wire])
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^writethru: .*gone\.txt: there is no such file/),
      expect.stringMatching(/^writethru: .*empty\.txt: .*empty/i),
    ])
  })

  test('a story may come in from standard input', async ({ env, cli }) => {
    const { code } = await runCli(['import', '-'], env, readFileSync(story, 'utf8'))
    expect([code, (await cli('list')).out]).toEqual([0, expect.stringContaining('River towns count the cost')])
  })

  test('what was changed behind its back is found, and ends verify with 1', async ({ cli, library }) => {
    await cli('import', story)
    const database = new DatabaseSync(join(library, 'library.sqlite'))
    database.exec(
      `drop trigger if exists revision_stays; update revision set content = replace(content, 'Kelmet', 'Calmet')`,
    )
    database.close()
    const { code, out } = await cli('verify', '--json')
    const { damaged } = JSON.parse(out) as { damaged: { number: number; what: string }[] }
    expect([code, damaged[0]?.number]).toEqual([1, 1])
    expect(damaged[0]?.what).toContain('hash')
  })

  test('a newer library, and what is none, end with 3 and are left as they are', async ({ cli, library }) => {
    await cli('import', story)
    const file = join(library, 'library.sqlite')
    const database = new DatabaseSync(file)
    database.exec('pragma user_version = 99999; pragma wal_checkpoint(truncate)')
    database.close()
    const before = [digest(file), readdirSync(library).toSorted()]
    for (const command of [['list'], ['import', wire], ['verify'], ['show', 'x'], ['serve']])
      refused(await cli(...command), 3, /newer Writethru/)
    expect([digest(file), readdirSync(library).toSorted()]).toEqual(before)
    writeFileSync(file, 'a letter')
    refused(await cli('list'), 3, /cannot be opened as a library/)
    expect(readFileSync(file, 'utf8')).toBe('a letter')
  })

  test('a library that another program is writing is busy, and reading goes on', async ({ cli, library }) => {
    await cli('import', story)
    const database = new DatabaseSync(join(library, 'library.sqlite'))
    database.exec('begin immediate')
    expect((await cli('list')).out).toContain('River towns')
    refused(await cli('import', wire), 3, /being written by another program/)
    database.exec('rollback')
    database.close()
    expect((await cli('import', wire)).code).toBe(0)
    expect(json(await cli('verify', '--json'))).toMatchObject({ stories: 2, damaged: [] })
  })
})

test.describe('beside an open desk', () => {
  test('what the command line brings in and puts back stands on the desk at once', async ({ loopback, cli }) => {
    expect(loopback.port).toBeGreaterThan(0)
    const { imported } = json<{ imported: { slug: string }[] }>(await cli('import', story, '--json'))
    const { stories } = json<{ stories: { slug: string }[] }>(await cli('list', '--json'))
    expect(stories.map(({ slug }) => slug)).toContain(imported[0]!.slug)
    expect(stories).toHaveLength(2)
  })
})

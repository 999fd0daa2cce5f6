// The local page: who may speak to it, how it starts and how it ends.
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { WebSocket } from 'ws'
import { expect, test } from './fixtures.ts'
import { manuscript, newStory, openStory, saved } from './moves.ts'
import type { Loopback } from './programs.ts'

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** One request as it stands, with nothing that a browser or `fetch` would mend. */
function ask(
  { port }: Pick<Loopback, 'port'>,
  path: string,
  headers: Record<string, string> = {},
  options: { method?: string; host?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', host = '127.0.0.1' } = options
    const asked = httpRequest({ host, port, path, method, headers, agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }))
    })
    asked.once('error', reject)
    asked.end()
  })
}

/** The cookie that the printed address is answered with. */
async function cookieOf(loopback: Loopback): Promise<string> {
  const { pathname, search } = new URL(loopback.address)
  const { headers } = await ask(loopback, pathname + search)
  return headers['set-cookie']![0]!.split(';')[0]!
}

/** How the host answers somebody who wants to talk: 'open', or the status of the refusal. */
function knock({ port }: Loopback, path: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
    socket.once('open', () => {
      socket.terminate()
      resolve('open')
    })
    socket.once('error', ({ message }) => resolve(/\d{3}/.exec(message)?.[0] ?? message))
  })
}

test.describe('who may speak', () => {
  test('only who holds the key that was printed', async ({ loopback }) => {
    expect(loopback.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
    for (const path of ['/', '/index.html', '/?token=', '/?token=wrong', `/?token=${'A'.repeat(43)}`, '/other?token=x'])
      expect((await ask(loopback, path)).status, path).toBe(403)
    const { pathname, search } = new URL(loopback.address)
    const invited = await ask(loopback, pathname + search)
    expect([invited.status, invited.headers.location]).toEqual([303, '/index.html'])
    const [cookie] = invited.headers['set-cookie']!
    expect(cookie!.split('; ').slice(1).toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict'])
    const known = await ask(loopback, '/index.html', { cookie: cookie!.split(';')[0]! })
    expect([known.status, known.body.includes('<div id="root">')]).toEqual([200, true])
    for (const wrong of [cookie!.split('=')[0] + '=x', 'writethru=' + loopback.address.slice(-43)])
      expect((await ask(loopback, '/index.html', { cookie: wrong })).status).toBe(403)
  })

  test('no name but its own leads to it', async ({ loopback }) => {
    const cookie = await cookieOf(loopback)
    for (const host of [
      'evil.example',
      `localhost:${loopback.port}`,
      `127.0.0.1:1`,
      `127.0.0.1.evil.example:${loopback.port}`,
    ])
      expect((await ask(loopback, '/index.html', { cookie, host })).status, host).toBe(421)
  })

  test('no page but its own may talk', async ({ loopback }) => {
    const { origin } = loopback
    const cookie = await cookieOf(loopback)
    expect(await knock(loopback, '/', { origin, cookie })).toBe('open')
    expect(await knock(loopback, '/', { origin: 'http://evil.example', cookie })).toBe('403')
    expect(await knock(loopback, '/', { origin: origin.replace('http', 'https'), cookie })).toBe('403')
    expect(await knock(loopback, '/', { origin: 'null', cookie })).toBe('403')
    expect(await knock(loopback, '/', { cookie })).toBe('403')
    expect(await knock(loopback, '/', { origin })).toBe('403')
    expect(await knock(loopback, '/', { origin, cookie, host: 'evil.example' })).toBe('403')
    expect(await knock(loopback, '/elsewhere', { origin, cookie })).toBe('403')
  })

  test('nothing beside or above the page’s files is served, and nothing but reading', async ({ loopback }) => {
    const cookie = await cookieOf(loopback)
    const outside = [
      '/../../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/%2e%2e%2f%2e%2e%2fpackage.json',
      '/..%5c..%5cpackage.json',
      '/assets/../../main/index.js',
      '/%00',
      '/%',
      '/index.html%00.js',
      '//etc/passwd',
      '/assets',
    ]
    for (const path of outside) {
      const { status, body } = await ask(loopback, path, { cookie })
      expect([status, body.includes('writethru"')], path).toEqual([404, false])
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      expect((await ask(loopback, '/index.html', { cookie }, { method })).status, method).toBe(405)
  })

  test('every answer carries the page’s policy', async ({ loopback }) => {
    const cookie = await cookieOf(loopback)
    for (const path of ['/index.html', '/nothing.js']) {
      const { headers } = await ask(loopback, path, { cookie })
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['access-control-allow-origin']).toBe(undefined)
    }
  })

  test('only this machine reaches it', async ({ loopback }) => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
    test.skip(outside.length === 0, 'this machine has no address but the loopback')
    for (const { address } of outside)
      await expect(ask(loopback, '/', {}, { host: address })).rejects.toThrow(/ECONNREFUSED/)
  })

  test('a page that speaks nonsense is hung up on, and others go on', async ({ loopback, page }) => {
    const socket = new WebSocket(`ws://127.0.0.1:${loopback.port}/`, {
      headers: { origin: loopback.origin, cookie: await cookieOf(loopback) },
    })
    const closed = new Promise<number>((resolve) => socket.once('close', resolve))
    socket.once('open', () => socket.send('{"id": 1, "name": '))
    expect(await closed).toBe(1007)
    await newStory(page)
  })
})

test.describe('starting', () => {
  test('on the port and the library that it was given', async ({ serve, folder, cli }) => {
    const first = await serve()
    const { port } = first
    await first.stop()
    const library = join(folder, 'another library')
    const second = await serve(['--port', String(port), '--library', library])
    expect(second.port).toBe(port)
    expect(second.address).not.toBe(first.address)
    expect((await cli('list', '--library', library, '--json')).out).toContain('orr-cable-quarrel')
  })

  test('says so where the port is taken, and leaves the other alone', async ({ serve, loopback }) => {
    await expect(serve(['--port', String(loopback.port)])).rejects.toThrow(/ended \([1-9]\d*\).*(?:port|address)/is)
    expect((await ask(loopback, '/')).status).toBe(403)
  })

  test('refuses a library of a newer version and leaves every byte of it', async ({ serve, loopback, library }) => {
    await loopback.stop()
    const file = join(library, 'library.sqlite')
    const database = new DatabaseSync(file)
    database.exec('pragma user_version = 99999; pragma wal_checkpoint(truncate)')
    database.close()
    const digest = () => createHash('sha256').update(readFileSync(file)).digest('hex')
    const before = [digest(), readdirSync(library).toSorted()]
    await expect(serve()).rejects.toThrow(/newer/)
    expect([digest(), readdirSync(library).toSorted()]).toEqual(before)
  })

  test('refuses what is no library and leaves it', async ({ serve, library }) => {
    mkdirSync(library)
    const file = join(library, 'library.sqlite')
    writeFileSync(file, 'a letter, not a library\n'.repeat(100))
    await expect(serve()).rejects.toThrow(/ended \([1-9]/)
    expect(readFileSync(file, 'utf8')).toMatch(/^a letter/)
  })

  test('says so where the disk may not be written', async ({ serve, disk, library, loopback }) => {
    await loopback.stop()
    const place = join(disk.folder, 'library')
    mkdirSync(place)
    copyFileSync(join(library, 'library.sqlite'), join(place, 'library.sqlite'))
    disk.protect()
    await expect(serve(['--library', place])).rejects.toThrow(/The disk refused to write .*library/)
  })
})

test.describe('ending', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    test(`${signal} ends it with everything typed committed`, async ({ loopback, page, serve, faults }) => {
      faults.expect(/WebSocket|ERR_/)
      await newStory(page)
      await manuscript(page).click()
      await page.keyboard.type('Typed to the last letter before it was told to end')
      // Not a moment is waited for: what the page still holds is asked for.
      expect(await loopback.stop(signal)).toBe(0)
      await expect(page.getByText('The desk stopped answering')).toBeVisible()
      const again = await serve()
      await page.goto(again.address)
      await openStory(page, 'new-story')
      await expect(manuscript(page)).toHaveText(/Typed to the last letter before it was told to end$/)
    })

  test('a signal without any page ends it at once', async ({ loopback }) => {
    expect(await loopback.stop('SIGINT')).toBe(0)
  })
})

test('two programs on one library: both write, neither loses a word', async ({ page, serve, context, cli, faults }) => {
  const second = await serve()
  const other = await context.newPage()
  faults.watch(other)
  await other.goto(second.address)
  await newStory(page)
  await manuscript(page).click()
  await page.keyboard.type('Written at the first desk.')
  await saved(page)
  await openStory(other, 'new-story')
  await expect(manuscript(other)).toContainText('Written at the first desk.')
  await manuscript(other).click()
  await other.keyboard.press('ControlOrMeta+End')
  await other.keyboard.type(' And at the second.')
  await saved(other)
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('Headline of the first')
  await saved(page)
  for (const desk of [page, other]) {
    await expect(manuscript(desk)).toContainText('Written at the first desk. And at the second.')
    await expect(manuscript(desk)).toContainText('Headline of the first')
  }
  const shown = await cli('show', 'new-story')
  expect(shown.out).toContain('Headline of the first')
  expect(shown.out).toContain('And at the second.')
})

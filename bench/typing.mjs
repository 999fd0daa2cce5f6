#!/usr/bin/env node
// How long from a keystroke to the paint that shows it, in a 5,000-word story with quotations and gutter on, beside a bare
// ProseMirror editor in the same run. Needs `npm run build` and Chromium.
//   npm run bench:typing [-- --words 5000 --keys 300 --rounds 3]
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { WebSocket } from 'ws'
import { madeStory } from './typing/story.mjs'

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : Number(process.argv[at + 1])
}
const words = option('words', 5000)
const keys = option('keys', 300)
const rounds = option('rounds', 3)
// What the desk may add to a bare editor at the 95th percentile.
const allowance = 8

const root = new URL('..', import.meta.url).pathname
const scratch = mkdtempSync(join(tmpdir(), 'writethru-typing-'))
const story = madeStory(words)

/** Serves the bare editor, built anew. */
async function serveBare() {
  const out = join(scratch, 'bare')
  await build({
    root: join(root, 'bench/typing'),
    logLevel: 'error',
    configFile: false,
    resolve: { alias: { '@core': join(root, 'src/core') } },
    build: { outDir: out, target: 'es2024', rolldownOptions: { input: join(root, 'bench/typing/bare.html') } },
  })
  const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
  const server = createServer(async ({ url }, response) => {
    if (url === '/story.txt') return response.end(story.text)
    try {
      const body = await readFile(join(out, url === '/' ? 'bare.html' : url))
      response.writeHead(200, { 'content-type': types[extname(url)] ?? 'text/html' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}

/** Starts the desk on an empty library and puts the story with its sources into it. */
async function serveDesk() {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(root, 'out/main/loopback.js'),
      '--library',
      join(scratch, 'library'),
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const address = await new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      const found = /Writethru: (http:\S+)/.exec(said)
      if (found) resolve(new URL(found[1]))
    })
    child.once('exit', () => reject(new Error('The desk ended before it served')))
  })
  const { headers } = await fetch(address, { redirect: 'manual' })
  const cookie = headers.get('set-cookie').split(';')[0]
  const socket = new WebSocket(`ws://${address.host}/`, { headers: { cookie, origin: address.origin } })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  let last = 0
  const ask = (name, input) =>
    new Promise((resolve, reject) => {
      const id = ++last
      socket.on('message', function hear(data) {
        const message = JSON.parse(data)
        if (message.id !== id) return
        socket.off('message', hear)
        if (message.reply.ok) resolve(message.reply.value)
        else reject(new Error(message.reply.error.message))
      })
      socket.send(JSON.stringify({ id, name, input }))
    })
  const [{ card }] = await ask('import.paste', { text: story.text })
  for (const source of story.wires) await ask('source.attach', { story: card.id, source })
  socket.close()
  return {
    url: `${address.href}#/story/${card.id}`,
    story: card.id,
    close: () => {
      if (child.exitCode !== null) return undefined
      child.kill('SIGTERM')
      return new Promise((resolve) => child.once('exit', resolve))
    },
  }
}

/** Milliseconds from each keydown to the frame that shows its letter. */
async function type(page, count) {
  await page.evaluate(() => {
    globalThis.times = []
    const after = new MessageChannel()
    let began
    after.port1.onmessage = () => {
      globalThis.times.push(performance.now() - began)
      globalThis.painted?.()
    }
    addEventListener(
      'keydown',
      (event) => {
        began = event.timeStamp
        requestAnimationFrame(() => after.port2.postMessage(0))
      },
      { capture: true },
    )
  })
  const letters = 'the sound of orr is wide and the cable long '
  for (let at = 0; at < count; at++) {
    await page.keyboard.press(letters[at % letters.length] === ' ' ? 'Space' : letters[at % letters.length])
    await page.evaluate(
      (shown) => globalThis.times.length > shown || new Promise((resolve) => (globalThis.painted = resolve)),
      at,
    )
    // A fast typist: about twelve keys a second, never in step with the screen.
    await new Promise((resolve) => setTimeout(resolve, 55 + ((at * 37) % 29)))
  }
  return page.evaluate(() => globalThis.times)
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
const figures = (times) => {
  const sorted = times.toSorted((a, b) => a - b)
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), most: sorted.at(-1) }
}

if (!existsSync(join(root, 'out/main/loopback.js'))) {
  console.log('bench:typing: build first (npm run build).')
  process.exit(1)
}
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)
const [bare, desk] = [await serveBare(), await serveDesk()]
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
  ],
})
const measured = { bare: [], desk: [] }
try {
  for (let round = 0; round < rounds; round++)
    for (const [name, { url }] of [
      ['bare', bare],
      ['desk', desk],
    ]) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
      const page = await context.newPage()
      await page.goto(url)
      if (name === 'desk' && !page.url().includes('#/story'))
        await page.goto(`${new URL(page.url()).origin}/index.html#/story/${desk.story}`)
      const editor = page.getByLabel('Manuscript').first()
      await editor.locator('p').nth(20).click()
      // The desk is measured with everything on: analysis done, underlines and gutter drawn.
      if (name === 'desk') await page.locator('.quotation').first().waitFor({ state: 'attached', timeout: 30_000 })
      await type(page, 30)
      measured[name].push(...(await type(page, keys)))
      await context.close()
    }
} finally {
  await browser.close()
  bare.close()
  await desk.close()
  rmSync(scratch, { recursive: true, force: true })
}
console.log(`keystroke to paint, ${words.toLocaleString('en')} words, ${keys * rounds} keys each, ms`)
console.log('editor             p50    p95    most')
for (const [name, times] of Object.entries(measured)) {
  const { p50, p95, most } = figures(times)
  const shown = [p50, p95, most].map((ms) => ms.toFixed(1).padStart(6)).join(' ')
  console.log(`${(name === 'bare' ? 'bare ProseMirror' : 'Writethru').padEnd(17)} ${shown}`)
}
const over = figures(measured.desk).p95 - figures(measured.bare).p95
console.log(`Writethru at p95: ${over >= 0 ? '+' : ''}${over.toFixed(1)} ms to bare; at most +${allowance} is allowed`)
process.exitCode = over > allowance ? 1 : 0

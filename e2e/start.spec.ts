// `npm start`, as the README gives it, where there is no display.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from './fixtures.ts'
import { manuscript, newStory, saved } from './moves.ts'
import { root, type Environment } from './programs.ts'

interface Started {
  npm: ChildProcess
  address: string
}

async function start(env: Environment, ...args: string[]): Promise<Started> {
  const { DISPLAY: _, ...without } = env
  const npm = spawn('npm', ['start', '--', ...args], {
    cwd: root,
    env: without,
    // A group of its own, so that a whole group can be told to end, as a terminal does.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaints = ''
  npm.stderr.on('data', (data: Buffer) => (complaints += String(data)))
  for await (const line of createInterface({ input: npm.stdout })) {
    const address = /^Writethru: (http:\S+)$/.exec(line)?.[1]
    if (address !== undefined) return { npm, address }
  }
  throw new Error(`npm start ended before it served: ${complaints}`)
}

for (const [whom, signal] of [
  ['npm', 'SIGTERM'],
  ['npm', 'SIGINT'],
  ['the whole group', 'SIGINT'],
] as const)
  test(`${signal} to ${whom} ends the desk with exit code 0 and everything kept`, async ({ env, cli, browser }) => {
    const { npm, address } = await start(env)
    const page = await browser.newPage()
    await page.goto(address)
    await expect(page.locator('#screen')).toBeVisible()
    await newStory(page)
    await manuscript(page).click()
    await page.keyboard.type('Trains stop at noon')
    await saved(page)
    await page.keyboard.type(' and at midnight')
    const ended = once(npm, 'exit')
    process.kill(whom === 'npm' ? npm.pid! : -npm.pid!, signal)
    expect(await ended).toEqual([0, null])
    expect((await cli('list')).out).toContain('Trains stop at noon and at midnight')
    await page.close()
  })

test('the port and the library that are asked for are the ones that are had', async ({ env, folder, cli }) => {
  const elsewhere = `${folder}/elsewhere`
  const { npm, address } = await start(env, '--port', '0', '--library', elsewhere)
  expect((await cli('list', '--library', elsewhere, '--json')).out).toContain('"slug"')
  const taken = await new Promise<number | null>((done) => {
    const second = spawn('npm', ['start', '--', '--port', new URL(address).port], { cwd: root, env, stdio: 'ignore' })
    second.once('exit', done)
  })
  expect(taken).toBe(2)
  npm.kill('SIGTERM')
  expect(await once(npm, 'exit')).toEqual([0, null])
})

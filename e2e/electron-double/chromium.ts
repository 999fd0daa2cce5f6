// A Chromium child process spoken to over --remote-debugging-pipe; it ends when this process ends, however it ends.
import { spawn } from 'node:child_process'
import { readlinkSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import type { Cdp } from './cdp.ts'

type Commands = Cdp.CommandParameters
type Answers = Cdp.CommandReturnValues

export interface CdpEvent {
  method: string
  params: any
  sessionId?: string
}

export interface Chromium {
  readonly exited: Promise<void>
  send<M extends keyof Commands>(method: M, params?: Commands[M], sessionId?: string): Promise<Answers[M]>
  listen(fn: (event: CdpEvent) => void): void
  kill(): Promise<void>
}

const switches = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-startup-window',
  '--disable-popup-blocking',
  // A browser's own pages that no app has; they take as long to start as ours.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  '--remote-debugging-pipe',
]

/** Starts Chromium on a profile folder. The path is CHROMIUM_PATH, which the specs' configuration sets. */
export async function launchChromium(profile: string, more: readonly string[]): Promise<Chromium> {
  await released(profile)
  const child = spawn(
    process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    [
      ...(process.env['ELECTRON_DOUBLE_HEADED'] ? [] : ['--headless']),
      ...switches,
      `--user-data-dir=${profile}`,
      ...more,
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  )
  child.stderr!.on('data', (data: Buffer) => {
    for (const line of String(data).split('\n'))
      if (/DevTools listening|FATAL|error while loading/.test(line)) process.stderr.write(`${line}\n`)
  })
  child.on('error', (cause) => {
    process.stderr.write(`electron double: Chromium did not start: ${cause.message}\n`)
    process.exit(1)
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const [, , , input, output] = child.stdio as unknown as [null, null, Readable, Writable, Readable]
  return { exited, ...speak(input, output), kill: () => (child.kill('SIGKILL'), exited) }
}

interface Waiting {
  sessionId: string | undefined
  resolve(result: unknown): void
  reject(cause: Error): void
}

function speak(input: Writable, output: Readable): Pick<Chromium, 'send' | 'listen'> {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<(event: CdpEvent) => void>()
  let last = 0
  const answered = (id: number, result: unknown, fault: string | undefined) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (fault === undefined) asked?.resolve(result)
    else asked?.reject(new Error(fault))
  }
  /** Chromium answers nothing on behalf of a page that has gone. */
  const left = (sessionId?: string) => {
    for (const [id, asked] of waiting)
      if (sessionId === undefined || asked.sessionId === sessionId) answered(id, undefined, 'the page has gone')
  }
  readMessages(output, (message) => {
    if (message.id !== undefined) return answered(message.id, message.result, message.error?.message)
    if (message.method === 'Target.detachedFromTarget') left(message.params.sessionId as string)
    for (const listen of listeners) listen(message)
  })
  output.once('close', () => left())
  // The pipe breaks when Chromium ends; whoever waits for an answer hears of it from `output`.
  input.on('error', () => undefined)
  return {
    listen: (fn) => void listeners.add(fn),
    send: (method, params, sessionId) =>
      new Promise((resolve, reject) => {
        waiting.set(++last, {
          sessionId,
          resolve: resolve as (result: unknown) => void,
          reject: (cause) => reject(new Error(`${String(method)}: ${cause.message}`)),
        })
        input.write(`${JSON.stringify({ id: last, method, params: params ?? {}, sessionId })}\0`)
      }),
  }
}

type Message = CdpEvent & { id?: number; result?: unknown; error?: { message: string } }

/** Messages end with a zero byte. */
function readMessages(output: Readable, heard: (message: Message) => void): void {
  // Pieces of a message not yet ended; joined once, or large messages cost quadratic time.
  let pieces: string[] = []
  output.setEncoding('utf8')
  output.on('data', (text: string) => {
    const parts = text.split('\0')
    if (parts.length > 1) {
      parts[0] = pieces.join('') + parts[0]
      pieces = []
    }
    pieces.push(parts.pop()!)
    for (const part of parts) heard(JSON.parse(part) as Message)
  })
}

/**
 * Waits until the Chromium of an app that was killed has let go of the profile. Electron is one family of processes that
 * ends together; here the child hears of its parent's end a moment later.
 */
async function released(profile: string): Promise<void> {
  const lock = join(profile, 'SingletonLock')
  for (;;) {
    let holder: number
    try {
      holder = Number(readlinkSync(lock).split('-').pop())
      process.kill(holder, 0)
    } catch {
      return rmSync(lock, { force: true })
    }
    await pause(20)
  }
}

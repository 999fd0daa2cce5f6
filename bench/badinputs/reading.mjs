import { fork } from 'node:child_process'
import { basename, join, resolve } from 'node:path'

const main = resolve(import.meta.dirname, '../../out/main')
// As src/main/reader/read-file.ts has them.
const limits = { heapMegabytes: 512, time: 20_000 }

// Put before the reader's own code: whatever reaches for the network, or for a prototype, is told.
const watch = `
import net from 'node:net'; import dns from 'node:dns'
const tell = (what) => process.send({ tried: what })
net.Socket.prototype.connect = function () { tell('a connection'); return this }
dns.lookup = () => tell('a look-up')
process.on('disconnect', () => process.exit())
const known = Object.getOwnPropertyNames(Object.prototype).length
const send = process.send.bind(process)
process.send = (said, ...rest) => {
  if (Object.getOwnPropertyNames(Object.prototype).length !== known) send({ tried: 'to change every object' })
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  send({ used: { work: (userCPUTime + systemCPUTime) / 1000, megabytes: maxRSS / 1024 } })
  return send(said, ...rest)
}
`

/** Reads a file in a process like the host's, with what it took: milliseconds of work, megabytes at the most, and what it tried. */
export function readAsTheHostDoes(file, bytes) {
  const child = fork(join(main, 'reader.js'), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [
      `--max-old-space-size=${limits.heapMegabytes}`,
      '--permission',
      `--allow-fs-read=${join(main, '*')}`,
      '--import',
      `data:text/javascript,${encodeURIComponent(watch)}`,
    ],
    env: {},
  })
  const started = performance.now()
  const tried = []
  let used
  return new Promise((done) => {
    let settled = false
    const settle = (said) => {
      if (settled) return
      settled = true
      clearTimeout(deadline)
      child.kill('SIGKILL')
      // Work is the same on a busy machine as on an idle one; a reader that was ended told nothing.
      const { work = performance.now() - started, megabytes = 0 } = used ?? {}
      done({ milliseconds: work, megabytes, tried, ...said })
    }
    const deadline = setTimeout(
      () => settle({ ok: false, code: 'unsafe', ended: true, message: 'it took too long' }),
      limits.time,
    )
    child.on('message', (said) => {
      if (said.used) return (used = said.used)
      if (said.tried) return tried.push(said.tried)
      const { ok, story, error } = JSON.parse(said)
      if (!ok) return settle({ ok, ...error, bytes: 0 })
      const { type, manuscript, remarks, wire } = story
      settle({ ok, type, manuscript, remarks, wire, text: textOf(manuscript), bytes: said.length })
    })
    child.once('exit', () => settle({ ok: false, code: 'unsafe', ended: true, message: 'its reader ended', bytes: 0 }))
    child.send({ name: basename(file), bytes })
  })
}

/** The blocks' texts, one a line. */
export function textOf(node) {
  const lines = []
  const visit = ({ text, content = [], type }) => {
    if (text !== undefined) lines[lines.length - 1] = (lines.at(-1) ?? '') + text
    else if (content.some((child) => child.type === 'text')) lines.push('')
    else if (type === 'hardBreak') lines.push('')
    for (const child of content) visit(child)
  }
  visit(node)
  return lines.join('\n')
}

// Waits at the top for what comes only after the top has been left.
import { app } from 'electron'

let turns = 0
const timer = setInterval(() => {
  if (++turns < 200) return
  clearInterval(timer)
  process.stdout.write(`ready after 200 turns: ${app.isReady()}\n`)
  process.exit(0)
}, 10)
await app.whenReady()
process.stdout.write('went on\n')
process.exit(0)

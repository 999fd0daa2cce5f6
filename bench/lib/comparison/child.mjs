// One implementation on one file's cases, in a process of its own so that the parent can stop it. Tells what it begins and
// what it found.
import { pathToFileURL } from 'node:url'
import { pairsIn, worstCases } from './cases.mjs'
import { peers } from './peers.mjs'
import { flatten } from './prose.mjs'
import { score } from './score.mjs'

const [name, mode, data, file, from, adapter] = process.argv.slice(2)
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1]

async function ours() {
  const { default: compare } = await import(pathToFileURL(adapter).href)
  return { prepare: ({ old, fresh }) => [old, fresh], run: ([a, b]) => compare(a, b), ops: (ops) => ops }
}

const implementation = peers.find((peer) => peer.name === name) ?? (await ours())
const cases = file === 'worst' ? worstCases() : pairsIn(data, file)
for (let index = Number(from); index < cases.length; index++) {
  const pair = cases[index]
  process.send({ begins: index })
  try {
    const given = { old: pair.old, fresh: pair.new, flat: flatten(pair.old), flatNew: flatten(pair.new) }
    const input = implementation.prepare(given)
    const answer =
      mode === 'time'
        ? {
            time: timeOf(
              () => implementation.run(input),
              () => process.send({ begins: index }),
            ),
          }
        : { counts: score(pair, implementation.ops(implementation.run(input), given, input)) }
    process.send({ ends: index, ...answer })
  } catch (cause) {
    process.send({ ends: index, failed: String(cause) })
  }
}
process.disconnect()

/** The median of several runs after some to warm up; one run when it takes long. Milliseconds. `goesOn` after each. */
function timeOf(run, goesOn) {
  const once = () => {
    const start = performance.now()
    run()
    const time = performance.now() - start
    if (time > 100) goesOn()
    return time
  }
  const first = once()
  if (first > 3000) return first
  for (let count = first > 300 ? 1 : 5; count > 0; count--) once()
  const times = []
  const start = performance.now()
  while (times.length < 5 || (performance.now() - start < 1500 && times.length < 60)) times.push(once())
  return median(times)
}

// Processor time of this process, in milliseconds: what a quiet machine would take or a little more (it counts collecting
// and compiling beside the work), and the same on a busy one.
function clock() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The median time of `work` in milliseconds over `rounds`, the first few left out; `prepare` is not timed. */
export function median(rounds, prepare, work) {
  const times = []
  for (let round = 0; round < rounds + 5; round++) {
    const given = prepare(round)
    const start = clock()
    work(given)
    if (round >= 5) times.push(clock() - start)
  }
  times.sort((a, b) => a - b)
  return times[times.length >> 1]
}

/** The time of one call, in milliseconds. */
export function once(work) {
  const start = clock()
  const value = work()
  return { value, took: clock() - start }
}

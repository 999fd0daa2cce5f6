/** The median time of `work` in milliseconds over `rounds`, the first few left out; `prepare` is not timed. */
export function median(rounds, prepare, work) {
  const times = []
  for (let round = 0; round < rounds + 3; round++) {
    const given = prepare(round)
    const start = performance.now()
    work(given)
    if (round >= 3) times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return times[times.length >> 1]
}

/** The time of one call, in milliseconds. */
export function once(work) {
  const start = performance.now()
  const value = work()
  return { value, took: performance.now() - start }
}

process.parentPort.on('message', ({ data }) => {
  if (data === 'end') process.exit(3)
  process.parentPort.postMessage({ twice: data.map((number) => number * 2), argv: process.argv.slice(2) })
})

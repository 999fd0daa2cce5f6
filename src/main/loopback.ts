// The desk as a local page in a browser, for machines without Electron.
import { parseArgs } from 'node:util'
import { failed } from './cli/failure'
import { portOf } from './cli/inputs'
import { runLoopback } from './loopback/run'

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      library: { type: 'string' },
      port: { type: 'string' },
      window: { type: 'boolean' },
      debug: { type: 'boolean' },
    },
  })
  await runLoopback({
    library: values.library,
    port: portOf(values.port),
    show: values.window ? 'window' : 'address',
  })
  return 0
}

process.exitCode = await main().catch(failed)

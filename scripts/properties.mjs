// The laws as properties on ten thousand random inputs each, instead of the thousand of ordinary tests.
import { spawnSync } from 'node:child_process'

const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'laws', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, WRITETHRU_RUNS: '10000' } },
)
process.exitCode = status ?? 1

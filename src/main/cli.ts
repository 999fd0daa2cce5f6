#!/usr/bin/env node
import { parseArgs } from 'node:util'
import * as engine from './cli/engine-commands'
import { exitCodes, failed, UsageFailure } from './cli/failure'
import { answerLines, lineCommands, type LineCommand } from './cli/jsonl'
import { portOf } from './cli/inputs'
import * as stories from './cli/library-commands'
import { runLoopback } from './loopback/run'
import { libraryFolder } from './services/library-folder'

const usage = `writethru: the engine without a window (docs/cli.md)

  writethru quotes FILE [--json]
  writethru provenance FILE --source FILE[:AGENCY]... [--json]
  writethru diff OLD NEW [--json | --html OUT]
  writethru check FILE [--source FILE[:AGENCY]...] [--policy FILE] [--json]
  writethru export FILE|--story SLUG [--revision N] --format FORMAT -o OUT
  writethru import FILE... | list | show SLUG | log SLUG | restore SLUG N | search WORDS  [--library DIR] [--json]
  writethru verify [--library DIR]
  writethru serve [--library DIR] [--port N]

quotes, provenance and diff also take --jsonl IN: one JSON object a line in, one out. "-" is standard input or output.
`

const options = {
  json: { type: 'boolean', default: false },
  jsonl: { type: 'string' },
  source: { type: 'string', multiple: true, default: [] as string[] },
  policy: { type: 'string' },
  html: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string', short: 'o' },
  story: { type: 'string' },
  revision: { type: 'string' },
  library: { type: 'string' },
  port: { type: 'string' },
  debug: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

async function main(): Promise<number> {
  const { values, positionals } = read()
  const [command, ...rest] = positionals
  if (values.help || command === 'help') {
    process.stdout.write(usage)
    return exitCodes.done
  }
  if (values.jsonl !== undefined) {
    if (command === undefined || !Object.hasOwn(lineCommands, command))
      throw new UsageFailure('--jsonl goes with quotes, provenance and diff')
    return answerLines(command as LineCommand, values.jsonl)
  }
  const asked = { library: libraryFolder(values.library), json: values.json }
  const one = (what: string) => only(rest, 1, what)[0]!
  switch (command) {
    case 'quotes':
      return engine.quotes(one('FILE'), values)
    case 'provenance':
      return engine.provenance(one('FILE'), values.source, values)
    case 'diff': {
      const [old, now] = only(rest, 2, 'OLD NEW')
      return engine.diff(old!, now!, { json: values.json, ...(values.html === undefined ? {} : { html: values.html }) })
    }
    case 'check':
      return engine.check(one('FILE'), {
        json: values.json,
        source: values.source,
        ...(values.policy === undefined ? {} : { policy: values.policy }),
      })
    case 'export': {
      if (values.format === undefined || values.out === undefined)
        throw new UsageFailure('export needs --format and -o')
      const revision = values.revision === undefined ? undefined : whole(values.revision, '--revision')
      if (values.story === undefined) {
        if (revision !== undefined) throw new UsageFailure('--revision goes with --story')
        return engine.exportFile(one('FILE'), values.format, values.out)
      }
      only(rest, 0, 'a FILE or --story SLUG, not both')
      return stories.exportStory(values.story, values.format, values.out, revision, asked.library)
    }
    case 'import':
      if (rest.length === 0) throw new UsageFailure('import needs at least one FILE')
      return stories.importFiles(rest, asked)
    case 'list':
      return stories.list(asked)
    case 'show':
      return stories.show(one('SLUG'), asked)
    case 'log':
      return stories.log(one('SLUG'), asked)
    case 'restore': {
      const [slug, number] = only(rest, 2, 'SLUG N')
      return stories.restore(slug!, whole(number!, 'N'), asked)
    }
    case 'search':
      if (rest.length === 0) throw new UsageFailure('search needs WORDS')
      return stories.search(rest.join(' '), asked)
    case 'verify':
      return stories.verify(asked)
    case 'serve':
      only(rest, 0, 'no FILE')
      await runLoopback({ library: values.library, port: portOf(values.port), show: 'address' })
      return exitCodes.done
    case undefined:
      throw new UsageFailure('no command was given')
    default:
      throw new UsageFailure(`there is no command “${command}”`)
  }
}

function read() {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (cause) {
    throw new UsageFailure(cause instanceof Error ? cause.message : String(cause))
  }
}

function only(rest: readonly string[], count: number, what: string): readonly string[] {
  if (rest.length !== count) throw new UsageFailure(`this command takes ${what}`)
  return rest
}

function whole(given: string, what: string): number {
  const number = given.startsWith('r') ? Number(given.slice(1)) : Number(given)
  if (!Number.isInteger(number) || number < 0) throw new UsageFailure(`${what} is a whole number, not “${given}”`)
  return number
}

// Whoever reads may stop early ("| head"): that is no failure.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code === 'EPIPE') process.exit(exitCodes.done)
  throw cause
})

process.exitCode = await main().catch(failed)

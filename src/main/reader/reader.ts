// A process of its own for one file: it reads, answers once and is ended. What it does to memory or time harms nobody else.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { ReadError, readStory, type ReadStory } from '@core/formats'
import type { Answered, Read, ToRead } from './messages'

// Electron gives its utility processes a port; V8's heap is capped there by a thread's limits, since Electron takes no
// flags of V8 for one process.
const utility = (process as { parentPort?: UtilityPort }).parentPort

interface UtilityPort {
  once(event: 'message', listener: (message: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

if (!isMainThread) parentPort!.postMessage(JSON.stringify(read(workerData as ToRead)))
else if (utility) utility.once('message', ({ data }) => inThread(utility, data as ToRead))
else
  process.once('message', (file: ToRead) => {
    process.send!(JSON.stringify(read(file)), () => process.exit(0))
  })

function inThread(port: UtilityPort, file: ToRead) {
  const heap = Number(process.argv.find((argument) => argument.startsWith('--heap='))?.slice('--heap='.length))
  const thread = new Worker(new URL(import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: heap },
  })
  thread.once('message', (text: string) => port.postMessage(text))
  // Past its limits; the host tells the person when this process ends without an answer.
  thread.once('error', () => process.exit(1))
}

function read({ name, bytes }: ToRead): Answered {
  try {
    const story = readStory(bytes, { name })
    return { ok: true, story: { ...told(story), others: (story.others ?? []).map(told) } }
  } catch (cause) {
    if (cause instanceof ReadError) return { ok: false, error: { code: cause.code, message: cause.message } }
    return {
      ok: false,
      error: {
        code: 'damaged',
        message: `it could not be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      },
    }
  }
}

function told({ type, manuscript, slug, wire, remarks }: ReadStory): Read {
  return {
    type,
    manuscript: manuscript.toJSON() as unknown,
    wire,
    remarks,
    ...(slug === undefined ? {} : { slug }),
  }
}

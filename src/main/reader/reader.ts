// A process of its own for one file: it reads, answers once and ends. What it does to memory or time harms nobody else.
import { ReadError, readStory } from '@core/formats'
import type { Answered, ToRead } from './messages'

process.once('message', ({ name, bytes }: ToRead) => {
  process.send!(JSON.stringify(read(name, bytes)), () => process.exit(0))
})

function read(name: string, bytes: Uint8Array): Answered {
  try {
    const { type, manuscript, slug, wire, remarks } = readStory(bytes, { name })
    return {
      ok: true,
      story: {
        type,
        manuscript: manuscript.toJSON() as unknown,
        wire,
        remarks,
        ...(slug === undefined ? {} : { slug }),
      },
    }
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

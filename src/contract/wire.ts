// What crosses between host and page, whichever carrier brings it.
import {
  events,
  requests,
  type EventName,
  type Input,
  type Output,
  type ParsedInput,
  type Payload,
  type RequestName,
} from './contract'
import type { ErrorCode } from './errors'

export type Reply = { ok: true; value: unknown } | { ok: false; error: { code: ErrorCode; message: string } }

/** A refusal with a code, as a value that crosses; the message says what happened, to what, what was kept, what to do. */
export class HostError extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string) {
    super(message)
    this.name = 'HostError'
    this.code = code
  }
}

export type Handlers = { [N in RequestName]: (input: ParsedInput<N>) => Promise<Output<N>> | Output<N> }

/** Carries one raw call to the host and brings events back. Implemented once per carrier. */
export interface Carrier {
  call(name: string, input: unknown): Promise<Reply>
  listen(onEvent: (name: string, payload: unknown) => void): () => void
}

/**
 * Answers raw calls: the only place where what the page sent is trusted, and only after its schema says so. A failure
 * nobody foresaw is given to `log` in full and masked for the page.
 */
export function answer(handlers: Handlers, log: (name: string, cause: unknown) => void) {
  return async (name: unknown, input: unknown): Promise<Reply> => {
    if (typeof name !== 'string' || !Object.hasOwn(requests, name))
      return refuse('unknown-request', `The host knows no request named ${String(name).slice(0, 80)}.`)
    const { input: schema, output } = requests[name as RequestName]
    const parsed = schema.safeParse(input)
    if (!parsed.success) return refuse('bad-input', `${name}: ${parsed.error.issues[0]?.message ?? 'not understood'}.`)
    try {
      const value = await (handlers[name as RequestName] as (input: unknown) => unknown)(parsed.data)
      const checked = output.safeParse(value)
      if (checked.success) return { ok: true, value: checked.data }
      log(name, checked.error)
      return refuse(
        'bad-output',
        `${name} gave an answer that does not fit its contract. Nothing was changed on screen.`,
      )
    } catch (cause) {
      if (cause instanceof HostError) return refuse(cause.code, cause.message)
      log(name, cause)
      return refuse('failed', `${name} failed. What was saved before stays saved; the log has the details.`)
    }
  }
}

const refuse = (code: ErrorCode, message: string): Reply => ({ ok: false, error: { code, message } })

/** The page's typed way to the host over one carrier. `ask` throws HostError. */
export function client(carrier: Carrier) {
  return {
    async ask<N extends RequestName>(name: N, input: Input<N>): Promise<Output<N>> {
      const reply = await carrier.call(name, input)
      if (!reply.ok) throw new HostError(reply.error.code, reply.error.message)
      return requests[name].output.parse(reply.value) as Output<N>
    },
    on<E extends EventName>(name: E, fn: (payload: Payload<E>) => void): () => void {
      return carrier.listen((got, payload) => {
        if (got === name) fn(events[name].parse(payload) as Payload<E>)
      })
    },
  }
}
export type Client = ReturnType<typeof client>

import affGb from '../../../../node_modules/dictionary-en-gb/index.aff?url'
import dicGb from '../../../../node_modules/dictionary-en-gb/index.dic?url'
import affUs from '../../../../node_modules/dictionary-en/index.aff?url'
import dicUs from '../../../../node_modules/dictionary-en/index.dic?url'
import indian from '../../../../resources/dictionaries/en-IN-extra.txt?url'
import { startWorker } from '../../trusted-worker'
import type { Dialect, SpellingAnswer, SpellingQuestion } from './messages'
import workerAddress from './worker.ts?worker&url'

const dictionaries: Record<Dialect, { aff: string; dic: string; extra?: string }> = {
  'en-US': { aff: affUs, dic: dicUs },
  'en-GB': { aff: affGb, dic: dicGb },
  // Indian English spells as British English does and has words of its own.
  'en-IN': { aff: affGb, dic: dicGb, extra: indian },
}

type Asked = SpellingQuestion extends infer Q ? (Q extends SpellingQuestion ? Omit<Q, 'id'> : never) : never

/** A dictionary in its worker, with what it answered so far. */
export class Speller {
  readonly #worker: Worker
  readonly #waiting = new Map<number, { settle: (answer: SpellingAnswer) => void; fail: (cause: Error) => void }>()
  readonly #known = new Map<string, boolean>()
  readonly #opened: Promise<SpellingAnswer>
  #last = 0

  constructor(dialect: Dialect) {
    this.#worker = startWorker(workerAddress, 'spelling')
    this.#worker.addEventListener('message', ({ data }: MessageEvent<SpellingAnswer>) => {
      const waiting = this.#waiting.get(data.id)
      this.#waiting.delete(data.id)
      if (data.kind === 'failed') waiting?.fail(new Error(data.message))
      else waiting?.settle(data)
    })
    const absolute = (address: string) => new URL(address, location.href).href
    const { aff, dic, extra } = dictionaries[dialect]
    this.#opened = this.#ask({
      kind: 'open',
      aff: absolute(aff),
      dic: absolute(dic),
      ...(extra ? { extra: absolute(extra) } : {}),
    })
  }

  #ask(question: Asked): Promise<SpellingAnswer> {
    const id = ++this.#last
    return new Promise((settle, fail) => {
      this.#waiting.set(id, { settle, fail })
      this.#worker.postMessage({ ...question, id })
    })
  }

  /** Looks up every word not known yet. */
  async learn(words: Iterable<string>): Promise<void> {
    await this.#opened
    const asked = [...new Set(words)].filter((word) => !this.#known.has(word))
    if (asked.length === 0) return
    const answer = await this.#ask({ kind: 'check', words: asked })
    if (answer.kind !== 'checked') return
    const wrong = new Set(answer.wrong)
    for (const word of asked) this.#known.set(word, !wrong.has(word))
  }

  /** Whether a word was looked up and is not in the dictionary. */
  isWrong(word: string): boolean {
    return this.#known.get(word) === false
  }

  async suggest(word: string): Promise<string[]> {
    const answer = await this.#ask({ kind: 'suggest', word })
    return answer.kind === 'suggested' ? answer.suggestions : []
  }

  stop(): void {
    this.#worker.terminate()
  }
}

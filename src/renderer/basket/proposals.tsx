import { useEffect, useState } from 'react'
import type { WireProposal } from '@contract/index'
import { sameItem, type Source } from '@core/record'
import { host } from '../host'

// Below this an item explains too little of a story to be worth a line; two short sentences of a long one reach it.
const leastShare = 0.04
// Wire comes in bursts; the story is asked about once a burst.
const askAfter = 1500

/**
 * The items of the basket that a story looks made from and does not have yet, best first: asked when the story opens,
 * and again when wire arrives. Other versions of what is attached are told of as news, not proposed.
 */
export function useProposals(story: string, text: () => string, attached: readonly Source[]): readonly WireProposal[] {
  const [found, setFound] = useState<readonly WireProposal[]>([])
  useEffect(() => {
    let there = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const words = text()
      if (!words.trim()) return
      // A basket that cannot be asked proposes nothing; its own screen says what is wrong.
      const proposals = await host.ask('basket.propose', { text: words }).catch(() => [])
      if (there) setFound(proposals.filter(({ share }) => share >= leastShare))
    }
    void ask()
    const stop = host.on('basket.changed', () => {
      clearTimeout(timer)
      timer = setTimeout(() => void ask(), askAfter)
    })
    return () => {
      there = false
      clearTimeout(timer)
      stop()
    }
  }, [story])
  return found.filter(({ item }) => !attached.some((source) => source.sha256 === item.sha256 || sameItem(source, item)))
}

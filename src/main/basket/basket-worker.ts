// The index of the wire basket, in a thread of its own: a search never holds up a commit.
import { parentPort } from 'node:worker_threads'
import { storyText } from '@core/manuscript'
import { createBasketIndex } from '@core/provenance'
import type { FromIndex, ToIndex } from './messages'

const port = parentPort!
const index = createBasketIndex()

port.on('message', (asked: ToIndex) => {
  if (asked.what === 'add') for (const item of asked.items) index.add(item)
  else if (asked.what === 'remove') for (const id of asked.ids) index.remove(id)
  else port.postMessage({ id: asked.id, proposals: index.propose(storyText(asked.text)) } satisfies FromIndex)
})

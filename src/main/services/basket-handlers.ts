import { HostError, type Handlers } from '@contract/index'
import { folderToWatch, type Basket } from '../basket'
import type { Library } from '../storage/library'
import type { Host } from './host'

type BasketRequest = Extract<keyof Handlers, `basket.${string}`>

/** Answers what a page asks of the wire basket. */
export function basketHandlers(library: Library, host: Host, basket: Basket): Pick<Handlers, BasketRequest> {
  return {
    'basket.list': () => library.wireCards(),
    'basket.item': ({ item }) => library.wireItem(item),
    'basket.put': ({ wire }) => basket.put(wire),
    'basket.propose': ({ text }) => basket.propose(text),
    'basket.attach': ({ story, items }) => library.attachWire(story, items),
    'basket.news': () => library.wireNews(),
    'basket.state': () => basket.state(),
    'basket.retry': async ({ file }) => {
      await basket.retry(file)
      return { at: host.now().toISOString() }
    },
    'basket.watch': async ({ folder }) => {
      const chosen = folder ?? (await host.pickFolder())
      if (chosen === undefined)
        throw new HostError('cancelled', 'No folder was chosen. The basket keeps watching what it watched.')
      const basketFolder = chosen === '' ? '' : await folderToWatch(chosen)
      const settings = await library.changeSettings({ basketFolder })
      basket.watch(basketFolder)
      return settings
    },
  }
}

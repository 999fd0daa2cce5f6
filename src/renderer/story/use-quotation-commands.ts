import { undoEdit } from '@core/analysis'
import { plainText } from '@core/manuscript'
import { useCommands, type Command } from '../commands/registry'
import { useStoryView } from './desk-view'
import { filterTitles, type Filter, type Item } from './quotation-list'
import { useQuotationMoves } from './use-quotation-moves'
import { useListing } from './with-quotation-list'

const filters = Object.keys(filterTitles) as Filter[]

/** What one can do with the chosen quotation and with the list of them: on the story screen and in the review. */
export function useQuotationCommands(): void {
  const { now, openTab } = useStoryView()
  const { list, listed, setListed } = useListing()
  const moves = useQuotationMoves()
  const { chosen } = list
  const utterance = chosen?.utterance
  const on = (run: (one: NonNullable<typeof utterance>) => void) => ({
    enabled: !!utterance,
    run: () => {
      if (utterance) run(utterance)
    },
  })
  const canUndoEdit =
    !!utterance &&
    !!now.known &&
    utterance.quotations.some((one) => undoEdit(plainText(now.known!.of), one) !== undefined)
  const matched = list.counts.matched > 0
  useCommands([
    { id: 'quotation.confirm', title: 'Accept the quotation', group: 'Review', keys: ['a'], ...on(moves.accept) },
    {
      id: 'quotation.accept-matched',
      title: 'Accept all matched quotations',
      group: 'Review',
      keys: ['Shift-a'],
      enabled: matched,
      run: moves.acceptMatched,
    },
    { id: 'quotation.speaker', title: 'Set the speaker', group: 'Review', keys: ['s'], ...on(moves.askSpeaker) },
    { id: 'quotation.source', title: 'Link the source', group: 'Review', keys: ['l'], ...on(moves.askSource) },
    {
      id: 'quotation.not',
      title: chosen?.not ? 'Make it a quotation' : 'Not a quotation',
      group: 'Review',
      keys: ['x'],
      enabled: !!chosen,
      run: () => {
        if (chosen?.not) moves.makeQuotation(chosen)
        else if (utterance) moves.askNotAQuotation(utterance)
      },
    },
    { id: 'quotation.note', title: 'Note on the quotation', group: 'Review', keys: ['n'], ...on(moves.askNote) },
    {
      id: 'quotation.undo-edit',
      title: 'Undo the edit of a checked quotation',
      group: 'Review',
      keys: ['e'],
      enabled: canUndoEdit,
      run: () => {
        if (utterance) moves.undoEdit(utterance)
      },
    },
    {
      id: 'quotation.next-place',
      title: 'Next place of the quotation',
      group: 'Review',
      keys: ['p'],
      enabled: !!chosen && chosen.places.length > 1,
      run: () => {
        if (chosen) moves.nextPlace(chosen)
      },
    },
    { id: 'decide.undo', title: 'Take back the last decision', group: 'Review', keys: ['u'], run: moves.undo },
    {
      id: 'quotation.speakers',
      title: listed === 'speakers' ? 'List the quotations' : 'List the speakers',
      group: 'Review',
      keys: ['Shift-s'],
      run: () => {
        openTab('quotations')
        setListed(listed === 'speakers' ? 'quotations' : 'speakers')
      },
    },
    ...filters.map((filter, index): Command => ({
      id: `quotation.filter-${filter}`,
      title: `Quotations: ${filterTitles[filter].toLowerCase()}`,
      group: 'Review',
      keys: [String(index + 1)],
      run: () => {
        openTab('quotations')
        setListed('quotations')
        list.setFilter(filter)
      },
    })),
  ])
}

/** The line one step away from the chosen one; the first or the last when none is chosen. */
export function stepItem(items: readonly Item[], chosen: Item | undefined, direction: 1 | -1): Item | undefined {
  const at = chosen ? items.indexOf(chosen) : -1
  if (at < 0) return direction === 1 ? items[0] : items.at(-1)
  return items[Math.max(0, Math.min(items.length - 1, at + direction))]
}

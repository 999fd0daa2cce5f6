import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { useStoryView } from './desk-view'
import { useQuotationList, type QuotationList } from './use-quotation-list'

/** The list of quotations that the parts of a screen share. */
export interface Listing {
  list: QuotationList
  /** Whether it shows quotations or who said them. */
  listed: 'quotations' | 'speakers'
  setListed: (listed: 'quotations' | 'speakers') => void
}

const ListingContext = createContext<Listing | undefined>(undefined)

/** Keeps the list for what is inside. Typing does not draw it: it is a new value only when a line of it changes. */
export function WithQuotationList({ children }: { children: ReactNode }) {
  const { story, now, chosen, choose } = useStoryView()
  const list = useQuotationList(story, now, chosen, choose)
  const [listed, setListed] = useState<Listing['listed']>('quotations')
  const listing = useMemo(() => ({ list, listed, setListed }), [list, listed])
  return <ListingContext value={listing}>{children}</ListingContext>
}

export function useListing(): Listing {
  const listing = useContext(ListingContext)
  if (!listing) throw new Error('Used outside a screen that lists quotations')
  return listing
}

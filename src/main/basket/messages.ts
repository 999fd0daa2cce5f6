import type { BasketItem, Proposal } from '@core/provenance'

/** What the index of the basket is told and asked. */
export type ToIndex =
  | { what: 'add'; items: BasketItem[] }
  | { what: 'remove'; ids: string[] }
  | { what: 'propose'; id: number; text: string }

/** What it answers. */
export interface FromIndex {
  id: number
  proposals: Proposal[]
}

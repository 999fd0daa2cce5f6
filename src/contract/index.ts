export * from './contract'
export { errorCodes, type ErrorCode } from './errors'
export { answer, client, HostError, type Carrier, type Client, type Handlers, type Reply } from './wire'
export { decode, encode } from './codec'
export type {
  Consideration,
  FileBytes,
  ImportOutcome,
  Menu,
  OpenStory,
  SearchHit,
  Settings,
  StoryCard,
  Verification,
  WireNews,
  WireProposal,
} from './values'

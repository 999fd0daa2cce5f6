export { assessBeside, compareBeside, mergeBeside, takeBeside, writeBeside } from './analyst'
export type { Compared, Version } from './messages'
export { Assessor, type Assessed, type Known } from './assessor'
export { earlierRevisions } from './earlier'

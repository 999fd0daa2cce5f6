export { assessBeside, compareBeside, compareVersionsBeside, takeBeside, writeBeside } from './analyst'
export type { Compared, Version } from './messages'
export { Assessor, useAssessment, type Assessed, type Known } from './use-assessment'

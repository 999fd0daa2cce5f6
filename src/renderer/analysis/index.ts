export { assessBeside, compareBeside } from './analyst'
export { Assessor, useAssessment, type Assessed, type Known } from './use-assessment'

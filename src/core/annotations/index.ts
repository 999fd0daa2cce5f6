export type { Anchor, Annotation, AnnotationKind, Decision, NotQuotationKind, Remark, Ruling } from './types'
export { anchorOn, follow, locate, stands } from './anchor'

import type { Evidence } from './evidence'
import { heavyEvidence, thresholds } from './thresholds'
import type { Level, SentenceOrigin } from './types'

/** The level of every sentence, each judged by its own evidence and by what stands beside it. */
export function judge(evidences: readonly Evidence[]): SentenceOrigin[] {
  const near = evidences.map(nearness)
  return evidences.map((found, at) => {
    const level = levelOf(found, near, evidences, at)
    const { start, end } = found
    if (level === 'original') return { start, end, level, from: [] }
    if (found.verbatim) return { start, end, level, from: [found.verbatim] }
    return { start, end, level, from: [...found.passages] }
  })
}

function levelOf(found: Evidence, near: readonly number[], evidences: readonly Evidence[], at: number): Level {
  if (found.verbatim) {
    const before = found.cutBefore && !follows(evidences[at - 1], found)
    const after = found.cutAfter && !follows(found, evidences[at + 1])
    if (!before && !after) return 'verbatim'
    return found.weight < thresholds.leastMatter ? 'original' : 'light'
  }
  if (found.source < 0 || found.weight < thresholds.leastMatter) return 'original'
  if (found.runs >= thresholds.lightRuns) return 'light'
  if (found.runs >= thresholds.lightRunsDense && found.matter >= thresholds.lightDense) return 'light'
  if (found.matter < heavyEvidence.least) return 'original'
  const beside = Math.max(0, ...[at - 1, at + 1].map((other) => followed(found, evidences[other], near[other])))
  return near[at]! + heavyEvidence.beside * beside > heavyEvidence.bar ? 'heavy' : 'original'
}

/** Whether two sentences that stand in the source word for word follow each other there as well: one copy, cut into lines. */
function follows(one: Evidence | undefined, next: Evidence | undefined): boolean {
  if (!one?.verbatim || !next?.verbatim || one.verbatim.source !== next.verbatim.source) return false
  const gap = next.verbatim.start - one.verbatim.end
  return gap >= 0 && gap <= thresholds.lineBreak
}

/** How surely a sentence beside this one stands on the same source, 0 to 1. */
function followed(found: Evidence, other: Evidence | undefined, near: number | undefined): number {
  if (!other || near === undefined || other.source !== found.source) return 0
  if (other.verbatim) return 1
  return 1 / (1 + Math.exp(heavyEvidence.bar - near))
}

/** What a sentence's own evidence says for a rewrite, in logits. */
function nearness(found: Evidence): number {
  const { matter, weight, foreign, runs, own, ahead, takenUp } = found
  return (
    heavyEvidence.matter * matter +
    heavyEvidence.weight * Math.log1p(weight) +
    heavyEvidence.runs * runs +
    heavyEvidence.ahead * ahead +
    heavyEvidence.takenUp * takenUp -
    heavyEvidence.foreign * foreign -
    (own ? heavyEvidence.own : 0)
  )
}

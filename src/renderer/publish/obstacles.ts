import type { Consideration } from '@contract/index'
import type { Policy } from '@core/policy'
import type { ReleaseKind } from '@core/record'
import { judgeNote, type NoteFault } from '@core/release'
import type { ReleaseForm } from './use-release-form'

/** What has to be done before a release can be signed, and where. */
export interface Obstacle {
  where: 'gate' | 'class' | 'note' | 'formats' | 'reader' | 'name' | 'draft'
  message: string
}

/** Everything that a sign-off depends on. */
export interface Signing {
  kind: ReleaseKind
  form: ReleaseForm
  formats: number
  /** Findings that block. */
  blocks: number
  /** The analysis and the comparison with the last release are of the draft as it stands. */
  current: boolean
  saved: boolean
  signer: string
  consideration: Consideration | undefined
  policy: Pick<Policy, 'secondRead'>
}

/** The note's faults under the house rules; what only is to be said stands among them. */
export const noteFaults = ({ kind, form, consideration }: Signing): NoteFault[] =>
  judgeNote(kind, form.note, consideration?.since?.changes ?? [], consideration?.staff)

/** The class is another than the changes propose. */
export const overrules = ({ kind, consideration }: Pick<Signing, 'kind' | 'consideration'>): boolean =>
  kind !== 'kill' && consideration?.since !== undefined && consideration.since.proposal.kind !== kind

/** What stands in the way of signing, heaviest first; the same the library asks when it publishes. */
export function obstacles(signing: Signing): Obstacle[] {
  const { kind, form, formats, blocks, current, saved, signer, consideration, policy } = signing
  const found: Obstacle[] = []
  if (!saved) found.push({ where: 'draft', message: 'What you typed is not saved yet.' })
  if (blocks > 0 && kind !== 'kill')
    found.push({ where: 'gate', message: `${blocks === 1 ? '1 thing blocks' : `${blocks} things block`} publishing.` })
  if (consideration?.since?.same && kind !== 'kill')
    found.push({ where: 'draft', message: `Nothing was changed since r${consideration.since.revision}.` })
  if (overrules(signing) && !form.kindReason.trim())
    found.push({ where: 'class', message: `Say why this is no ${consideration!.since!.proposal.kind}.` })
  for (const { level, message } of noteFaults(signing)) if (level === 'block') found.push({ where: 'note', message })
  if (policy.secondRead === 'asked' && kind !== 'kill' && !form.readAlone.trim()) {
    if (!form.reader.trim()) found.push({ where: 'reader', message: 'Name who read it, or say why you read alone.' })
    else if (form.reader.trim().toLowerCase() === signer.trim().toLowerCase())
      found.push({ where: 'reader', message: 'The second reader is somebody else than the one who signs.' })
  }
  if (!signer.trim()) found.push({ where: 'name', message: 'Say who signs.' })
  if (formats === 0) found.push({ where: 'formats', message: 'Choose at least one format.' })
  if (found.length === 0 && !current) found.push({ where: 'draft', message: 'Checking…' })
  return found
}

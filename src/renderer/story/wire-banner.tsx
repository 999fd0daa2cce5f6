import { Layers, X } from 'lucide-react'
import { useState } from 'react'
import type { WireProposal } from '@contract/index'
import { useProposals, WireLine, wireName } from '../basket'
import { useCommands } from '../commands/registry'
import { host } from '../host'
import { agencyCode, attempt, Button, Checkbox, count, Dialog, say, shortened } from '../ui'
import { useStoryView } from './desk-view'

/**
 * What of the basket the story looks made from: attach all, or choose. It attaches nothing by itself and takes no focus;
 * once put off it stays away until other wire is proposed.
 */
export function WireBanner() {
  const { story, now, panel, open } = useStoryView()
  const proposals = useProposals(story.id, () => story.text.text, now.sources)
  const [putOff, setPutOff] = useState('')
  const shape = proposals.map(({ item }) => item.id).join()
  const shown = proposals.length > 0 && putOff !== shape
  const attach = async (chosen: readonly WireProposal[]) => {
    const attached = await attempt(() => story.attachWire(chosen.map(({ item }) => item.id)))
    if (attached) say(`${count(attached.length, 'source was', 'sources were')} attached.`, { kind: 'good' })
  }
  useCommands([
    {
      id: 'story.attach-proposed',
      title: 'Attach the proposed wire',
      group: 'Story',
      keys: ['Mod-Alt-w'],
      enabled: proposals.length > 0,
      run: () => void attach(proposals),
    },
    {
      id: 'story.choose-proposed',
      title: 'Choose among the proposed wire',
      group: 'Story',
      enabled: proposals.length > 0,
      run: () => open({ kind: 'proposals' }),
    },
  ])
  return (
    <>
      {shown && (
        <div className="banner wire-proposals" role="status">
          <Layers size={16} aria-hidden />
          <span className="banner-words">
            <strong>
              {listed(proposals)} {proposals.length === 1 ? 'looks like a source' : 'look like sources'}
            </strong>{' '}
            <span className="grey">{proposals.map(explained).join(' · ')}</span>
          </span>
          <Button size="small" kind="primary" keys="Mod-Alt-w" onPress={() => void attach(proposals)}>
            {proposals.length === 1 ? 'Attach it' : 'Attach all'}
          </Button>
          <Button size="small" onPress={() => open({ kind: 'proposals' })}>
            Choose
          </Button>
          <Button
            size="small"
            kind="quiet"
            aria-label="Not now"
            icon={<X size={14} />}
            onPress={() => setPutOff(shape)}
          />
        </div>
      )}
      {panel?.kind === 'proposals' && (
        <ChooseProposals proposals={proposals} onClose={() => open(undefined)} onAttach={attach} />
      )}
    </>
  )
}

/** "AP 2 and Reuters 1": how many items of each agency. */
function listed(proposals: readonly WireProposal[]): string {
  const counts = new Map<string, number>()
  for (const { item } of proposals) {
    const name = item.agency ? agencyCode(item.agency) : 'Wire'
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, number]) => `${name} ${number}`).join(' and ')
}

// A name longer than this would push the shares off the line.
const longestName = 48

const explained = ({ item, share, sentences }: WireProposal) =>
  `${item.slug ?? shortened(wireName(item), longestName)}: ${Math.round(share * 100)} % of the story, ${count(sentences, 'sentence')}`

function ChooseProposals({
  proposals,
  onClose,
  onAttach,
}: {
  proposals: readonly WireProposal[]
  onClose: () => void
  onAttach: (chosen: readonly WireProposal[]) => Promise<void>
}) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = proposals.filter(({ item }) => !left.has(item.id))
  const attach = () => {
    onClose()
    void onAttach(chosen)
  }
  return (
    <Dialog
      title="Which wire was this story made from?"
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isDisabled={chosen.length === 0} onPress={attach}>
            Attach {chosen.length === proposals.length ? 'all' : count(chosen.length, 'item')}
          </Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Enter attaches from any of the boxes, Space ticks them */}
      <div
        className="proposal-choices"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || chosen.length === 0) return
          event.preventDefault()
          attach()
        }}
      >
        {proposals.map((proposal) => (
          <Checkbox
            key={proposal.item.id}
            isSelected={!left.has(proposal.item.id)}
            onChange={(on) =>
              setLeft((before) => {
                const next = new Set(before)
                if (on) next.delete(proposal.item.id)
                else next.add(proposal.item.id)
                return next
              })
            }
          >
            <WireLine item={proposal.item} />
            <span className="grey">
              {Math.round(proposal.share * 100)} % of the story stands on it, in {count(proposal.sentences, 'sentence')}
            </span>
          </Checkbox>
        ))}
      </div>
    </Dialog>
  )
}

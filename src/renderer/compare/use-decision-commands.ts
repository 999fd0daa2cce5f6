import { describeChange } from '@core/comparison'
import { plainText } from '@core/manuscript'
import { useCommands } from '../commands/registry'
import { showInStory, type OpenStory } from '../story'
import { attempt, count, say } from '../ui'
import type { Model } from './model'
import { deedWords, type DraftHand, type Session, type SessionNow } from './session'
import { kindWords } from './words'

/** Stepping through the changes and deciding on them. */
export function useDecisionCommands({
  story,
  session,
  now,
  model,
  hand,
  names,
}: {
  story: OpenStory
  session: Session
  now: SessionNow
  model: Model | undefined
  hand: DraftHand
  names: { old: string; new: string }
}): void {
  const { of, shown, selected, left } = now
  const draft = of?.draft
  const words = deedWords[draft?.side ?? 'old']
  const change = model?.changeOf(selected)
  const decides = draft !== undefined && change !== undefined
  const alike = change ? shown.filter(({ kind }) => kind === change.kind).map(({ id }) => id) : []
  const near = selected !== undefined && model ? model.inParagraphOf(selected) : []
  const every = shown.map(({ id }) => id)
  const take = (ids: readonly string[]) => () =>
    void attempt(async () => {
      const took = await session.take(ids, hand)
      if (took > 1)
        say(`${count(took, 'change')} ${words.took}.`, {
          action: { label: 'Undo', run: () => void session.undo(hand) },
        })
    })
  const leave = (ids: readonly string[]) => () => session.leave(ids)
  const alikeWords =
    change && alike.length > 1 ? `all ${alike.length} ${kindWords[change.kind].many}` : 'all of this kind'
  const everyWords = every.length === 1 ? 'the change shown' : `all ${every.length} changes shown`
  useCommands([
    {
      id: 'list.next',
      title: 'Next change',
      group: 'Compare',
      keys: ['j', 'F8'],
      enabled: shown.length > 0,
      run: () => session.step(1),
    },
    {
      id: 'list.previous',
      title: 'Previous change',
      group: 'Compare',
      keys: ['k', 'Shift-F8'],
      enabled: shown.length > 0,
      run: () => session.step(-1),
    },
    {
      id: 'compare.take',
      title: words.take,
      group: 'Compare',
      keys: ['t', 'Enter'],
      enabled: decides,
      run: () => void attempt(() => session.takeSelected(hand)),
    },
    {
      id: 'compare.leave',
      title: words.leave,
      group: 'Compare',
      keys: ['l', 'Delete'],
      enabled: decides && !left.has(change.id),
      run: leave(change ? [change.id] : []),
    },
    {
      id: 'compare.take-paragraph',
      title: `${words.take} the whole paragraph`,
      group: 'Compare',
      keys: ['Shift-t'],
      enabled: decides,
      run: take(near),
    },
    {
      id: 'compare.leave-paragraph',
      title: `${words.leave} the whole paragraph`,
      group: 'Compare',
      keys: ['Shift-l'],
      enabled: decides,
      run: leave(near),
    },
    {
      id: 'compare.take-kind',
      title: `${words.take} ${alikeWords}`,
      group: 'Compare',
      keys: ['Shift-y'],
      enabled: decides && alike.length > 1,
      run: take(alike),
    },
    {
      id: 'compare.leave-kind',
      title: `${words.leave} ${alikeWords}`,
      group: 'Compare',
      keys: ['Shift-n'],
      enabled: decides && alike.length > 1,
      run: leave(alike),
    },
    {
      id: 'compare.take-shown',
      title: `${words.take} ${everyWords}`,
      group: 'Compare',
      keys: ['Shift-a'],
      enabled: draft !== undefined && every.length > 0,
      run: take(every),
    },
    {
      id: 'compare.leave-shown',
      title: `${words.leave} ${everyWords}`,
      group: 'Compare',
      keys: ['Shift-x'],
      enabled: draft !== undefined && every.length > 0,
      run: leave(every),
    },
    {
      id: 'compare.undo',
      title: 'Take back the last decision',
      group: 'Compare',
      keys: ['u', 'Mod-z'],
      enabled: draft !== undefined,
      run: () =>
        void attempt(async () => {
          if (!(await session.undo(hand))) say('There is nothing to take back in the draft.')
        }),
    },
    {
      id: 'compare.redo',
      title: 'Do it again',
      group: 'Compare',
      keys: ['Mod-Shift-z', 'Mod-y'],
      enabled: draft !== undefined,
      run: () =>
        void attempt(async () => {
          if (!(await session.redo(hand))) say('There is nothing to do again in the draft.')
        }),
    },
    {
      id: 'compare.edit',
      title: 'Edit this place in the story',
      group: 'Compare',
      keys: ['e'],
      enabled: decides,
      run: () => editHere(story, now, names),
    },
  ])
}

/** Opens the story at the selected change, with the way back. */
function editHere(story: OpenStory, { of, shown, selected }: SessionNow, names: { old: string; new: string }): void {
  const change = shown.find(({ id }) => id === selected)
  if (!change || !of?.draft) return
  const { side, manuscript } = of.draft
  // What only the other side has stands about where it stood there.
  const about = Math.min((change.old ?? change.new)!.start, plainText(manuscript).text.length)
  showInStory(story, {
    message: `${describeChange(change)}.`,
    range: change[side] ?? { start: about, end: about },
    back: { title: 'Back to the comparison', place: { screen: 'compare', story: story.id, ...names } },
  })
}

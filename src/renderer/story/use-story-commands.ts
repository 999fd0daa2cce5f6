import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import { TextSelection, type Command as EditorCommand, type EditorState, type Transaction } from 'prosemirror-state'
import { findNext, findPrev } from 'prosemirror-search'
import { curlMarks, plainText, schema, toOffset } from '@core/manuscript'
import type { AnnotationKind } from '@core/annotations'
import { useCommands, type Command } from '../commands/registry'
import { goToField, kinds, mark, moveBlocks, setKind } from '../editor'
import { host } from '../host'
import { go } from '../navigation'
import { attempt, count, say } from '../ui'
import { applyFix } from './apply-fix'
import { useStoryView } from './desk-view'
import { stepSpeaker } from './speakers-list'
import { stepFrom, toDecide } from './to-decide'
import { columnsNow, setColumns } from './use-layout'
import { stepItem, useQuotationCommands } from './use-quotation-commands'
import { useQuotationMoves } from './use-quotation-moves'
import { useSourceOfSentence } from './use-source-of-sentence'
import { useListing } from './with-quotation-list'

export type Finding = 'find' | 'replace'

/** A key pressed while a field of the page (not the manuscript) has the focus belongs to that field. */
const inOtherField = () => {
  const { activeElement } = document
  return (
    activeElement instanceof HTMLElement &&
    /^(?:INPUT|TEXTAREA|SELECT)$/.test(activeElement.tagName) &&
    !activeElement.closest('[data-modal]')
  )
}

/** Everything one can do with the story on the screen. Keys of the text itself are ProseMirror's and are only shown here. */
export function useStoryCommands({
  find,
  setFind,
}: {
  find: Finding | undefined
  setFind: (find: Finding | undefined) => void
}): void {
  const { story, now, tab, chosen, choose, open, openTab } = useStoryView()
  const { list, listed } = useListing()
  const moves = useQuotationMoves()
  const sourceOfSentence = useSourceOfSentence()
  useQuotationCommands()
  const { known } = now

  // Of several readings none is the default (d16, doubled phrase): a key takes only what there is no choice about.
  const fixes =
    chosen?.kind === 'finding'
      ? known?.assessment.findings.find(({ rule, cause }) => rule === chosen.rule && cause === chosen.cause)?.fix
      : undefined
  const onlyFix = fixes?.length === 1 ? fixes[0] : undefined

  const edit = (command: EditorCommand) => () => {
    if (inOtherField()) return
    command(story.state, (tr) => story.dispatch(tr), story.view)
    story.view?.focus()
  }
  // A field keeps a history of its own, and its key came here.
  const history = (command: EditorCommand, own: 'undo' | 'redo') => () =>
    inOtherField() ? void document.execCommand(own) : edit(command)()
  const annotate = (kind: AnnotationKind) => () => {
    const { from, to } = story.state.selection
    const { text } = story
    const range = { start: toOffset(text, from), end: toOffset(text, to) }
    // With nothing selected a remark is on the word at the caret.
    const on = range.start < range.end ? range : wordAround(text.text, range.start)
    if (!on) return void say('Select the words the remark is on first.')
    open({ kind: 'remark', as: kind, range: on })
  }
  const decideStep = (direction: 1 | -1) => () => {
    if (!known) return
    const found = toDecide(known.assessment)
    const mapping = story.mappingFrom(known.of)
    if (found.length === 0 || !mapping) return void say('Nothing is left to decide.')
    const { from, to } = story.state.selection
    const here = found.map((one) => ({ ...one, ...(story.rangeNow(known.of, one) ?? one) }))
    const next = stepFrom(here, toOffset(story.text, direction === 1 ? from : Math.min(from, to)), direction)
    if (!next) return
    choose(next.chosen)
    // The caret stands before the words, nothing is selected: the next letter typed replaces nothing.
    story.show({ start: next.start, end: next.end }, 'focus')
  }
  const stepRemark = (direction: 1 | -1) => {
    const list = now.annotations
      .filter(({ resolved, orphan }) => !resolved && !orphan)
      .toSorted((a, b) => a.anchor.start - b.anchor.start)
    const at = list.findIndex(({ id }) => chosen?.kind === 'remark' && chosen.id === id)
    const next = list[at < 0 ? (direction === 1 ? 0 : list.length - 1) : (at + direction + list.length) % list.length]
    if (!next) return void say('There is no open remark.')
    choose({ kind: 'remark', id: next.id })
    story.show(next.anchor)
  }
  const stepList = (direction: 1 | -1) => () => {
    if (tab === 'comments') return stepRemark(direction)
    if (tab === 'checks') {
      const list = known?.assessment.findings ?? []
      const at = list.findIndex(
        ({ rule, cause }) => chosen?.kind === 'finding' && chosen.rule === rule && chosen.cause === cause,
      )
      const next = list[Math.max(0, Math.min(list.length - 1, at + direction))]
      if (!next || !known) return
      choose({ kind: 'finding', rule: next.rule, cause: next.cause })
      const range =
        next.start !== undefined && next.end !== undefined
          ? story.rangeNow(known.of, { start: next.start, end: next.end })
          : undefined
      if (range) story.show(range)
      return
    }
    if (listed === 'speakers') return stepSpeaker(direction)
    const next = stepItem(list.items, list.chosen, direction)
    if (next) moves.show(next)
  }
  const toggle = (side: 'left' | 'right') => () =>
    setColumns({ [side]: columnsNow()[side] === 'open' ? 'shut' : 'open' })

  const formats: Command[] = kinds.map(({ kind, title, keys }) => ({
    id: `format.${kind}`,
    title,
    group: 'Format',
    ...(keys ? { keys: [keys] } : {}),
    run: edit(setKind(kind)),
  }))
  useCommands([
    {
      id: 'story.save-revision',
      title: 'Save revision',
      group: 'Story',
      keys: ['Mod-s'],
      run: () => open({ kind: 'revision' }),
    },
    {
      id: 'story.hand-to-review',
      title: 'Hand to review',
      group: 'Story',
      keys: ['Mod-Enter'],
      enabled: now.card.status === 'draft',
      run: () =>
        void attempt(async () => {
          await story.setStatus('in-review')
          say('The story is in review.', { kind: 'good' })
        }),
    },
    { id: 'story.compare', title: 'Compare', group: 'Story', run: () => go({ screen: 'compare', story: story.id }) },
    {
      id: 'story.review',
      title: 'Attribution review',
      group: 'Story',
      run: () => go({ screen: 'review', story: story.id }),
    },
    { id: 'story.publish', title: 'Publish', group: 'Story', run: () => go({ screen: 'publish', story: story.id }) },
    {
      id: 'story.attach-source',
      title: 'Attach a source',
      group: 'Story',
      run: () => open({ kind: 'attach' }),
    },
    {
      id: 'story.copy-clean',
      title: 'Copy clean',
      group: 'Story',
      keys: ['F9'],
      run: () => open({ kind: 'copy-clean' }),
    },
    {
      id: 'story.print',
      title: 'Print',
      group: 'File',
      keys: ['Mod-p'],
      run: () =>
        void attempt(async () => {
          const { printed } = await host.ask('host.print', {})
          if (!printed) window.print()
        }),
    },
    {
      id: 'edit.undo',
      title: 'Undo',
      group: 'Edit',
      keys: ['Mod-z'],
      enabled: undoDepth(story.state) > 0,
      run: history(undo, 'undo'),
    },
    {
      id: 'edit.redo',
      title: 'Redo',
      group: 'Edit',
      keys: ['Mod-Shift-z', 'Mod-y'],
      enabled: redoDepth(story.state) > 0,
      run: history(redo, 'redo'),
    },
    {
      id: 'edit.move-up',
      title: 'Move paragraph up',
      group: 'Edit',
      keys: ['Alt-Shift-ArrowUp'],
      run: edit(moveBlocks('up')),
    },
    {
      id: 'edit.move-down',
      title: 'Move paragraph down',
      group: 'Edit',
      keys: ['Alt-Shift-ArrowDown'],
      run: edit(moveBlocks('down')),
    },
    { id: 'edit.find', title: 'Find', group: 'Edit', keys: ['Mod-f'], run: () => setFind(find ?? 'find') },
    {
      id: 'edit.replace',
      title: 'Find and replace',
      group: 'Edit',
      keys: ['Mod-Alt-f'],
      run: () => setFind('replace'),
    },
    {
      id: 'edit.find-next',
      title: 'Next place found',
      group: 'Edit',
      keys: ['Mod-g'],
      enabled: !!find,
      run: edit(findNext),
    },
    {
      id: 'edit.find-previous',
      title: 'Previous place found',
      group: 'Edit',
      keys: ['Mod-Shift-g'],
      enabled: !!find,
      run: edit(findPrev),
    },
    { id: 'annotate.comment', title: 'Comment', group: 'Review', keys: ['Mod-Alt-m'], run: annotate('comment') },
    { id: 'annotate.query', title: 'Query', group: 'Review', keys: ['Mod-Alt-q'], run: annotate('query') },
    { id: 'annotate.note', title: 'Note', group: 'Review', keys: ['Mod-Alt-n'], run: annotate('note') },
    { id: 'annotate.next', title: 'Next remark', group: 'Review', keys: ['Alt-ArrowDown'], run: () => stepRemark(1) },
    {
      id: 'annotate.previous',
      title: 'Previous remark',
      group: 'Review',
      keys: ['Alt-ArrowUp'],
      run: () => stepRemark(-1),
    },
    { id: 'decide.next', title: 'Next thing to decide', group: 'Review', keys: ['F8'], run: decideStep(1) },
    {
      id: 'decide.previous',
      title: 'Previous thing to decide',
      group: 'Review',
      keys: ['Shift-F8'],
      run: decideStep(-1),
    },
    {
      id: 'decide.fix',
      title: 'Take the fix of the chosen check',
      group: 'Review',
      keys: ['f', 'Mod-.'],
      enabled: onlyFix !== undefined,
      run: () => {
        if (known && onlyFix) applyFix(story, known.of, onlyFix)
      },
    },
    {
      id: 'decide.fixes',
      title: 'Fixes for this place',
      group: 'Review',
      keys: ['Alt-Enter'],
      run: () => open({ kind: 'fixes' }),
    },
    { id: 'list.next', title: 'Next in the list', group: 'Go', keys: ['j'], run: stepList(1) },
    { id: 'list.previous', title: 'Previous in the list', group: 'Go', keys: ['k'], run: stepList(-1) },
    {
      id: 'go.manuscript',
      title: 'To the text',
      group: 'Go',
      keys: ['i', 'Enter'],
      run: () => {
        if (document.activeElement === document.body || document.activeElement?.id === 'screen') story.edit()
      },
    },
    {
      id: 'go.leave-text',
      title: 'Leave the text',
      group: 'Go',
      keys: ['Escape'],
      run: () => {
        if (find) {
          setFind(undefined)
          return story.edit()
        }
        if (!story.view?.hasFocus()) return story.edit()
        story.view.dom.blur()
        document.getElementById('screen')?.focus()
      },
    },
    { id: 'go.quotations', title: 'Quotations', group: 'Go', run: () => openTab('quotations') },
    {
      id: 'go.source-of-sentence',
      title: 'Source of this sentence',
      group: 'Go',
      keys: ['Mod-Alt-s'],
      run: sourceOfSentence,
    },
    { id: 'go.sources', title: 'Sources', group: 'Go', run: () => openTab('sources') },
    { id: 'go.comments', title: 'Comments', group: 'Go', run: () => openTab('comments') },
    { id: 'go.checks', title: 'Checks', group: 'Go', run: () => openTab('checks') },
    {
      id: 'go.headline',
      title: 'To the headline',
      group: 'Go',
      run: edit(goToField('headline')),
    },
    { id: 'view.left', title: 'Outline and revisions', group: 'View', keys: ['Mod-\\'], run: toggle('left') },
    { id: 'view.right', title: 'Inspector', group: 'View', keys: ['Mod-Shift-\\', 'Mod-|'], run: toggle('right') },
    { id: 'format.strong', title: 'Bold', group: 'Format', keys: ['Mod-b'], run: edit(mark('strong')) },
    { id: 'format.em', title: 'Italic', group: 'Format', keys: ['Mod-i'], run: edit(mark('em')) },
    { id: 'format.code', title: 'Code', group: 'Format', keys: ['Mod-e'], run: edit(mark('code')) },
    {
      id: 'format.link',
      title: 'Link',
      group: 'Format',
      keys: ['Mod-Shift-k'],
      run: () => open({ kind: 'link' }),
    },
    {
      id: 'format.curl-marks',
      title: 'Curl the quotation marks',
      group: 'Format',
      run: () => {
        const curled = curlStory(story.state)
        if (!curled) return void say('Every quotation mark is curled already.')
        story.dispatch(curled.tr)
        say(`${count(curled.marks, 'mark')} curled.`, { action: { label: 'Undo', run: edit(undo) } })
      },
    },
    { id: 'format.figure', title: 'Picture', group: 'Format', run: () => open({ kind: 'figure' }) },
    { id: 'format.table', title: 'Table', group: 'Format', run: edit(insertTable) },
    ...formats,
  ])
}

/** Every straight mark of the story made typographic in one step, code left alone; undefined where there is none. */
function curlStory(state: EditorState): { tr: Transaction; marks: number } | undefined {
  const { tr } = state
  let marks = 0
  for (const { pos, node } of plainText(state.doc).blocks)
    for (const { at, mark } of curlMarks(node.textContent)) {
      if (schema.marks['code']!.isInSet(state.doc.resolve(pos + at + 1).marks())) continue
      tr.insertText(mark, pos + at, pos + at + 1)
      marks++
    }
  return marks > 0 ? { tr, marks } : undefined
}

const insertTable: EditorCommand = (state, dispatch) => {
  const { nodes } = schema
  const { $from } = state.selection
  if ($from.depth === 0) return false
  const row = (type: 'tableHeader' | 'tableCell') =>
    nodes['tableRow']!.create(null, [nodes[type]!.create(), nodes[type]!.create()])
  const table = nodes['table']!.create(null, [row('tableHeader'), row('tableCell')])
  const after = $from.after(1)
  const next = state.doc.nodeAt(after)
  // Never among the header fields: the first place of the body.
  if (next && /^(?:standfirst|byline|dateline)$/.test(next.type.name)) return false
  const { tr } = state
  tr.insert(after, table)
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView())
  return true
}

function wordAround(text: string, at: number): { start: number; end: number } | undefined {
  let start = at
  let end = at
  while (start > 0 && /[\p{L}\p{N}’'-]/u.test(text[start - 1]!)) start--
  while (end < text.length && /[\p{L}\p{N}’'-]/u.test(text[end]!)) end++
  return start < end ? { start, end } : undefined
}

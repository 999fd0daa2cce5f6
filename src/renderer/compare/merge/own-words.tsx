import { useState } from 'react'
import type { ShownConflict } from '@core/comparison'
import { Button, Dialog, TextField } from '../../ui'

/** Asks for the words that stand in a conflict's place, with both wordings in view. */
export function OwnWords({
  conflict,
  value,
  onDone,
  onClose,
}: {
  conflict: ShownConflict
  value: string
  onDone: (words: string) => void
  onClose: () => void
}) {
  const [words, setWords] = useState(value)
  const { context, oursText, theirsText } = conflict
  const done = () => {
    onClose()
    onDone(words)
  }
  return (
    <Dialog
      title="Type what stands here"
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" keys="Mod-Enter" onPress={done}>
            {words.trim() ? 'Use these words' : 'Leave nothing here'}
          </Button>
        </>
      }
    >
      <dl className="mrg-wordings">
        {[
          ['Ours', oursText],
          ['Theirs', theirsText],
        ].map(([title, text]) => (
          <div key={title} className="mrg-wording">
            <dt>{title}</dt>
            <dd>
              <span className="mrg-context">{context.before}</span>
              {text!.trim() ? text : <i className="grey">nothing</i>}
              <span className="mrg-context">{context.after}</span>
            </dd>
          </div>
        ))}
      </dl>
      <TextField
        label="Your words"
        hint={`${context.before || context.after ? 'They stand between the grey words above. ' : ''}A line break ends a paragraph. Ctrl or Cmd with Enter uses them.`}
        lines="many"
        rows={4}
        value={words}
        onChange={setWords}
        autoFocus
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          event.stopPropagation()
          done()
        }}
      />
    </Dialog>
  )
}

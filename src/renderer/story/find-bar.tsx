import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { findNext, findPrev, replaceAll, replaceNext, SearchQuery, setSearchState } from 'prosemirror-search'
import type { Command } from 'prosemirror-state'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Button, Toggle, count as counted, say } from '../ui'
import { useStoryView } from './desk-view'

// Beyond this a count is of no use to a person.
const mostCounted = 9999

/** Find and replace over the manuscript. Enter goes on, Shift-Enter back, Escape returns to the text. */
export function FindBar({ mode, onClose }: { mode: 'find' | 'replace'; onClose: () => void }) {
  const { story, now } = useStoryView()
  const [words, setWords] = useState(() => selectedWords(story.state))
  const [replacement, setReplacement] = useState('')
  const [caseSensitive, setCase] = useState(false)
  const [wholeWord, setWhole] = useState(false)
  const [regexp, setRegexp] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const query = useMemo(
    () => new SearchQuery({ search: words, replace: replacement, caseSensitive, wholeWord, regexp, literal: !regexp }),
    [words, replacement, caseSensitive, wholeWord, regexp],
  )
  useEffect(() => {
    story.dispatch(setSearchState(story.state.tr, query))
  }, [story, query])
  useEffect(
    () => () => {
      story.dispatch(setSearchState(story.state.tr, new SearchQuery({ search: '' })))
    },
    [story],
  )
  useEffect(() => field.current?.select(), [mode])
  const matches = useMemo(() => {
    if (!query.valid) return []
    const found: { from: number; to: number }[] = []
    let at = query.findNext(story.state)
    while (at && found.length < mostCounted) {
      found.push(at)
      at = query.findNext(story.state, Math.max(at.to, at.from + 1))
    }
    return found
    // The manuscript is what is searched.
  }, [query, story, now.manuscript])
  const { from, to } = story.state.selection
  const current = matches.findIndex((match) => match.from === from && match.to === to)
  const [, redraw] = useState(0)
  const run = (command: Command) => {
    const done = command(story.state, (tr) => story.dispatch(tr), story.view)
    redraw((turn) => turn + 1)
    return done
  }
  const everywhere = () => {
    const number = matches.length
    if (run(replaceAll)) say(`${counted(number, 'place')} replaced. Undo takes all of them back.`)
  }
  const close = () => {
    onClose()
    story.view?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      run(event.shiftKey ? findPrev : findNext)
    }
  }
  const invalid = words !== '' && !query.valid
  return (
    <search className="find-bar" aria-label="Find and replace">
      <div className="find-row">
        <input
          ref={field}
          className="input"
          aria-label="Find"
          aria-invalid={invalid}
          placeholder="Find"
          value={words}
          autoFocus
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <span className="find-count" role="status">
          {invalid
            ? 'Not a pattern'
            : words === ''
              ? ''
              : matches.length === 0
                ? 'Not found'
                : current >= 0
                  ? `${current + 1} of ${matches.length}`
                  : counted(matches.length, 'place')}
        </span>
        <Button
          size="small"
          kind="quiet"
          aria-label="Previous place"
          icon={<ChevronUp size={15} />}
          onPress={() => run(findPrev)}
        />
        <Button
          size="small"
          kind="quiet"
          aria-label="Next place"
          icon={<ChevronDown size={15} />}
          onPress={() => run(findNext)}
        />
        <Toggle size="small" label="Match case" isSelected={caseSensitive} onChange={setCase}>
          Aa
        </Toggle>
        <Toggle size="small" label="Whole words" isSelected={wholeWord} onChange={setWhole}>
          W
        </Toggle>
        <Toggle size="small" label="Regular expression" isSelected={regexp} onChange={setRegexp}>
          .*
        </Toggle>
        <Button size="small" kind="quiet" aria-label="Close find" icon={<X size={15} />} onPress={close} />
      </div>
      {mode === 'replace' && (
        <div className="find-row">
          <input
            className="input"
            aria-label="Replace with"
            placeholder="Replace with"
            value={replacement}
            onChange={(event) => setReplacement(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
                event.preventDefault()
                run(replaceNext)
              } else onKeyDown(event)
            }}
          />
          <Button size="small" isDisabled={matches.length === 0} onPress={() => run(replaceNext)}>
            Replace
          </Button>
          <Button size="small" isDisabled={matches.length === 0} onPress={everywhere}>
            Replace all
          </Button>
        </div>
      )}
    </search>
  )
}

function selectedWords(state: {
  selection: { from: number; to: number }
  doc: { textBetween(a: number, b: number): string }
}) {
  const { from, to } = state.selection
  const words = from < to ? state.doc.textBetween(from, to) : ''
  return words.length <= 120 ? words : ''
}

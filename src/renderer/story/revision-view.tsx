import { DOMSerializer } from 'prosemirror-model'
import { useEffect, useRef, useState } from 'react'
import { parseManuscript, schema, type Manuscript } from '@core/manuscript'
import { host } from '../host'
import { Button, sayError } from '../ui'
import { useStoryView } from './desk-view'

/** A revision as it was, to read. */
export function RevisionView({ number, onClose }: { number: number; onClose: () => void }) {
  const { story } = useStoryView()
  const [manuscript, setManuscript] = useState<Manuscript>()
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    let current = true
    setManuscript(undefined)
    host
      .ask('revision.open', { story: story.id, number })
      .then((revision) => current && setManuscript(parseManuscript(revision.manuscript)), sayError)
    return () => {
      current = false
    }
  }, [story, number])
  useEffect(() => {
    if (!manuscript || !place.current) return
    place.current.replaceChildren(DOMSerializer.fromSchema(schema).serializeFragment(manuscript.content))
  }, [manuscript])
  return (
    <>
      <div className="reading-note" role="status">
        <span>Revision {number}, to read only. The draft is untouched.</span>
        <Button size="small" onPress={onClose}>
          Back to the draft
        </Button>
      </div>
      <article ref={place} className="manuscript" aria-label={`Revision ${number}`} />
    </>
  )
}

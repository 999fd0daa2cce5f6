import { Check } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { allFields, copyFields, type CopyFieldName } from '@core/formats'
import { Button, Dialog, Kbd, attempt } from '../ui'
import { useStoryNow } from './open-stories'
import type { OpenStory, StoryNow } from './store'
import { useConsideration } from './use-consideration'

const titles: Record<CopyFieldName, string> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  byline: 'Byline',
  body: 'Body',
  credit: 'Credit',
  links: 'Links',
}

/** What the words on the clipboard are: the release, or a draft that nobody signed. */
function standing({ releases, known }: StoryNow, same: boolean): string {
  const last = releases[0]
  if (last && same) return `As published in r${last.revision}.`
  const blocks = known?.assessment.findings.filter(({ level }) => level === 'block').length ?? 0
  const what = last
    ? `This is the draft: it was changed since r${last.revision}.`
    : 'This is a draft that was not published.'
  return blocks > 0 ? `${what} ${blocks === 1 ? '1 thing blocks' : `${blocks} things block`} publishing it.` : what
}

/**
 * The clean copy by the fields of a content system: each on the clipboard by its digit, all of them by 0, as rich and as
 * plain text. Stays open, so that field goes after field.
 */
export function CopyClean({ story, onClose }: { story: OpenStory; onClose: () => void }) {
  const now = useStoryNow(story)
  const { consideration } = useConsideration(story, now)
  const [copied, setCopied] = useState<string[]>([])
  const fields = copyFields(now.manuscript)
  const put = (name: string, { text, html }: { text: string; html: string }) =>
    void attempt(async () => {
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/html': new Blob([html], { type: 'text/html' }),
          'text/plain': new Blob([text], { type: 'text/plain' }),
        }),
      ])
      setCopied((before) => [...before.filter((one) => one !== name), name])
    })
  const all = () => put('all', allFields(fields))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const field = fields[Number(event.key) - 1]
    if (event.key === '0') all()
    else if (/^[1-9]$/.test(event.key) && field) put(field.name, field)
    else return
    event.preventDefault()
  }
  return (
    <Dialog
      title="Copy clean"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Close</Button>
          <Button kind="primary" onPress={all} isDisabled={fields.length === 0}>
            {copied.includes('all') ? 'Copied together' : 'Copy all'} <Kbd keys="0" />
          </Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- digits choose inside the dialog */}
      <div className="copy-clean" onKeyDown={onKeyDown}>
        <p className="grey">{standing(now, consideration?.since?.same === true)}</p>
        <ul aria-label="Fields">
          {fields.map((field, index) => (
            <li key={field.name}>
              <button
                type="button"
                className="copy-field"
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog opens on its first field
                autoFocus={index === 0}
                onClick={() => put(field.name, field)}
              >
                <Kbd keys={String(index + 1)} />
                <b>{titles[field.name]}</b>
                <span className="copy-words">{field.text}</span>
                <span className="copy-done" role="status">
                  {copied.includes(field.name) && (
                    <>
                      <Check size={14} aria-hidden /> Copied
                    </>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {fields.length === 0 && <p className="grey">The story has no words yet.</p>}
      </div>
    </Dialog>
  )
}

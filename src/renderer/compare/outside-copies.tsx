import { useEffect, useRef, useState } from 'react'
import { pastedFile } from './files'
import { takeOutside } from './outside-dialog'
import type { OutsideCopy } from './sides'

/** Files dropped and copies pasted on the screen are compared, not brought in as stories. */
export function DropToCompare({ onRead }: { onRead: (copy: OutsideCopy) => void }) {
  const [over, setOver] = useState(false)
  const latest = useRef(onRead)
  useEffect(() => {
    latest.current = onRead
  })
  useEffect(() => {
    const read = (copy: OutsideCopy) => latest.current(copy)
    const onPaste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event
      if (target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]')) return
      if (!clipboardData) return
      event.preventDefault()
      void takeOutside(clipboardData.files[0] ?? pastedFile(clipboardData), read)
    }
    const onOver = (event: DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (!event.relatedTarget) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (event.defaultPrevented || !file) return
      event.preventDefault()
      void takeOutside(file, read)
    }
    document.addEventListener('paste', onPaste)
    document.addEventListener('dragover', onOver)
    document.addEventListener('dragleave', onLeave)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('paste', onPaste)
      document.removeEventListener('dragover', onOver)
      document.removeEventListener('dragleave', onLeave)
      document.removeEventListener('drop', onDrop)
    }
  }, [])
  return over ? (
    <div className="drop-over" aria-hidden>
      <p>Drop to compare with this story</p>
    </div>
  ) : null
}

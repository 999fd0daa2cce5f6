import { X } from 'lucide-react'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { HostError } from '@contract/index'
import { Button } from './button'

export interface Toast {
  id: number
  text: string
  kind: 'plain' | 'good' | 'error'
  action?: { label: string; run: () => void }
}

// Long enough to read two lines and reach Undo by keyboard; errors stay until they are dismissed.
const shownFor = 10_000
const most = 4

let toasts: readonly Toast[] = []
let last = 0
const listeners = new Set<() => void>()
const set = (next: readonly Toast[]) => {
  toasts = next
  for (const listen of listeners) listen()
}

/** Says what happened, in the corner; an action (Undo, Open) can go with it. Returns a way to take it down. */
export function say(text: string, options: Partial<Pick<Toast, 'kind' | 'action'>> = {}): () => void {
  const id = ++last
  const toast: Toast = {
    id,
    text,
    kind: options.kind ?? 'plain',
    ...(options.action ? { action: options.action } : {}),
  }
  set([...toasts.filter((other) => other.text !== text), toast].slice(-most))
  return () => dismiss(id)
}

/** Shows a failure in full: what happened, what was kept, what to do. Returns the message. */
export function sayError(cause: unknown): string {
  const text =
    cause instanceof HostError
      ? cause.message
      : `Something on this page failed: ${cause instanceof Error ? cause.message : String(cause)}. What was shown as saved is kept. Reload the page to go on.`
  say(text, { kind: 'error' })
  return text
}

/** Does something that may be refused, showing the refusal. Undefined when it was. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (cause) {
    sayError(cause)
    return undefined
  }
}

export const dismiss = (id: number) => set(toasts.filter((toast) => toast.id !== id))

/** Does the newest offered action (Undo); false when there is none. */
export function runLastAction(): boolean {
  const toast = toasts.findLast(({ action }) => action)
  if (!toast?.action) return false
  dismiss(toast.id)
  toast.action.run()
  return true
}

/** The corner where toasts stand. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    () => toasts,
  )
  return (
    <div className="toasts" role="region" aria-label="Messages">
      <div role="status" aria-live="polite">
        {shown
          .filter(({ kind }) => kind !== 'error')
          .map((toast) => (
            <Card key={toast.id} toast={toast} />
          ))}
      </div>
      <div role="alert">
        {shown
          .filter(({ kind }) => kind === 'error')
          .map((toast) => (
            <Card key={toast.id} toast={toast} />
          ))}
      </div>
    </div>
  )
}

function Card({ toast }: { toast: Toast }) {
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (toast.kind === 'error') return
    const look = setInterval(() => {
      const busy = card.current?.matches(':hover') || card.current?.contains(document.activeElement)
      if (!busy) dismiss(toast.id)
    }, shownFor)
    return () => clearInterval(look)
  }, [toast])
  const { action } = toast
  return (
    <div className={`toast ${toast.kind}`} ref={card}>
      <p>{toast.text}</p>
      {action && (
        <Button
          size="small"
          onPress={() => {
            dismiss(toast.id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <Button kind="quiet" size="small" aria-label="Dismiss" icon={<X size={14} />} onPress={() => dismiss(toast.id)} />
    </div>
  )
}

import { keyLabel } from '../commands/registry'

/** A key as people write it. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd className="kbd">{keyLabel(keys)}</kbd>
}

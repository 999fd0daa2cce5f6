import { Button, EmptyState } from '../ui'
import { sideOf } from './sides'

/** What stands where both versions read the same: why, and the step back that shows something. */
export function NothingChanged({
  names,
  revision,
  onPick,
  onFile,
}: {
  names: { old: string; new: string }
  /** The number of the story's last revision. */
  revision: number
  onPick: (side: 'old' | 'new', name: string) => void
  onFile: () => void
}) {
  const side = sideOf(names.old)
  const number = side?.kind === 'revision' ? side.number : revision + 1
  const before = number > 1 ? String(number - 1) : undefined
  const helps = before !== undefined && before !== names.old && before !== names.new
  return (
    <EmptyState
      title="Nothing changed"
      actions={
        <>
          {helps && (
            <Button kind="primary" onPress={() => onPick('old', before)}>
              Compare from r{before}
            </Button>
          )}
          <Button onPress={onFile}>Compare with a file</Button>
        </>
      }
    >
      {names.old === names.new
        ? 'Both sides are the same version. Choose another for one of them above.'
        : 'Both versions read the same: words, styles, links and order.'}
    </EmptyState>
  )
}

import { EmptyState, Button, List } from '../ui'
import { ChangeRow } from './change-row'
import { leftWord, type Session, type SessionNow } from './session'

/** The list one steps through. Rows out of sight cost nothing. */
export function ChangeList({ session, now }: { session: Session; now: SessionNow }) {
  const { shown, selected, left, compared } = now
  const word = leftWord(now)
  if (shown.length === 0)
    return (
      <EmptyState
        size="small"
        title={compared?.changes.length ? 'No change of this sort' : 'No changes'}
        actions={
          compared?.changes.length ? (
            <Button size="small" onPress={() => session.narrow('all')}>
              Show all
            </Button>
          ) : undefined
        }
      >
        {compared?.changes.length ? 'Others are hidden by the filter.' : 'Both versions read the same.'}
      </EmptyState>
    )
  return (
    <List
      label="Changes"
      className="cmp-list"
      items={shown}
      keyOf={({ id }) => id}
      selected={selected}
      onSelect={(id) => session.select(id)}
    >
      {(change) => <ChangeRow change={change} left={left.has(change.id) ? word : undefined} />}
    </List>
  )
}

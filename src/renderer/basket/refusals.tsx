import { RotateCw } from 'lucide-react'
import { host } from '../host'
import { attempt, Button, CommandButton, count, PopoverButton, shortTime } from '../ui'
import { refreshBasket, type BasketState } from './items'

type Refusal = BasketState['refused'][number]

/** Asks the host to read a file of the watched folder again, or all that were not read. */
export async function readAgain(file?: string): Promise<void> {
  await attempt(() => host.ask('basket.retry', file === undefined ? {} : { file }))
  await refreshBasket()
}

/** The files of the watched folder that were not read: why, whether they are tried again, and trying again now. */
export function Refusals({ refused }: { refused: readonly Refusal[] }) {
  if (refused.length === 0) return null
  return (
    <PopoverButton
      label="Files that could not be read"
      size="small"
      kind="quiet"
      content={() => (
        <div className="refusals">
          <ul>
            {refused.map((one) => (
              <li key={one.file}>
                <span>
                  {one.message} <span className="grey">{whatNext(one)}</span>
                </span>
                <Button
                  size="small"
                  kind="quiet"
                  aria-label={`Read ${nameOf(one)} again`}
                  onPress={() => void readAgain(one.file)}
                >
                  <RotateCw size={14} aria-hidden />
                </Button>
              </li>
            ))}
          </ul>
          <CommandButton command="basket.read-again" size="small" />
        </div>
      )}
    >
      {count(refused.length, 'file was', 'files were')} not read
    </PopoverButton>
  )
}

const nameOf = ({ file }: Refusal) => file.split(/[\\/]/).findLast(Boolean) ?? file

/** What becomes of a file that was not read. */
function whatNext({ tries, again }: Refusal): string {
  if (tries === undefined) return 'It is read again when it changes.'
  const tried = tries === 1 ? 'Tried once' : `Tried ${tries} times`
  return again === undefined
    ? `${tried}. It is read again when it changes or when the desk opens next.`
    : `${tried}, again at ${shortTime(again)}.`
}

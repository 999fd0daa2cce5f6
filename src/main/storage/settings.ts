import { userInfo } from 'node:os'
import { defaultPolicy, type Policy } from '@core/policy'
import type { Settings } from '@contract/index'
import { record, type StoreContext } from './context'

const defaults: Settings = {
  name: '',
  initials: '',
  theme: 'system',
  dialect: 'en-GB',
  smartQuotes: true,
  spelling: true,
  singleKeys: true,
  zoom: 1,
  formats: ['html', 'docx', 'ninjs'],
  releaseFolder: '',
  basketFolder: '',
  basketDays: 5,
  words: [],
}

function read<T extends object>({ db }: Pick<StoreContext, 'db'>, name: string, fallback: T): T {
  const row = db.get('select json from setting where name = ?', name)
  return row ? { ...fallback, ...(JSON.parse(String(row.json)) as Partial<T>) } : fallback
}

function write(context: StoreContext, name: string, value: object) {
  context.db.run(
    'insert into setting values (?, ?) on conflict (name) do update set json = excluded.json',
    name,
    JSON.stringify(value),
  )
}

export const readSettings = (context: Pick<StoreContext, 'db'>): Settings => read(context, 'settings', defaults)

export function changeSettings(context: StoreContext, change: Partial<Settings>): Settings {
  return context.db.transact(() => {
    const settings = { ...readSettings(context), ...change }
    write(context, 'settings', settings)
    return settings
  })
}

export const readPolicy = (context: Pick<StoreContext, 'db'>): Policy => read(context, 'policy', defaultPolicy)

export function changePolicy(context: StoreContext, policy: Policy): Policy {
  return context.db.transact(() => {
    write(context, 'policy', policy)
    record(context, null, 'policy.change', { ...policy })
    return policy
  })
}

/** Who is at the desk: the name in the settings, else the name the machine knows. */
export function whoIsThere(context: Pick<StoreContext, 'db'>): string {
  const { name } = readSettings(context)
  if (name.trim()) return name.trim()
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}

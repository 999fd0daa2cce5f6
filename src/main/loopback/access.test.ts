import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { Access } from './access'

const asked = (headers: Record<string, string>) => ({ headers }) as unknown as IncomingMessage
const cookieOf = (access: Access) => access.setCookie.split(';')[0]!

test('the printed address invites as often as it is opened', () => {
  const access = new Access(4000)
  const url = new URL(access.address)
  expect([access.isInvited(url), access.isInvited(url)]).toEqual([true, true])
})

test('an address for once invites once, and no other key does', () => {
  const access = new Access(4000)
  const url = new URL(access.addressForOnce())
  expect([access.isInvited(url), access.isInvited(url)]).toEqual([true, false])
  expect(access.isInvited(new URL('http://127.0.0.1:4000/'))).toBe(false)
  expect(access.isInvited(new URL(`http://127.0.0.1:4000/other?token=${access.token}`))).toBe(false)
})

test('the cookie of another desk on this machine opens nothing', () => {
  const [one, other] = [new Access(4000), new Access(4001)]
  expect(one.isKnown(asked({ cookie: `a=b; ${cookieOf(one)}` }))).toBe(true)
  expect(one.isKnown(asked({ cookie: cookieOf(other) }))).toBe(false)
  expect(one.isKnown(asked({}))).toBe(false)
})

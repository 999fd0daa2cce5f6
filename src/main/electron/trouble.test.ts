import { beforeEach, expect, test, vi } from 'vitest'
import { HostError } from '@contract/index'
import type { Desk, DeskOptions } from '../services/desk'
import { openDeskOrAsk } from './trouble'

interface Question {
  message: string
  detail: string
  buttons: string[]
}

const { showMessageBox, openDesk } = vi.hoisted(() => ({
  showMessageBox: vi.fn<(question: Question) => Promise<{ response: number }>>(),
  openDesk: vi.fn<(options: DeskOptions) => Promise<Desk>>(),
}))
vi.mock('electron', () => ({ app: { name: 'Writethru' }, dialog: { showMessageBox } }))
vi.mock('../services/desk', () => ({ openDesk }))

const [choose, again, quit] = [0, 1, 2]
const desk = {} as Desk
const busy = new HostError('library-busy', 'library.sqlite is being written by another program.')
const reopened = vi.fn<(folder: string) => void>()
const options = { folder: '/first', log: () => undefined, reopened } as unknown as DeskOptions
const folders = () => openDesk.mock.calls.map(([{ folder }]) => folder)
const answer = (...responses: number[]) => {
  for (const response of responses) showMessageBox.mockResolvedValueOnce({ response })
}

beforeEach(() => {
  for (const mock of [showMessageBox, openDesk, reopened]) mock.mockReset()
})

test('a library that opens asks nothing', async () => {
  openDesk.mockResolvedValueOnce(desk)
  expect(await openDeskOrAsk(options, async () => undefined)).toBe(desk)
  expect(showMessageBox).not.toHaveBeenCalled()
})

test('a library that is held is told by name, and tried again when asked', async () => {
  openDesk.mockRejectedValueOnce(busy).mockResolvedValueOnce(desk)
  answer(again)
  expect(await openDeskOrAsk(options, async () => undefined)).toBe(desk)
  const [{ message, detail, buttons }] = showMessageBox.mock.calls[0]!
  expect([message, detail]).toEqual(['Another program holds the library', busy.message])
  expect(buttons).toEqual(['Choose another folder', 'Try again', 'Quit'])
  expect([folders(), reopened.mock.calls]).toEqual([['/first', '/first'], []])
})

test('another folder is opened and remembered; one that was not chosen leaves the first', async () => {
  openDesk.mockRejectedValueOnce(busy).mockRejectedValueOnce(busy).mockResolvedValueOnce(desk)
  answer(choose, choose)
  const picked = ['/second', undefined]
  expect(await openDeskOrAsk(options, async () => picked.pop())).toBe(desk)
  expect(folders()).toEqual(['/first', '/first', '/second'])
  expect(reopened.mock.calls).toEqual([['/second']])
})

test('quitting opens nothing', async () => {
  openDesk.mockRejectedValue(new Error('unforeseen'))
  answer(quit)
  expect(await openDeskOrAsk(options, async () => '/second')).toBeUndefined()
  expect(folders()).toEqual(['/first'])
  expect(showMessageBox.mock.calls[0]![0].detail).toBe('/first: unforeseen. It was left untouched.')
})

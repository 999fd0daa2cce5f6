import { _electron, expect, test } from '@playwright/test'

interface Trial {
  ask(channel: string, ...values: unknown[]): Promise<unknown>
}
declare const trial: Trial

test('a page asks the main process over its preload', async () => {
  const app = await _electron.launch({ args: ['e2e/double-app'] })
  const page = await app.firstWindow()
  await expect(page.getByRole('heading')).toHaveText('Trial')
  expect(await page.evaluate(() => trial.ask('echo', new Date(0), [undefined], new Uint8Array([1])))).toEqual([
    new Date(0),
    [undefined],
    new Uint8Array([1]),
  ])
  await app.close()
})

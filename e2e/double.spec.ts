import { _electron, expect, test } from '@playwright/test'
test('opens', async () => {
  const app = await _electron.launch({ args: ['e2e/double-app'] })
  app.process().stderr!.on('data', (d) => process.stderr.write(d))
  const page = await app.firstWindow()
  await expect(page.getByRole('heading')).toHaveText('Trial')
  expect(await page.evaluate(() => (globalThis as any).trial.ask('echo', 1, new Date(0), [undefined], { a: new Uint8Array([1]) }))).toEqual([1, new Date(0), [undefined], { a: new Uint8Array([1]) }])
  console.log(await page.evaluate(() => (globalThis as any).startWorker()), page.url(), await page.evaluate(() => (globalThis as any).trial.required), await page.evaluate(() => (globalThis as any).trial.ask('who')))
  await app.close()
})

// The desk's daily moves, mostly by keyboard.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { answerOpen, chooseMenu, dropFiles, manuscript, newStory, openStory, paste, saved, toDesk } from './moves.ts'

const sample = 'orr-cable-quarrel'
const grid = (page: Page) => page.getByRole('grid', { name: 'Stories' })
const row = (page: Page, slug: string) => grid(page).getByRole('row').filter({ hasText: slug })
const chosen = (page: Page) => grid(page).getByRole('row', { selected: true })
const slugs = (page: Page) => grid(page).locator('.col-slug.mono').allTextContents()

/** Pastes a story on the desk and comes back to it. */
async function pasteStory(page: Page, text: string) {
  await grid(page).focus()
  await paste(page, text)
  await expect(manuscript(page)).toBeVisible()
  await toDesk(page)
}

const copy = (headline: string, slug: string) =>
  `${slug}\n\n${headline}\n\nHARBOUR TOWN: The ferry to the outer islands stops on Friday, its owner said.\n\n“We have no crew,” said Ada Marsh, who runs the line.\n\nBuses will carry passengers as far as the bridge.\n`

test.describe('stories on the desk', () => {
  test('a new one opens by key, has the caret, and stands on the desk with what was typed', async ({ window, cli }) => {
    await newStory(window)
    await expect(manuscript(window)).toBeFocused()
    await window.keyboard.type('Ferry stops on Friday')
    await saved(window)
    await toDesk(window)
    await expect(row(window, 'Ferry stops on Friday')).toBeVisible()
    expect((await cli('list')).out).toContain('Ferry stops on Friday')
  })

  test('one is made of what is pasted, plain or rich', async ({ window }) => {
    await grid(window).focus()
    await paste(window, copy('Ferry stops on Friday', 'FERRY'))
    await expect(manuscript(window)).toContainText('Buses will carry passengers')
    await expect(manuscript(window).locator('[data-kind="headline"], h1').first()).toContainText(/ferry/i)
    await toDesk(window)
    await paste(
      window,
      'Bridge opens\nIt opens at noon.',
      '<h1>Bridge opens</h1><p>It <b>opens</b> at noon.</p><script>globalThis.ran = 1</script>',
    )
    await expect(manuscript(window)).toContainText('It opens at noon.')
    await expect(manuscript(window).locator('strong')).toHaveText('opens')
    expect(await window.evaluate(() => (globalThis as { ran?: number }).ran)).toBe(undefined)
  })

  test('renaming keeps slugs apart', async ({ window, cli }) => {
    await newStory(window)
    await toDesk(window)
    await row(window, 'new-story').click()
    await window.keyboard.press('F2')
    const dialog = window.getByRole('dialog', { name: 'Rename new-story' })
    await expect(dialog.getByLabel('Slug')).toBeFocused()
    await window.keyboard.type(sample)
    await window.keyboard.press('Enter')
    await expect(dialog).toContainText(sample)
    await expect(dialog.getByText(/taken|already|another/i)).toBeVisible()
    await window.keyboard.press('ControlOrMeta+a')
    await window.keyboard.type('ferry-stops')
    await window.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(row(window, 'ferry-stops')).toBeVisible()
    expect((await slugs(window)).toSorted()).toEqual(['ferry-stops', sample])
    expect((await cli('show', 'ferry-stops')).code).toBe(0)
  })

  test('duplicating gives a second story with a slug of its own', async ({ window }) => {
    await row(window, sample).click()
    await window.keyboard.press('d')
    await expect.poll(async () => (await slugs(window)).length).toBe(2)
    const [copied] = (await slugs(window)).filter((slug) => slug !== sample)
    await expect(chosen(window)).toContainText(copied!)
    await window.keyboard.press('Enter')
    await expect(manuscript(window)).toContainText('This cable is lawful')
  })

  test('archiving takes it off the desk, undo and the archive bring it back', async ({ window, cli }) => {
    await row(window, sample).click()
    await window.keyboard.press('e')
    await expect(window.getByRole('heading', { name: 'The desk is clear' })).toBeVisible()
    await window.keyboard.press('u')
    await expect(row(window, sample)).toBeVisible()
    await window.keyboard.press('e')
    await expect(window.getByRole('heading', { name: 'The desk is clear' })).toBeVisible()
    await window.keyboard.press('6')
    await row(window, sample).click()
    await window.keyboard.press('e')
    await expect(window.getByRole('heading', { name: 'Nothing is archived' })).toBeVisible()
    await window.keyboard.press('1')
    await expect(row(window, sample)).toBeVisible()
    const { code, out } = await cli('verify')
    expect(code, out).toBe(0)
  })

  test('the list is walked by arrows and letters, and opened by Enter', async ({ window }) => {
    await pasteStory(window, copy('Ferry stops on Friday', 'FERRY'))
    await pasteStory(window, copy('Bridge opens at noon', 'BRIDGE'))
    await grid(window).focus()
    await window.keyboard.press('Home')
    const order = await slugs(window)
    expect(order).toHaveLength(3)
    const walk: [string, number][] = [
      ['ArrowDown', 1],
      ['j', 2],
      ['ArrowDown', 2],
      ['k', 1],
      ['ArrowUp', 0],
      ['End', 2],
      ['Home', 0],
    ]
    for (const [key, at] of walk) {
      await window.keyboard.press(key)
      await expect(chosen(window), key).toContainText(order[at]!)
    }
    await window.keyboard.press('ArrowDown')
    await window.keyboard.press('Enter')
    await expect(window.getByRole('heading', { name: order[1]! })).toBeVisible()
    await toDesk(window)
    await expect(chosen(window)).toContainText(order[1]!)
  })
})

test('who writes a name while the stories come in goes on writing it', async ({ page }) => {
  const held: (() => void)[] = []
  let holding = true
  await page.routeWebSocket(/.*/, (socket) => {
    const host = socket.connectToServer()
    const lists = new Set<unknown>()
    socket.onMessage((message) => {
      const { id, name } = JSON.parse(String(message)) as { id: number; name: string }
      if (name === 'desk.list') lists.add(id)
      host.send(message)
    })
    host.onMessage((message) => {
      const { id } = JSON.parse(String(message)) as { id?: number }
      if (holding && lists.has(id)) held.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  await page.reload()
  const name = page.getByRole('textbox', { name: 'Your name' })
  await name.fill('Ada')
  await expect.poll(() => held.length).toBeGreaterThan(0)
  holding = false
  for (const send of held) send()
  await expect(row(page, sample)).toBeVisible()
  await page.keyboard.type(' Marsh')
  await expect(name).toHaveValue('Ada Marsh')
})

test.describe('finding', () => {
  test('the search finds headlines, text, speakers and sources as one types', async ({ window }) => {
    await pasteStory(window, copy('Ferry stops on Friday', 'FERRY'))
    await window.keyboard.press('/')
    const found = async (words: string, slug: RegExp) => {
      await window.keyboard.press('ControlOrMeta+a')
      await window.keyboard.type(words)
      // The last search is shown until this one is answered.
      await expect.poll(async () => (await slugs(window)).join()).toMatch(slug)
      await expect(window.getByText('1 story matches')).toBeVisible()
    }
    await found('outer islands', /ferry/)
    await found('Ada Marsh', /ferry/)
    await found('cable', new RegExp(sample))
    await expect(grid(window).locator('mark').first()).toHaveText(/cable/i)
    await window.keyboard.press('ControlOrMeta+a')
    await window.keyboard.type('zebra')
    await expect(window.getByRole('heading', { name: 'No story here holds “zebra”' })).toBeVisible()
    await window.keyboard.press('Escape')
    await expect(grid(window)).toBeVisible()
    expect(await slugs(window)).toHaveLength(2)
    // From the field to the list and into the story without a mouse.
    await window.keyboard.press('/')
    await window.keyboard.type('outer islands')
    await expect(window.getByText('1 story matches')).toBeVisible()
    await window.keyboard.press('Enter')
    await window.keyboard.press('Enter')
    await expect(manuscript(window)).toContainText('outer islands')
  })

  test('the palette knows commands, their keys and stories', async ({ window }) => {
    await window.keyboard.press('ControlOrMeta+k')
    const palette = window.getByRole('dialog', { name: 'Command palette' })
    await expect(palette.getByRole('option').filter({ hasText: 'New story' })).toContainText(/Ctrl\+N|⌘N/)
    await window.keyboard.type('cable quarrel')
    await expect(palette.getByRole('option').first()).toContainText(sample)
    await window.keyboard.press('Enter')
    await expect(manuscript(window)).toContainText('This cable is lawful')
    await window.keyboard.press('ControlOrMeta+k')
    await window.keyboard.type('zzzz')
    await expect(palette).toContainText('Nothing is called that')
    await window.keyboard.press('Escape')
    await expect(palette).toBeHidden()
    await window.keyboard.press('ControlOrMeta+k')
    await window.keyboard.type('desk')
    await window.keyboard.press('Enter')
    await expect(grid(window)).toBeVisible()
  })

  test('the help lists the keys of where one is', async ({ window }) => {
    await window.keyboard.press('?')
    const help = window.getByRole('dialog', { name: 'Keys' })
    for (const title of ['New story', 'Archive story', 'Command palette', 'Search stories'])
      await expect(help.getByText(title, { exact: true })).toBeVisible()
    await help.getByLabel('Find a key').fill('duplic')
    await expect(help.getByText('Archive story')).toBeHidden()
    await expect(help.getByText('Duplicate story')).toBeVisible()
    await window.keyboard.press('Escape')
    await window.keyboard.press('Escape')
    await expect(help).toBeHidden()
    await openStory(window, sample)
    await window.keyboard.press('F1')
    await expect(help.getByText('Next thing to decide')).toBeVisible()
  })
})

test.describe('bringing files in', () => {
  const text = 'Bridge opens at noon\n\nThe bridge opens at noon, the county said.\n'

  test('dropped: one is in at once, of several the bad one is named and the others are in', async ({ window }) => {
    await dropFiles(window, '#screen', [{ name: 'bridge.txt', text }])
    await expect(window.getByText(/bridge\.txt is in as|1 story in/).first()).toBeVisible()
    await expect.poll(() => slugs(window)).toHaveLength(2)
    const open = window.getByRole('dialog')
    if (await open.isVisible()) await window.keyboard.press('Escape')
    await dropFiles(window, '#screen', [
      { name: 'one.md', type: 'text/markdown', text: `# One\n\n${text}` },
      { name: 'broken.docx', text: 'PK\u0003\u0004 cut off' },
      { name: 'two.html', type: 'text/html', text: `<h1>Two</h1><p>${text}</p>` },
    ])
    await expect(open).toContainText('2 stories in, 1 file refused')
    await expect(open.getByRole('alert')).toContainText('broken.docx')
    await window.keyboard.press('Escape')
    await expect.poll(() => slugs(window)).toHaveLength(4)
  })

  test('chosen in the system’s dialog', async ({ app, window, folder }) => {
    const file = join(folder, 'bridge.txt')
    writeFileSync(file, text)
    await answerOpen(app, file)
    await expect.poll(() => slugs(window)).toHaveLength(1)
    await window.keyboard.press('ControlOrMeta+o')
    await expect(window.getByText(/^bridge\.txt is in as /)).toBeVisible()
    await expect.poll(() => slugs(window)).toHaveLength(2)
  })

  test('chosen in the browser', async ({ page, folder }) => {
    const file = join(folder, 'bridge.txt')
    writeFileSync(file, text)
    const chooser = page.waitForEvent('filechooser')
    // The browser hands its dialog over only once it was told to; what the page answers comes after that.
    await page.evaluate(() => document.title)
    await page.keyboard.press('ControlOrMeta+o')
    await (await chooser).setFiles(file)
    await expect.poll(() => slugs(page)).toHaveLength(2)
  })

  test('handed over by the system, at the start or to the window that is open', async ({ launch, folder }) => {
    const first = join(folder, 'bridge.txt')
    writeFileSync(first, text)
    const { app, window } = await launch([first])
    await expect.poll(() => slugs(window)).toHaveLength(2)
    const second = join(folder, 'ferry.txt')
    writeFileSync(second, copy('Ferry stops on Friday', 'FERRY'))
    await app.evaluate(({ app: it }, path) => {
      it.emit('open-file', { preventDefault: () => undefined } as never, path)
    }, second)
    await expect.poll(() => slugs(window)).toHaveLength(3)
  })
})

test('what the command line brings in or restores stands on the desk at once', async ({ window, folder, cli }) => {
  const file = join(folder, 'bridge.txt')
  writeFileSync(file, 'Bridge opens at noon\n\nThe bridge opens at noon, the county said.\n')
  const imported = await cli('import', file)
  expect(imported.code, imported.err).toBe(0)
  await expect(row(window, 'Bridge opens at noon')).toBeVisible()
  const [slug] = (await slugs(window)).filter((one) => one !== sample)
  await openStory(window, slug!)
  await manuscript(window).click()
  await window.keyboard.press('ControlOrMeta+End')
  await window.keyboard.type(' Nobody else did.')
  await saved(window)
  // The command line writes while the story is open in the window: the window takes it up, and loses nothing.
  const restored = await cli('restore', slug!, '1')
  expect(restored.code, restored.err).toBe(0)
  await expect(manuscript(window)).not.toContainText('Nobody else did.')
  expect((await cli('log', slug!)).out).toMatch(/restore/i)
})

test('the clean text of a story is on the clipboard by key', async ({ window }) => {
  await openStory(window, sample)
  await window.keyboard.press('F9')
  const dialog = window.getByRole('dialog', { name: 'Copy clean' })
  await window.keyboard.press('0')
  await expect(dialog.getByRole('button', { name: /Copied together/ })).toBeVisible()
  await window.keyboard.press('Escape')
  await toDesk(window)
  await window.keyboard.press('/')
  await window.keyboard.press('ControlOrMeta+v')
  await expect(window.getByLabel('Search headlines, text, speakers and sources')).toHaveValue(/This cable is lawful/)
})

test('the menu of the system shows and does what the page offers', async ({ app, window }) => {
  await chooseMenu(app, 'story.new')
  await expect(manuscript(window)).toBeVisible()
  await chooseMenu(app, 'go.desk')
  await expect(grid(window)).toBeVisible()
  const shown = () =>
    app.evaluate(({ Menu }) => {
      const menu = Menu.getApplicationMenu()!
      return [menu.getMenuItemById('story.new')?.accelerator, menu.items.map(({ label }) => label).slice(0, 2)]
    })
  await expect.poll(shown).toEqual(['CommandOrControl+N', ['File', 'Edit']])
  await chooseMenu(app, 'go.settings')
  await expect(window.getByRole('textbox', { name: 'Name', exact: true })).toBeVisible()
})

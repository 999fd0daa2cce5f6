import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test, type ElectronApplication, type Page } from './fixtures.ts'
import { answerOpen, manuscript, openStory, picture, toDesk } from './moves.ts'
import { root } from './programs.ts'

const sample = (name: string) => resolve(root, 'resources/sample', name)

/** A newer item of the agency on the sample's subject, as the wire sends it: an item in ninjs. */
function ninjs(version: string, headline: string, text: string): string {
  return JSON.stringify({
    uri: 'urn:example:cable',
    standard: { name: 'ninjs', version: '1.3' },
    type: 'text',
    slugline: 'EU--Ardania-Cable',
    headline,
    version,
    versioncreated: '2026-10-06T18:10:00Z',
    provider: 'The Associated Press',
    body_text: text,
  })
}

async function toBasket(page: Page): Promise<void> {
  await page.keyboard.press('Alt+6')
  await expect(page.getByRole('heading', { name: 'Wire basket' })).toBeVisible()
}

/** Watches a folder; the items of the basket. */
async function watch(app: ElectronApplication, page: Page, folder: string) {
  await answerOpen(app, folder)
  await toBasket(page)
  await page.getByRole('button', { name: 'Watch a folder' }).last().click()
  return page.getByRole('listbox', { name: 'Wire' }).getByRole('option')
}

test('the wire of a watched folder comes in, and a story shows which of it it was made from', async ({
  app,
  window,
  folder,
  cli,
}) => {
  const wire = join(folder, 'wire')
  mkdirSync(wire)
  copyFileSync(resolve(root, 'e2e/material/flood-wire.txt'), join(wire, 'flood-wire.txt'))
  copyFileSync(sample('wire-ap.txt'), join(wire, 'other.txt'))
  writeFileSync(join(wire, 'picture.png'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]))
  const items = await watch(app, window, wire)
  // Each file is read in a process of its own.
  await expect(items).toHaveCount(2, { timeout: 30_000 })
  await expect(window.getByRole('button', { name: 'Files that could not be read' })).toHaveText('1 file was not read')

  await picture(window, 'basket-light')
  await cli('import', resolve(root, 'e2e/material/flood-story.txt'))
  await toDesk(window)
  await window.getByRole('grid', { name: 'Stories' }).getByText('River towns').dblclick()
  await expect(window.getByText(/PTI 1 looks like a source/)).toBeVisible()
  await picture(window, 'wire-proposed-light')
  await window.keyboard.press('ControlOrMeta+Alt+w')
  await expect(window.getByText('1 source was attached.')).toBeVisible()
  await expect(window.getByText(/looks like a source/)).toBeHidden()
  await expect(window.getByRole('tab', { name: /Sources/ })).toHaveText(/1/)
})

test('pasted wire is kept as it came, and a story starts from it', async ({ window, cli }) => {
  await toBasket(window)
  await window.keyboard.press('p')
  await window
    .getByRole('textbox', { name: 'Text of the wire' })
    .fill('SKARN (AP) — The ferry to Skarn stops on Monday.')
  await window.getByRole('textbox', { name: 'Slug' }).fill('EU--Ferry')
  await window.getByRole('button', { name: 'Put in the basket' }).click()
  await expect(window.getByRole('option', { name: /The ferry to Skarn stops/ })).toBeVisible()
  await window.getByRole('listbox', { name: 'Wire' }).focus()
  await window.keyboard.press('Enter')
  await expect(window.locator('.ProseMirror')).toContainText('The ferry to Skarn stops on Monday.')
  const shown = JSON.parse((await cli('show', 'eu-ferry', '--json')).out) as { sources: { agency: string }[] }
  expect(shown.sources.map(({ agency }) => agency)).toEqual(['AP'])
})

test('a newer version and a kill of what a story stands on are announced, with what can be done', async ({
  app,
  window,
  folder,
}) => {
  const wire = join(folder, 'wire')
  mkdirSync(wire)
  const newer = readFileSync(sample('wire-ap.txt'), 'utf8').replace('12 percent', '9 percent')
  writeFileSync(join(wire, 'v3.json'), ninjs('3', 'Cable is lawful', newer))
  await answerOpen(app, wire)
  await toBasket(window)
  await window.getByRole('button', { name: 'Watch a folder' }).last().click()
  await expect(window.getByText(/AP sent a newer version/)).toBeVisible()
  await toDesk(window)
  await openStory(window, 'orr-cable-quarrel')
  await expect(window.getByText(/EU--Ardania-Cable v2 has a newer version/)).toBeVisible()
  await expect(window.getByRole('tab', { name: /Quotations/ })).toHaveText(/\d/)
  await window.keyboard.press('F6')
  const update = window.getByRole('dialog', { name: 'Update from wire' })
  await expect(update).toContainText('changed, 1 used here')
  await picture(window, 'wire-update-light')
  await update.press('Enter')
  await expect(update).toContainText('Taken')
  await expect(manuscript(window)).toContainText('by about 9 per cent')
  await update.getByRole('button', { name: 'Use v3 as the source' }).click()
  await expect(window.getByText(/has a newer version/)).toBeHidden()

  writeFileSync(join(wire, 'kill.json'), ninjs('4', 'BULLETIN KILL: EU--Ardania-Cable', 'Kill the story. It is wrong.'))
  const alert = window.getByRole('alert').filter({ hasText: 'killed' })
  await expect(alert).toContainText('orr-cable-quarrel')
  await picture(window, 'wire-killed-light')
  await alert.getByRole('button', { name: 'I have read this' }).click()
  await expect(alert).toBeHidden()
  await expect(window.getByText(/EU--Ardania-Cable v3 was killed/)).toBeVisible()
})

/** Three items on one matter, each as another system sends it: NITF, IPTC 7901, ANPA 1312. */
const wires: Readonly<Record<string, string>> = {
  'orr.xml': `<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.4/specification/dtd/nitf-3-4.dtd">
<nitf><head><docdata><doc-id regsrc="AP" id-string="orr-1"/><date.issue norm="20260305T143000-0500"/>
<du-key key="EU--Orr-Ferry" version="2"/><ed-msg info="ADDS vote"/></docdata></head>
<body><body.head><hedline><hl1>Orr keeps its night ferry</hl1></hedline><byline>By NELA ORRIN</byline></body.head><body.content><block>
<p>ORR, Ardania (AP) — The council of Orr voted on Tuesday to keep the night ferry, which loses two million crowns a year.</p>
<p>Mayor Ada Marsh said the sale to a freight company had been turned down after three hours of talks behind closed doors.</p>
</block></body.content></body></nitf>`,
  'orr.txt':
    '\u0001orr0061 4 i 61 ccccb   dpa 061\r\n\nArdania/bridge/\r\n\u00021ST LEAD\r\nSkarn bridge to open in spring =\r\n\n' +
    '   Skarn (dpa) - Engineers finished the last span of the Skarn bridge\r\non Monday, nine months late and at twice the price that was agreed\r\nwhen the work began.\r\n\n' +
    '   Four lanes will carry traffic across the sound by the end of April\r\nif the weather holds, the transport ministry announced.\r\n\u0003051930 GMT Mar 26\r\n\u007f\u0004',
  'orr.tst':
    '\u0016\u0016\u0001a0042\u001forr--\r\nr i\u0013\u0011 BC-EU--Orr-Fares 1stLd-Writethru   03-05 0061\r\n\u0002^BC-EU--Orr-Fares, 1st Ld-Writethru,61<\r\n' +
    '^Fares on the sound to rise by a fifth<\r\n\t   NORDAL (AFP) _ Passengers will pay a fifth more for crossings of the sound from June, the operator told its shareholders in a letter.\r\n' +
    "\t   ``Fuel has doubled and nobody else will pay for it,'' wrote Tomas Rell, who has run the company since its founding.\r\n" +
    '\t   \u0003AFP-NY-03-05-26 1430EST<\r\n\f\r\n\u0004',
}
const story = `Orr keeps its ferry as fares rise and a bridge nears its end
The council of Orr voted on Tuesday to keep the night ferry, which loses two million crowns a year.
Mayor Ada Marsh said the sale to a freight company had been turned down after three hours of talks behind closed doors.
Engineers finished the last span of the Skarn bridge on Monday, nine months late and at twice the price that was agreed when the work began.
Four lanes will carry traffic across the sound by the end of April if the weather holds, the transport ministry announced.
Passengers will pay a fifth more for crossings of the sound from June, the operator told its shareholders in a letter.
"Fuel has doubled and nobody else will pay for it," wrote Tomas Rell, who has run the company since its founding.`

test('a watched folder takes wire in NITF, IPTC 7901 and ANPA 1312, and a story shows that it was made from them', async ({
  app,
  window,
  folder,
  cli,
}) => {
  const wire = join(folder, 'wire')
  mkdirSync(wire)
  for (const [name, text] of Object.entries(wires)) writeFileSync(join(wire, name), text)
  const items = await watch(app, window, wire)
  await expect(items).toHaveCount(3, { timeout: 30_000 })
  await expect(items.filter({ hasText: 'Orr keeps its night ferry' })).toContainText('EU--Orr-Ferry · v2')
  await expect(items.filter({ hasText: 'Skarn bridge to open in spring' })).toContainText('Ardania/bridge · 1ST LEAD')
  await expect(items.filter({ hasText: 'Fares on the sound' })).toContainText('BC-EU--Orr-Fares · 1stLd-Writethru')
  await picture(window, 'wire-formats-light')

  writeFileSync(join(folder, 'story.txt'), story)
  await cli('import', join(folder, 'story.txt'))
  await toDesk(window)
  await window.getByRole('grid', { name: 'Stories' }).getByText('Orr keeps its ferry').dblclick()
  await expect(window.getByText(/look like sources/)).toContainText(/AFP 1/)
  await expect(window.getByText(/look like sources/)).toContainText(/AP 1/)
  await expect(window.getByText(/look like sources/)).toContainText(/dpa 1/i)
  await window.keyboard.press('ControlOrMeta+Alt+w')
  await expect(window.getByText('3 sources were attached.')).toBeVisible()

  // The first agency sends word that nothing of it may run.
  writeFileSync(
    join(wire, 'kill.xml'),
    wires['orr.xml']!.replace('<docdata>', '<docdata management-status="canceled">'),
  )
  await expect(window.getByRole('alert').filter({ hasText: 'AP killed “Orr keeps its night ferry”' })).toBeVisible({
    timeout: 30_000,
  })
})

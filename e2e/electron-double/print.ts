import type { PrintToPDFOptions } from 'electron'
import type { Cdp } from './cdp.ts'
import { NotDoubled, onlyKnown } from './refuse.ts'

// In inches, as Chromium is told them.
const sheets: Record<string, [number, number]> = {
  A3: [11.7, 16.5],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
}

const known = [
  'landscape',
  'displayHeaderFooter',
  'printBackground',
  'scale',
  'pageSize',
  'margins',
  'pageRanges',
  'headerTemplate',
  'footerTemplate',
  'preferCSSPageSize',
  'generateTaggedPDF',
  'generateDocumentOutline',
]

/** Chromium's own PDF of a page, with Electron's options (api/web-contents#contentsprinttopdfoptions). */
export async function printToPdf(
  ask: (params: Cdp.Page.printToPDFParameters) => Promise<Cdp.Page.printToPDFReturnValue>,
  options: PrintToPDFOptions,
): Promise<Buffer> {
  onlyKnown('printToPDF', options, known)
  const { pageSize = 'Letter', margins, ...same } = options
  const sheet =
    typeof pageSize === 'string' ? sheets[pageSize] : ([pageSize.width, pageSize.height] as [number, number])
  if (!sheet) throw new NotDoubled(`the page size ${JSON.stringify(pageSize)}`)
  const edges = margins && {
    marginTop: margins.top ?? 0.4,
    marginBottom: margins.bottom ?? 0.4,
    marginLeft: margins.left ?? 0.4,
    marginRight: margins.right ?? 0.4,
  }
  const { data } = await ask({ ...(same as object), paperWidth: sheet[0], paperHeight: sheet[1], ...edges })
  return Buffer.from(data, 'base64')
}

import { PDFDict, PDFDocument, PDFName, type PDFObject } from 'pdf-lib'

export type ReadFont = { name: string; isEmbedded: boolean; isSubset: boolean; hasUnicode: boolean }

/** The fonts that the pages of a PDF name: whether they come with the file, cut to what is used, and can be read back as text. */
export async function listFonts(pdf: Uint8Array): Promise<ReadFont[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const found = new Map<PDFDict, ReadFont>()
  for (const page of document.getPages()) {
    const fonts = page.node.Resources()?.lookup(PDFName.of('Font'))
    if (!(fonts instanceof PDFDict)) continue
    for (const key of fonts.keys()) {
      const font = fonts.lookup(key)
      if (font instanceof PDFDict) found.set(font, readFont(font))
    }
  }
  return [...found.values()]
}

function readFont(font: PDFDict): ReadFont {
  const name = String(font.lookup(PDFName.of('BaseFont'))).replace(/^\//, '')
  const inner = childOf(font.lookup(PDFName.of('DescendantFonts'))) ?? font
  const descriptor = inner.lookup(PDFName.of('FontDescriptor'))
  const isEmbedded =
    descriptor instanceof PDFDict &&
    ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.lookup(PDFName.of(key)) !== undefined)
  const hasUnicode = font.lookup(PDFName.of('ToUnicode')) !== undefined
  return { name, isEmbedded, isSubset: /^[A-Z]{6}\+/.test(name), hasUnicode }
}

function childOf(list: PDFObject | undefined): PDFDict | undefined {
  const child = list && 'lookup' in list && typeof list.lookup === 'function' ? list.lookup(0) : undefined
  return child instanceof PDFDict ? child : undefined
}

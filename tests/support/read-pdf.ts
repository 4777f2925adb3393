import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type ReadPdf = { pages: string[]; width: number; height: number }

/** The text of every page, with single spaces, and the size of the last page in points. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  const pages: string[] = []
  let size = { width: 0, height: 0 }
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    size = { width: Math.round(width), height: Math.round(height) }
    const { items } = await page.getTextContent()
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    )
  }
  return { pages, ...size }
}

/** The heights in points of the text of every page, each once. */
export async function listTextSizes(pdf: Uint8Array): Promise<number[]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  const sizes = new Set<number>()
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    for (const item of items)
      if ('str' in item && item.str.trim()) sizes.add(Math.round(item.height * 10) / 10)
  }
  return [...sizes]
}

/** Whether anything is drawn in a colour that is not a grey. */
export async function hasColour(pdf: Uint8Array): Promise<boolean> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  for (let number = 1; number <= document.numPages; number++) {
    const { fnArray, argsArray } = await (await document.getPage(number)).getOperatorList()
    const isTinted = fnArray.some((operator, i) => {
      if (operator !== OPS.setFillRGBColor && operator !== OPS.setStrokeRGBColor) return false
      const [colour] = argsArray[i] as [string]
      return colour.slice(1, 3) !== colour.slice(3, 5) || colour.slice(3, 5) !== colour.slice(5, 7)
    })
    if (isTinted) return true
  }
  return false
}

/** Text that reaches over the left or right margin of its page, with its page counted from 1. */
export async function listOverflow(pdf: Uint8Array, margin: number): Promise<string[]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  const found: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const left: number = item.transform[4]
      if (left < margin - 1 || left + item.width > width - margin + 1) found.push(`${number}: ${item.str}`)
    }
  }
  return found
}

/**
 * Lines of text that are longer than the eye follows to the next one, with their pages counted from 1.
 * @param given letters of `from` to `to` points and lines longer than `longest` points are looked at; nothing below `bottom` is
 */
export async function listLongLines(
  pdf: Uint8Array,
  given: { from: number; to: number; longest: number; bottom: number },
): Promise<string[]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  const found: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    let line = { left: 0, right: 0, y: 0, text: '' }
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      if (item.height < given.from || item.height > given.to + 0.1) continue
      const [left, y]: [number, number] = [item.transform[4], item.transform[5]]
      if (y < given.bottom) continue
      // What follows on the same line without the gap of a column is the same line.
      const goesOn = Math.abs(y - line.y) < 1 && left >= line.right - 1 && left - line.right < item.height
      if (goesOn) line = { ...line, right: left + item.width, text: line.text + item.str }
      else line = { left, right: left + item.width, y, text: item.str }
      if (line.right - line.left > given.longest) found.push(`${number}: ${line.text}`)
    }
  }
  return found
}

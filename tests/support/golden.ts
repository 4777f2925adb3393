import { createRequire } from 'node:module'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readPng, writePng, type GreyPicture } from './grey-picture.ts'

const folder = fileURLToPath(new URL('../golden', import.meta.url))
const left = join(tmpdir(), 'panelist-golden')
const pointsPerPixel = 1.2

/** Levels of sixteen by which a pixel may differ, and how many may differ by more: edges of letters, never a word. */
const tolerance = { levels: 3, pixels: 10 }

const howToRemake =
  'UPDATE_GOLDEN=1 npm run test:unit -- --project unit app/documents/whole-documents.test.ts'

/** Whether pdf.js finds the canvas that it can do without on systems nobody built it for. */
export function canDraw(): boolean {
  try {
    return createRequire(import.meta.url).resolve('@napi-rs/canvas') !== ''
  } catch {
    return false
  }
}

type Drawn = { data: Uint8ClampedArray }
type Surface = {
  canvas: HTMLCanvasElement
  context: CanvasRenderingContext2D & {
    getImageData(x: number, y: number, width: number, height: number): Drawn
  }
}

/** Draws a page as pdf.js does in a browser, with the fonts of the file alone. */
export async function drawPage(pdf: Uint8Array, number: number): Promise<GreyPicture> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: false }).promise
  const page = await document.getPage(number)
  const viewport = page.getViewport({ scale: 1 / pointsPerPixel })
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)]
  // why: the types say nothing of what the factory makes; in Node it is a canvas of @napi-rs/canvas.
  const factory = document.canvasFactory as { create(width: number, height: number): Surface }
  const { canvas, context } = factory.create(width, height)
  await page.render({ canvas, canvasContext: context, viewport }).promise
  const { data } = context.getImageData(0, 0, width, height)
  const levels = new Uint8Array(width * height)
  for (let i = 0; i < levels.length; i++) {
    const [red = 0, green = 0, blue = 0] = data.subarray(4 * i, 4 * i + 3)
    levels[i] = Math.round((red * 0.3 + green * 0.59 + blue * 0.11) / 17)
  }
  return { width, height, levels }
}

/**
 * Compares a page with its picture in tests/golden, or makes the picture anew when UPDATE_GOLDEN is set.
 * @returns what is wrong, and where the pictures to look at were left; nothing when the page is as it was
 */
export async function compareWithGolden(
  name: string,
  pdf: Uint8Array,
  number: number,
): Promise<string | null> {
  const file = `${name}-${number}`
  const actual = await drawPage(pdf, number)
  const path = join(folder, `${file}.png`)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, writePng(actual))
    return null
  }
  if (!existsSync(path)) return `${file}.png does not exist; ${howToRemake} makes it`
  const expected = readPng(readFileSync(path))
  const difference = subtract(actual, expected)
  if (difference.pixels <= tolerance.pixels) return null
  mkdirSync(left, { recursive: true })
  const leave = (kind: string, picture: GreyPicture) =>
    writeFileSync(join(left, `${file}-${kind}.png`), writePng(picture))
  leave('actual', actual)
  leave('expected', expected)
  leave('difference', difference.picture)
  return `page ${number} of ${name} differs in ${difference.pixels} pixels; look at ${left}/${file}-*.png; if it is meant, ${howToRemake} takes the picture anew`
}

/** What differs stands black on what is expected, in pale. */
function subtract(actual: GreyPicture, expected: GreyPicture): { pixels: number; picture: GreyPicture } {
  const { width, height } = expected
  if (actual.width !== width || actual.height !== height) return { pixels: Infinity, picture: actual }
  let pixels = 0
  const levels = expected.levels.map((level, i) => {
    const isOther = Math.abs(level - (actual.levels[i] ?? 0)) > tolerance.levels
    if (isOther) pixels++
    return isOther ? 0 : 12 + (level >> 2)
  })
  return { pixels, picture: { width, height, levels } }
}

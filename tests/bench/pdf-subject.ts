import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, Page, renderToBuffer, View, Canvas } from '@react-pdf/renderer'
import { create } from 'fontkit'
import { createElement } from 'react'
import { loadFonts } from '#app/documents/fonts.server.ts'
import { composeKits, type KitsProps } from '#app/documents/kits/compose-kits.ts'
import { fontChain, fontFamilies } from '#app/documents/parts/theme.ts'
import { drawComposition, type Composition } from '#app/documents/press/compose.ts'
import { isTextRun, type DrawnFile } from '#app/documents/press/drawing.ts'
import { forgetBlocks } from '#app/documents/press/lay-out.ts'
import { writeFile } from '#app/documents/press/write-file.ts'
import { listCards } from './pdf-thread-subject.ts'

// What the benchmark of printing measures, built once into one module that Node can load.
export { readPdf } from '#tests/support/read-pdf.ts'
export { drawComposition, forgetBlocks, writeFile }

const fontFolder = 'public/fonts/pdf'
loadFonts(fontFolder)

/** The fonts that the documents are set in, by weight: their files, and opened once for whoever draws by hand. */
export const fontFiles = Object.fromEntries(
  fontChain[0].weights.map((weight) => [
    String(weight),
    join(fontFolder, `${fontChain[0].file}-${weight}-normal.woff`),
  ]),
)
export const openFonts = Object.fromEntries(
  Object.entries(fontFiles).map(([weight, file]) => [weight, create(readFileSync(file))]),
)

/** Cards of two pages: kits of two questions, each for another candidate. */
export function composeCards(count: number, from = 0): Promise<Composition> {
  const props: KitsProps = {
    kits: listCards(count, from),
    as: 'kit',
    paper: 'a4',
    size: 'compact',
    ink: 'grey',
    title: 'Cards',
    createdAt: new Date(0),
  }
  return composeKits(props)
}

/** The same pages as a document of stock react-pdf, which measures every block again. */
export async function renderStock(composition: Composition): Promise<Uint8Array> {
  const pages = composition.pages.map((page, i) =>
    createElement(
      Page,
      { key: i, size: [page.width, page.height], style: { fontFamily: fontFamilies } },
      page.placed.map(({ block, x, y }, j) =>
        createElement(
          View,
          { key: j, style: { position: 'absolute', left: x, top: y, width: block.width } },
          block.element,
        ),
      ),
      createElement(Canvas, {
        // It draws beyond its box; a box as high as the page would be moved to the next one.
        style: { position: 'absolute', left: 0, top: 0, width: 1, height: 1 },
        paint: (painter) => {
          painter.strokeColor('#737373').lineWidth(0.5)
          for (const { columns, y, pitch, count } of page.lines)
            for (let line = 1; line <= count; line++)
              for (const { x, width } of columns)
                painter.moveTo(x, y + line * pitch).lineTo(x + width, y + line * pitch)
          painter.stroke()
          return null
        },
      }),
    ),
  )
  const { title, createdAt } = composition
  return new Uint8Array(
    await renderToBuffer(createElement(Document, { title, creationDate: createdAt, language: 'en' }, pages)),
  )
}

export type DrawnLine = { text: string; x: number; y: number; size: number; weight: string }
export type DrawnStroke = { x1: number; y1: number; x2: number; y2: number }

/** The words and the straight rules of each page at their places, for those who draw them by other means. */
export function listMarks(file: DrawnFile): { lines: DrawnLine[]; strokes: DrawnStroke[] }[] {
  return file.pages.map(({ placed }) => {
    const lines: DrawnLine[] = []
    const strokes: DrawnStroke[] = []
    for (const { drawing, x: left, y: top } of placed) {
      let from: [number, number] | undefined
      for (const step of drawing.steps) {
        if (isTextRun(step)) {
          const text = step.glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints)).join('')
          const name = step.font.postscriptName ?? ''
          const isSemi = name.endsWith('SemiBold')
          const weight = isSemi ? '600' : name.endsWith('Bold') ? '700' : '400'
          lines.push({ text, x: left + step.x, y: top + step.y, size: step.size, weight })
          continue
        }
        if (typeof step !== 'string') continue
        for (const [, x = '', y = '', operator] of step.matchAll(/(-?[\d.]+) (-?[\d.]+) ([ml])(?= |$)/g)) {
          const at: [number, number] = [left + Number(x), top + Number(y)]
          if (operator === 'l' && from) strokes.push({ x1: from[0], y1: from[1], x2: at[0], y2: at[1] })
          from = at
        }
        const frame = /^(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) re$/.exec(step)
        if (frame) {
          const [x = 0, y = 0, width = 0, height = 0] = frame.slice(1).map(Number)
          const [x1, y1, x2, y2] = [left + x, top + y, left + x + width, top + y + height]
          strokes.push(
            { x1, y1, x2, y2: y1 },
            { x1: x2, y1, x2, y2 },
            { x1, y1: y2, x2, y2 },
            { x1, y1, x2: x1, y2 },
          )
        }
      }
    }
    return { lines, strokes }
  })
}

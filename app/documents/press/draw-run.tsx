import { Document } from '@react-pdf/renderer'
import { createElement, Fragment } from 'react'
import { cutIntoPieces } from '#app/documents/parts/in-pieces.ts'
import { lookOf, LookContext, type Look, type PrintStyle } from '#app/documents/parts/look.ts'
import { Sheet } from '#app/documents/parts/sheet.tsx'
import { margin, paperPoints } from '#app/documents/parts/theme.ts'
import { drawComposition, drawLines } from './compose.ts'
import { composeFlow, type FlowPart } from './compose-flow.ts'
import type { Drawing, DrawnFile } from './drawing.ts'
import { bodyHeightOf, placeFooter } from './footer.ts'
import { joinFiles } from './join-files.ts'
import { drawDocument, layOutBlocks } from './lay-out.ts'
import { blockSetter, measure } from './set-block.ts'

/** After so many parts whoever asked is told, and may have left. */
const measuredAtOnce = 40

type Print = PrintStyle & { title: string; createdAt: Date }
type Watch = (share: number) => void

/**
 * Draws parts one below the other without footers. Each is measured once and stands on one page whole; one that is higher than a page is cut
 * where pages end, which costs more, since all that is left of it is laid out again at every page.
 */
export async function drawRun(parts: readonly FlowPart[], print: Print, watch: Watch): Promise<DrawnFile> {
  const look = lookOf(print.size, print.ink)
  const paper = paperPoints[print.paper]
  const set = blockSetter(look, paper.width - 2 * margin)
  const highest = bodyHeightOf(paper.height, look)
  const runs: { isLong: boolean; parts: FlowPart[] }[] = []
  let done = 0
  for (const piece of cutIntoPieces(parts, measuredAtOnce)) {
    const measured = await measure(piece.map(({ key, element }) => set(key, element)))
    for (const [i, part] of piece.entries()) addPart(runs, part, (measured[i]?.height ?? 0) > highest)
    done += piece.length
    watch(done / parts.length)
  }
  const files: DrawnFile[] = []
  for (const run of runs) {
    if (run.isLong) files.push(await drawLong(run.parts, { look, print }))
    else {
      const file = await drawComposition(await composeFlow({ parts: run.parts }, print))
      // The title of the whole stands on its first page.
      files.push({ ...file, headings: file.headings.filter(({ level }) => level > 1) })
    }
  }
  return joinFiles(files)
}

/** A head stays with what follows it, however long that is. */
function addPart(runs: { isLong: boolean; parts: FlowPart[] }[], part: FlowPart, isLong: boolean): void {
  const last = runs.at(-1)
  if (!isLong) {
    if (last && !last.isLong) last.parts.push(part)
    else runs.push({ isLong, parts: [part] })
    return
  }
  const heads: FlowPart[] = []
  while (last && !last.isLong && last.parts.at(-1)?.isHead) heads.unshift(...last.parts.splice(-1))
  if (last?.parts.length === 0) runs.pop()
  runs.push({ isLong, parts: [...heads, part] })
}

function drawLong(
  parts: readonly FlowPart[],
  { look, print }: { look: Look; print: Print },
): Promise<DrawnFile> {
  return drawDocument(
    <LookContext value={look}>
      <Document title={print.title} creationDate={print.createdAt}>
        <Sheet paper={print.paper}>
          {parts.map(({ element }, i) => createElement(Fragment, { key: i }, element))}
        </Sheet>
      </Document>
    </LookContext>,
  )
}

/** The same file with a footer on every page, counted through. */
export async function addFooters(file: DrawnFile, text: string, look: Look): Promise<DrawnFile> {
  const feet = file.pages.map((page, i) => {
    const set = blockSetter(look, page.width - 2 * margin)
    return placeFooter({ text, pages: `Page ${i + 1} of ${file.pages.length}`, set, look, paper: page })
  })
  const laid = await layOutBlocks(feet.flatMap(({ placed }) => placed.map(({ block }) => block)))
  const rules = new Map<string, Drawing>()
  let next = 0
  const pages = file.pages.map((page, i) => {
    const foot = feet[i]
    if (!foot) return page
    const words = foot.placed.map(({ x, y }) => ({ drawing: laid[next++]?.drawing ?? { steps: [] }, x, y }))
    const key = JSON.stringify(foot.rule)
    const rule = rules.get(key) ?? drawLines([foot.rule])
    rules.set(key, rule)
    return { ...page, placed: [...page.placed, ...words, { drawing: rule, x: 0, y: 0 }] }
  })
  return { ...file, pages }
}

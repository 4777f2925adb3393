import { pdfNumber, type Drawing, type DrawnFile, type Heading, type StructureElement } from './drawing.ts'
import { layOutBlocks, type Block } from './lay-out.ts'
import type { Spot, SpotName } from './spots.ts'
import { placeStructure } from './tag-tree.ts'

/** Lines to write on: `count` rules under each column, the first a pitch below `y`. */
export type Lines = {
  columns: readonly { x: number; width: number }[]
  y: number
  pitch: number
  count: number
  /** A frame to type in under each column instead of rules, by the name of its field. */
  fields?: readonly SpotName[] | undefined
}

/** `table` names the table that a block is a row of; rows of one table may stand on several pages. */
export type PlacedBlock = { block: Block; x: number; y: number; table?: string | undefined }

export type ComposedPage = {
  width: number
  height: number
  placed: readonly PlacedBlock[]
  lines: readonly Lines[]
}

/** Pages whose blocks are measured and placed; drawing them needs no more decisions. */
export type Composition = {
  title: string
  createdAt: Date
  pages: readonly ComposedPage[]
  headings: readonly Heading[]
  /** A file of many that share their blocks is not tagged: what is shared is written once and can name no page. */
  isTagged: boolean
}

/**
 * Draws every block once, and the lines between them.
 * @param drawnLines lines of other compositions of the same file, so that equal ones are one drawing; more are added
 */
export async function drawComposition(
  composition: Composition,
  drawnLines = new Map<string, Drawing>(),
): Promise<DrawnFile> {
  const { title, createdAt, isTagged } = composition
  const laid = await layOutBlocks(composition.pages.flatMap(({ placed }) => placed.map(({ block }) => block)))
  const structure: StructureElement[] = []
  const tables = new Map<string, StructureElement['kids']>()
  const headings: Heading[] = []
  let next = 0
  const pages = composition.pages.map(({ width, height, placed, lines }, page) => {
    headings.push(...composition.headings.filter(({ pageIndex }) => pageIndex === page))
    const drawings = placed.map(({ x, y, table }, i) => {
      const block = laid[next++]
      if (!block) throw new Error('A block was not drawn.')
      if (isTagged) {
        const elements = block.structure.map((element) => placeStructure(element, { page, placed: i, x, y }))
        const rows = table === undefined ? undefined : tableOf(table, tables, structure)
        // A row that is laid out alone stands in a table of its own.
        if (rows)
          rows.push(...elements.flatMap((element) => (element.tag === 'Table' ? element.kids : element)))
        else structure.push(...elements)
        for (const heading of block.headings)
          // The title of a file's part is named by the composition.
          if (heading.level > 1) headings.push({ ...heading, pageIndex: page, top: heading.top + y })
      }
      return { drawing: block.drawing, x, y }
    })
    if (lines.length === 0) return { width, height, placed: drawings }
    const key = JSON.stringify(lines)
    const drawing = drawnLines.get(key) ?? drawLines(lines)
    drawnLines.set(key, drawing)
    return { width, height, placed: [...drawings, { drawing, x: 0, y: 0 }] }
  })
  return { title, createdAt, pages, headings, structure: isTagged ? structure : undefined }
}

/** The rows of a table so far; the first one opens it. */
function tableOf(
  name: string,
  tables: Map<string, StructureElement['kids']>,
  structure: StructureElement[],
): StructureElement['kids'] {
  let kids = tables.get(name)
  if (!kids) {
    tables.set(name, (kids = []))
    structure.push({ tag: 'Table', kids })
  }
  return kids
}

/** All rules of a page as one stroke. */
export function drawLines(lines: readonly Lines[]): Drawing {
  const frames = lines.flatMap(listFrames).map(({ x, y, width, height }) => {
    const box = [x, y, width, height].map(pdfNumber).join(' ')
    return `${box} re`
  })
  const rules = lines.filter(({ fields }) => fields === undefined)
  const path = rules.flatMap(({ columns, y, pitch, count }) =>
    Array.from({ length: count }, (_, i) => pdfNumber(y + (i + 1) * pitch)).flatMap((at) =>
      columns.map(({ x, width }) => `${pdfNumber(x)} ${at} m ${pdfNumber(x + width)} ${at} l`),
    ),
  )
  return { steps: ['0.45 G', '0.5 w', ...frames, ...path, 'S'] }
}

/** The frames to type in among these lines. */
export function listFrames({ columns, y, pitch, count, fields = [] }: Lines): Spot[] {
  return fields.flatMap((field, i) => {
    const column = columns[i]
    return column ? [{ ...field, x: column.x, y: y + 3, width: column.width, height: count * pitch - 3 }] : []
  })
}

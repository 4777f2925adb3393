import layoutDocument from '@react-pdf/layout'
import renderNodes from '@react-pdf/render'
import { Document, Font, Page, pdf, View } from '@react-pdf/renderer'
import { createElement, type ReactElement } from 'react'
import { fontFamilies } from '#app/documents/parts/theme.ts'
import type { Drawing, DrawnFile, Heading, StructureElement } from './drawing.ts'
import { createPen, type Pen } from './pen.ts'
import { listSpots, type Spot } from './spots.ts'
import { strokeBorders, type LaidNode } from './stroke-borders.ts'
import { createTagTree, numberNodes } from './tag-tree.ts'

/** A part of a document that is measured once: equal keys mean equal content. */
export type Block = { key: string; width: number; element: ReactElement }

export type LaidBlock = {
  height: number
  drawing: Drawing
  spots: readonly Spot[]
  structure: readonly StructureElement[]
  headings: readonly Heading[]
}

/** Enough for every question of a large bank in two sizes. */
const mostKept = 1_000
const kept = new Map<string, LaidBlock>()

/**
 * Measures and draws blocks, each content once as long as it is remembered.
 * @param blocks widths in points
 */
export async function layOutBlocks(blocks: readonly Block[]): Promise<LaidBlock[]> {
  const missing = new Map(
    blocks.filter(({ key }) => !kept.has(key)).map((block) => [block.key, block] as const),
  )
  const laid = await layOutNew([...missing.values()])
  const answers = blocks.map(({ key }) => {
    const block = kept.get(key) ?? laid.get(key)
    if (!block) throw new Error('A block was not laid out.')
    // Put back at the end, so that what leaves first is what nobody needed longest.
    kept.delete(key)
    kept.set(key, block)
    return block
  })
  for (const key of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(key)
  }
  return answers
}

/** Throws away what was laid out, since it may hold names and notes. */
export function forgetBlocks(): void {
  kept.clear()
}

async function layOutNew(blocks: readonly Block[]): Promise<Map<string, LaidBlock>> {
  if (blocks.length === 0) return new Map()
  const width = Math.max(...blocks.map((block) => block.width))
  const sheet = createElement(
    Page,
    { size: [width, 100_000], wrap: false, style: { fontFamily: fontFamilies } },
    blocks.map((block) =>
      createElement(View, { key: block.key, style: { width: block.width, flexShrink: 0 } }, block.element),
    ),
  )
  const root = await layOut(createElement(Document, {}, sheet))
  const nodes = root.children?.[0]?.children ?? []
  const pen = createPen()
  const trees = nodes.map(() => createTagTree(pen.mark))
  const pages = nodes.map((node, i) => {
    const box = { ...node.box, left: 0, top: 0 }
    const page = { type: 'PAGE', box, style: {}, props: {}, children: [{ ...node, box }] }
    return trees[i]?.tagPage(page, 0) ?? page
  })
  render(pen, { ...root, children: pages })
  return new Map(
    blocks.map((block, i) => {
      const page = pen.pages[i]
      const node = nodes[i]
      const tree = trees[i]
      if (!page || !node || !tree) throw new Error('A block was not drawn.')
      const { height, drawing } = page
      const { structure, headings } = tree
      return [block.key, { height, drawing, spots: listSpots(node), structure, headings }]
    }),
  )
}

/** Lays out and draws a document that finds its own page breaks. */
export async function drawDocument(element: ReactElement): Promise<DrawnFile> {
  const root = await layOut(element)
  const pen = createPen()
  const tree = createTagTree(pen.mark)
  render(pen, { ...root, children: root.children?.map((page, i) => tree.tagPage(page, i)) })
  const { title, creationDate } = root.props ?? {}
  return {
    title: typeof title === 'string' ? title : '',
    createdAt: creationDate instanceof Date ? creationDate : new Date(0),
    pages: pen.pages.map(({ width, height, drawing }) => ({
      width,
      height,
      placed: [{ drawing, x: 0, y: 0 }],
    })),
    headings: tree.headings,
    structure: tree.structure,
  }
}

async function layOut(element: ReactElement): Promise<LaidNode> {
  // why: a component that returns a Document is an element of its own kind; the renderer looks at what it renders.
  const { container } = pdf(element as Parameters<typeof pdf>[0])
  // why: the tree is react-pdf's own; only what `LaidNode` names is looked at.
  numberNodes(container.document as LaidNode)
  // why: the types leave out the fonts, which the function takes and cannot do without.
  const lay = layoutDocument as (document: unknown, fonts: unknown) => Promise<unknown>
  return strokeBorders((await lay(container.document, Font)) as LaidNode)
}

function render(pen: Pen, root: LaidNode): void {
  // why: the pen stands in for a pdfkit document, as far as our documents draw.
  const draw = renderNodes as (context: unknown, root: unknown) => void
  draw(pen.context, root)
}

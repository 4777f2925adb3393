import { createElement, type ReactElement } from 'react'
import { lookOf, type Look, type PrintStyle } from '#app/documents/parts/look.ts'
import { tagged } from '#app/documents/parts/tags.ts'
import { margin, paperPoints } from '#app/documents/parts/theme.ts'
import { Words } from '#app/documents/parts/words.tsx'
import type { ComposedPage, Composition } from './compose.ts'
import { bodyHeightOf, placeFooter } from './footer.ts'
import { blockSetter, measure } from './set-block.ts'

/** Something that stands on one page whole. */
export type FlowPart = {
  /** Equal keys mean equal content. */
  key: unknown
  element: ReactElement
  /** Points that are kept free above it, unless it begins a page. */
  before?: number
  /** Never the last on a page. */
  isHead?: boolean
  /** Begins a page. */
  isFirst?: boolean
  /** The head of the table that it is a row of; stands again on every page on which the table goes on. */
  under?: { key: unknown; element: ReactElement }
}

export type Flow = {
  /** Left in the footer of every page; without it the pages are part of a file that gets its footers later. */
  footer?: string | undefined
  /** Stands at the head of every page. */
  draftMark?: string | undefined
  isLandscape?: boolean
  parts: readonly FlowPart[]
}

type Measured = Omit<FlowPart, 'under'> & {
  height: number
  under: { height: number; at: number } | null
  at: number
}

/**
 * Sets parts one below the other on as many pages as they take, counted through. What it costs grows with the parts alone.
 * @param watch is told the share that is done, and may throw to stop
 */
export async function composeFlow(
  flow: Flow,
  print: PrintStyle & { title: string; createdAt: Date },
  watch: (share: number) => void = () => undefined,
): Promise<Composition> {
  const look = lookOf(print.size, print.ink)
  const paper = turn(paperPoints[print.paper], flow.isLandscape === true)
  const set = blockSetter(look, paper.width - 2 * margin)
  const heads = new Map(
    flow.parts.flatMap(({ under }) => (under ? [[JSON.stringify(under.key), under]] : [])),
  )
  const headKeys = [...heads.keys()]
  const elements = [...flow.parts, ...heads.values()]
  const laid = await measure(elements.map(({ key, element }) => set(key, element)))
  watch(0.7)
  const parts = flow.parts.map((part, at): Measured => {
    const head = part.under ? flow.parts.length + headKeys.indexOf(JSON.stringify(part.under.key)) : undefined
    const under = head === undefined ? null : { at: head, height: laid[head]?.height ?? 0 }
    return { ...part, at, height: laid[at]?.height ?? 0, under }
  })
  const mark = flow.draftMark === undefined ? 0 : markHeight(look)
  const pages = breakIntoPages(parts, bodyHeightOf(paper.height, look) - mark)
  // Read once, though it stands on every page.
  const markOf = (words: string, page: number) => {
    const props = { as: 'head' as const, ...(page === 0 ? {} : tagged('Artifact')) }
    return {
      block: set(['draft', words, page === 0], createElement(Words, props, words)),
      x: margin,
      y: margin - 6,
    }
  }
  return {
    title: print.title,
    createdAt: print.createdAt,
    headings: [{ title: print.title, level: 1, pageIndex: 0, top: 0 }],
    isTagged: true,
    pages: pages.map((placed, i): ComposedPage => {
      const numbers = `Page ${i + 1} of ${pages.length}`
      const foot =
        flow.footer === undefined
          ? null
          : placeFooter({ text: flow.footer, pages: numbers, set, look, paper })
      const body = placed.flatMap(({ at, y, table }) => {
        const block = laid[at]?.block
        return block ? [{ block, x: margin, y: margin + mark + y, table }] : []
      })
      const draft = flow.draftMark === undefined ? [] : [markOf(flow.draftMark, i)]
      return {
        ...paper,
        placed: [...draft, ...body, ...(foot?.placed ?? [])],
        lines: foot ? [foot.rule] : [],
      }
    }),
  }
}

function markHeight({ words }: Look): number {
  return words.head.fontSize * words.head.lineHeight
}

function turn(paper: { width: number; height: number }, isLandscape: boolean) {
  return isLandscape ? { width: paper.height, height: paper.width } : { ...paper }
}

type Placed = { at: number; y: number; table?: string }

/** A head goes to the next page with what follows it; a row takes the head of its table with it. */
export function breakIntoPages(
  parts: readonly Pick<Measured, 'at' | 'height' | 'before' | 'isHead' | 'isFirst' | 'under'>[],
  room: number,
): Placed[][] {
  const pages: Placed[][] = [[]]
  let y = 0
  let table: number | null = null
  for (const [i, part] of parts.entries()) {
    let page = pages.at(-1) ?? []
    // A chain of heads counts with the first thing that is none.
    let needed = 0
    for (let next = i; next < parts.length; next++) {
      const follower = parts[next]
      if (!follower) break
      const opens = follower.under && (next > i || follower.under.at !== table) ? follower.under.height : 0
      needed += (next > i || page.length > 0 ? (follower.before ?? 0) : 0) + opens + follower.height
      if (!follower.isHead) break
    }
    if (page.length > 0 && (part.isFirst === true || y + needed > room)) {
      pages.push((page = []))
      y = 0
      table = null
    }
    if (page.length > 0) y += part.before ?? 0
    if (part.under && part.under.at !== table) {
      page.push({ at: part.under.at, y, ...rowOf(part) })
      y += part.under.height
    }
    table = part.under?.at ?? null
    page.push({ at: part.at, y, ...rowOf(part) })
    y += part.height
  }
  return pages
}

function rowOf({ under }: Pick<Measured, 'under'>): { table?: string } {
  return under ? { table: String(under.at) } : {}
}

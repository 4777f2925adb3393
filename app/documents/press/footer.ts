import { createElement } from 'react'
import { FooterText } from '#app/documents/parts/footer-text.tsx'
import type { Look } from '#app/documents/parts/look.ts'
import { margin } from '#app/documents/parts/theme.ts'
import type { Lines } from './compose.ts'
import type { Block } from './lay-out.ts'
import type { SetBlock } from './set-block.ts'

const numberWidth = { compact: 110, clear: 140 } as const

/** The height above the footer of one line and its rule. */
export function bodyHeightOf(paperHeight: number, look: Look): number {
  return paperHeight - 2 * margin - footerHeightOf(look)
}

function footerHeightOf({ words }: Look): number {
  return words.label.fontSize * words.label.lineHeight + 8
}

/** What identifies a loose page, and its number, under a rule at the foot of a page. */
export function placeFooter(given: {
  text: string
  pages: string
  set: SetBlock
  look: Look
  paper: { width: number; height: number }
}): { placed: { block: Block; x: number; y: number }[]; rule: Lines } {
  const { text, pages, set, look, paper } = given
  const width = paper.width - 2 * margin
  const right = look.scale > 1 ? numberWidth.clear : numberWidth.compact
  const y = paper.height - margin - footerHeightOf(look) + 8
  return {
    placed: [
      { block: set(['foot', text], createElement(FooterText, { text }), width - right - 10), x: margin, y },
      {
        block: set(['foot', pages], createElement(FooterText, { text: pages, isRight: true }), right),
        x: margin + width - right,
        y,
      },
    ],
    rule: { columns: [{ x: margin, width }], y: y - 4, pitch: 0, count: 1 },
  }
}

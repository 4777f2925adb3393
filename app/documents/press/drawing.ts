import type { Font } from 'fontkit'
import type { DrawnForm } from './fields/form-field.ts'

/** A glyph as the layout gives it: its number in the font, its width, and the characters it stands for. */
export type DrawnGlyph = { id: number; advanceWidth: number; codePoints: readonly number[] }

/** Glyphs on one line; `gaps[i]`, in thousandths of the size, is taken off after glyph i. */
export type TextRun = {
  font: Font
  size: number
  x: number
  y: number
  glyphs: readonly DrawnGlyph[]
  gaps: readonly number[]
}

/** What stands on paper, in points from the left and from the top: PDF operators, and text whose font is bound later. */
export type Drawing = { readonly steps: readonly (string | TextRun)[] }

/** A heading of a file's table of contents. */
export type Heading = { title: string; pageIndex: number; top: number }

/** A page with drawings at their places; one that stands several times in a file is written once. */
export type DrawnPage = {
  width: number
  height: number
  placed: readonly { drawing: Drawing; x: number; y: number }[]
}

export type DrawnFile = {
  title: string
  createdAt: Date
  pages: readonly DrawnPage[]
  headings: readonly Heading[]
  /** What a viewer fills; left out where there is nothing to fill. */
  form?: DrawnForm | undefined
}

/** A number as PDF writes it, to a hundredth of a point. */
export function pdfNumber(value: number): string {
  return String(Math.round(value * 100) / 100)
}

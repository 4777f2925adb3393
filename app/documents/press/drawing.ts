import type { Font } from 'fontkit'
import type { DrawnForm } from './fields/form-field.ts'
import type { Tag } from '#app/documents/parts/tags.ts'

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

/** Says what follows: a leaf of the structure by its number in the drawing, what repeats on pages, or decoration. */
export type Mark = { readonly belongsTo: number | 'pagination' | 'layout' }

export type Step = string | TextRun | Mark

/** What stands on paper, in points from the left and from the top: PDF operators, text whose font is bound later, and marks. */
export type Drawing = { readonly steps: readonly Step[] }

/** The part of a drawing that a leaf of the structure names. */
export type Leaf = { page: number; placed: number; leaf: number }

/** A rectangle in points from the left and from the top. */
export type Box = { x: number; y: number; width: number; height: number }

/** What a part of a document is, with its parts in the order in which they are read. */
export type StructureElement = {
  tag: Tag
  alt?: string | undefined
  scope?: 'Column' | 'Row' | undefined
  /** Where a figure stands on its page. */
  box?: Box | undefined
  kids: (StructureElement | Leaf)[]
}

/** A heading of a file's table of contents; level 1 holds those of level 2 that follow it. */
export type Heading = { title: string; level: number; pageIndex: number; top: number }

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
  /** Its table of contents shows the outermost headings alone until somebody opens one. */
  isFolded?: boolean | undefined
  /** What is read of the file; without it the file has no tags. */
  structure?: readonly StructureElement[] | undefined
}

export function isTextRun(step: Step): step is TextRun {
  return typeof step !== 'string' && 'glyphs' in step
}

/** A number as PDF writes it, to a hundredth of a point. */
export function pdfNumber(value: number): string {
  return String(Math.round(value * 100) / 100)
}

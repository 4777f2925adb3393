/** The part of pdfkit that the press uses; the package ships no types. */
declare module 'pdfkit' {
  import type { Font } from 'fontkit'

  export type Reference = {
    readonly id: number
    data: Record<string, unknown>
    compress: boolean
    write(chunk: Uint8Array): void
    end(): void
  }

  export type EmbeddedFont = {
    id: string
    subset: { includeGlyph(id: number): number; encode(): Uint8Array; glyphs: readonly number[] }
    widths: (number | undefined)[]
    unicode: (readonly number[] | undefined)[]
    scale: number
    ref(): Reference
  }

  export type OutlinePlace = { pageNumber: number; expanded?: boolean; top?: number; left?: number }

  export type OutlineItem = {
    addItem(title: string, place: OutlinePlace): OutlineItem
  }

  export default class PDFDocument {
    constructor(options: Record<string, unknown>)
    readonly outline: OutlineItem
    readonly _root: {
      data: { Pages: { data: { Kids: Reference[]; Count: number } } } & Record<string, unknown>
    }
    readonly _font: EmbeddedFont
    font(source: Font): this
    endAcroForm: () => this
    readonly _info: Reference
    readonly _id: Uint8Array
    /** Where in the file each object begins, by its number. */
    readonly _offsets: (number | null)[]
    /** How many bytes were written. */
    readonly _offset: number
    _write(line: string): void
    _finalize: () => void
    endMetadata: () => void
    push(chunk: null): void
    ref: (data?: Record<string, unknown>) => Reference
    on(event: 'data', listener: (chunk: Uint8Array) => void): this
    on(event: 'end', listener: () => void): this
    on(event: 'error', listener: (error: Error) => void): this
    end(): void
  }
}

/** One font for everything that is typed into a form: its program, and what stands in it. Widths in thousandths of the size. */
export type FieldFont = {
  program: Uint8Array
  /** By glyph. */
  widths: readonly number[]
  /** Of a code point its glyph; what is not here has none. */
  glyphs: ReadonlyMap<number, number>
  ascent: number
  descent: number
}

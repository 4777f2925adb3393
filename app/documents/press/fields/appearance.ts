import { pdfNumber } from '#app/documents/press/drawing.ts'
import type { FieldFont } from './field-font.ts'

const padding = 3
const leading = 1.28

/** The name that fields call their font by. */
export const fieldFontName = 'PanelistText'

/**
 * How the text of a field looks before anybody types.
 * @param room width, height and size of the text in points
 * @returns PDF operators, and whether every character has a shape in the font
 */
export function drawText(
  text: string,
  room: { width: number; height: number; size: number; isMultiline: boolean },
  font: FieldFont,
): { operators: string; isWhole: boolean } {
  const { size } = room
  const wide = room.width - 2 * padding
  const lines = room.isMultiline ? breakLines(text, { width: (wide * 1000) / size, font }) : [text]
  const pitch = size * leading
  const first = room.isMultiline
    ? room.height - padding - (font.ascent * size) / 1000
    : (room.height - ((font.ascent + font.descent) * size) / 1000) / 2
  const shown = lines.slice(0, Math.max(1, Math.floor((room.height - padding) / pitch)))
  const rows = shown.map((line, i) => `${i === 0 ? '' : 'T* '}<${encode(line, font)}> Tj`)
  const operators = [
    '/Tx BMC q',
    `${pdfNumber(1)} 1 ${pdfNumber(room.width - 2)} ${pdfNumber(room.height - 2)} re W n`,
    `BT /${fieldFontName} ${pdfNumber(size)} Tf 0 g ${pdfNumber(pitch)} TL`,
    `${padding} ${pdfNumber(first)} Td`,
    ...rows,
    'ET Q EMC',
  ].join('\n')
  return { operators, isWhole: [...text].every((char) => /\s/.test(char) || font.glyphs.has(pointOf(char))) }
}

function pointOf(char: string): number {
  return char.codePointAt(0) ?? 0
}

function glyphOf(char: string, font: FieldFont): number {
  return font.glyphs.get(pointOf(char)) ?? font.glyphs.get(0x3f) ?? 0
}

function encode(line: string, font: FieldFont): string {
  return [...line].map((char) => glyphOf(char, font).toString(16).padStart(4, '0')).join('')
}

function widthOf(text: string, font: FieldFont): number {
  return [...text].reduce((sum, char) => sum + (font.widths[glyphOf(char, font)] ?? 0), 0)
}

function breakLines(text: string, { width, font }: { width: number; font: FieldFont }): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(/(?<=\s)/).flatMap((long) => inPieces(long, width, font))) {
      if (line !== '' && widthOf(line + word.trimEnd(), font) > width) {
        lines.push(line)
        line = ''
      }
      line += word
    }
    return [...lines, line]
  })
}

/** A word that is wider than its line, cut where the line ends. */
function inPieces(word: string, width: number, font: FieldFont): string[] {
  if (widthOf(word.trimEnd(), font) <= width) return [word]
  const pieces = ['']
  for (const char of word) {
    const last = pieces.at(-1) ?? ''
    if (last !== '' && widthOf(last + char, font) > width) pieces.push(char)
    else pieces[pieces.length - 1] = last + char
  }
  return pieces
}

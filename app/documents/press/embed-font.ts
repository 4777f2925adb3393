import { deflateSync } from 'node:zlib'
import type { Font } from 'fontkit'
import type PDFDocument from 'pdfkit'
import type { EmbeddedFont, Reference } from 'pdfkit'

/** Letters that nearly every document has; a font with these alone is encoded once. */
const commonLetters = Array.from({ length: 0x7f - 0x20 }, (_, i) => 0x20 + i).concat(
  [...'·–—‘’“”…×é'].map((letter) => letter.codePointAt(0) ?? 0),
)

type PackedFont = { packed: Uint8Array; length: number }

const packedFonts = new Map<Font, Map<string, PackedFont>>()
const mostSubsets = 8

/** A font of the file, with the common letters in it, in one order. */
export function embedFont(document: PDFDocument, font: Font): EmbeddedFont {
  const embedded = document.font(font)._font
  const { subset } = embedded
  for (const point of commonLetters) {
    if (!font.hasGlyphForCodePoint(point)) continue
    const glyph = font.glyphForCodePoint(point)
    const number = subset.includeGlyph(glyph.id)
    embedded.widths[number] ??= glyph.advanceWidth * embedded.scale
    embedded.unicode[number] ??= [point]
  }
  const encode = subset.encode.bind(subset)
  const makeReference = document.ref.bind(document)
  let newest: Reference | undefined
  document.ref = (data) => (newest = makeReference(data))
  // pdfkit asks for the bytes right after it made the object that takes them.
  subset.encode = () => {
    const { packed, length } = packOnce(font, subset.glyphs.join(), encode)
    if (newest) {
      Object.assign(newest.data, { Filter: 'FlateDecode', Length1: length })
      newest.compress = false
    }
    return packed
  }
  return embedded
}

function packOnce(font: Font, key: string, encode: () => Uint8Array): PackedFont {
  const known = packedFonts.get(font) ?? new Map<string, PackedFont>()
  packedFonts.set(font, known)
  let found = known.get(key)
  if (!found) {
    const bytes = encode()
    found = { packed: deflateSync(bytes), length: bytes.length }
  }
  // Put back at the end, so that what leaves first is what no document needed longest.
  known.delete(key)
  known.set(key, found)
  const [oldest] = known.keys()
  if (known.size > mostSubsets && oldest !== undefined) known.delete(oldest)
  return found
}

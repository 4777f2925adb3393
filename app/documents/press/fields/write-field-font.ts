import { deflateSync } from 'node:zlib'
import type { Reference } from 'pdfkit'
import type PDFDocument from 'pdfkit'
import type { FieldFont } from './field-font.ts'

const family = 'PanelistFields'
/** Bits 6 of /Flags: letters outside the standard Latin set are told by their code alone. */
const symbolic = 4

let packed: { of: FieldFont; bytes: Uint8Array } | undefined

/** The font of fields, whole, under codes that are its glyphs. */
export function writeFieldFont(document: PDFDocument, font: FieldFont): Reference {
  if (packed?.of !== font) packed = { of: font, bytes: deflateSync(font.program) }
  const program = document.ref({ Filter: 'FlateDecode', Length1: font.program.length })
  program.write(packed.bytes)
  program.end()
  const descriptor = ended(document, {
    Type: 'FontDescriptor',
    FontName: family,
    Flags: symbolic,
    FontBBox: [-700, font.descent, 2800, font.ascent],
    ItalicAngle: 0,
    Ascent: font.ascent,
    Descent: font.descent,
    CapHeight: 670,
    XHeight: 490,
    StemV: 80,
    FontFile2: program,
  })
  const descendant = ended(document, {
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: family,
    CIDSystemInfo: { Registry: Buffer.from('Adobe'), Ordering: Buffer.from('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    CIDToGIDMap: 'Identity',
    W: [0, [...font.widths]],
  })
  const characters = document.ref({ Filter: 'FlateDecode' })
  characters.write(deflateSync(Buffer.from(unicodeMap(font), 'latin1')))
  characters.end()
  return ended(document, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: family,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: characters,
  })
}

function ended(document: PDFDocument, data: Record<string, unknown>): Reference {
  const reference = document.ref(data)
  reference.end()
  return reference
}

const mostInRange = 100

function unicodeMap({ glyphs }: FieldFont): string {
  const points = new Map<number, number>()
  for (const [point, glyph] of glyphs) if (!points.has(glyph)) points.set(glyph, point)
  const hex = (number: number) => number.toString(16).padStart(4, '0')
  const lines = [...points].map(([glyph, point]) => `<${hex(glyph)}> <${hex(point)}>`)
  const parts: string[] = []
  for (let from = 0; from < lines.length; from += mostInRange) {
    const some = lines.slice(from, from + mostInRange)
    parts.push(`${some.length} beginbfchar`, ...some, 'endbfchar')
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...parts,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, type Font } from 'fontkit'
import { fontChain } from './parts/theme.ts'
import type { FieldFont } from './press/fields/field-font.ts'

/** Latin with its extensions, Vietnamese, Greek, Cyrillic, punctuation, currencies. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x2b0, 0x2ff],
  [0x370, 0x52f],
  [0x1e00, 0x1eff],
  [0x2010, 0x205e],
  [0x20a0, 0x20bf],
  [0x2116, 0x2122],
] as const

let made: FieldFont | undefined

/**
 * The bundled fonts as one: viewers type into a field with the one font that it names, and a subset would lack what is typed next.
 * @param folder where the .woff files are
 */
export function getFieldFont(folder: string): FieldFont {
  return (made ??= joinFonts(
    fontChain.map(({ file }) => {
      const font = create(readFileSync(join(folder, `${file}-400-normal.woff`)))
      if (!('createSubset' in font)) throw new Error(`${file} holds several fonts`)
      return font
    }),
  ))
}

type Subset = { includeGlyph(id: number): number; encode(): Uint8Array }
type Part = { tables: Map<string, Buffer>; points: Map<number, number>; count: number }

function joinFonts(fonts: readonly Font[]): FieldFont {
  const taken = new Set<number>()
  const parts = fonts.map((font) => takePart(font, taken))
  const [first] = fonts
  const [base] = parts
  if (!first || !base) throw new Error('There is no font to join.')
  const glyphs = new Map<number, number>()
  const glyf: Buffer[] = []
  const hmtx: Buffer[] = []
  const offsets: number[] = [0]
  let length = 0
  let before = 0
  for (const { tables, points, count } of parts) {
    for (const [point, glyph] of points) glyphs.set(point, before + glyph)
    for (const outline of listOutlines(tables, count)) {
      const moved = moveComponents(outline, before)
      const padded = Buffer.alloc(Math.ceil(moved.length / 4) * 4)
      moved.copy(padded)
      glyf.push(padded)
      offsets.push((length += padded.length))
    }
    hmtx.push(tableOf(tables, 'hmtx').subarray(0, count * 4))
    before += count
  }
  const loca = Buffer.alloc(offsets.length * 4)
  for (const [i, offset] of offsets.entries()) loca.writeUInt32BE(offset, i * 4)
  const head = Buffer.from(tableOf(base.tables, 'head'))
  head.writeInt16BE(1, 50)
  const hhea = Buffer.from(tableOf(base.tables, 'hhea'))
  hhea.writeUInt16BE(before, 34)
  const metrics = Buffer.concat(hmtx)
  const unit = 1000 / first.unitsPerEm
  return {
    program: writeProgram({
      glyf: Buffer.concat(glyf),
      head,
      hhea,
      hmtx: metrics,
      loca,
      maxp: joinLimits(parts, before),
    }),
    widths: Array.from({ length: before }, (_, i) => Math.round(metrics.readUInt16BE(i * 4) * unit)),
    glyphs,
    ascent: Math.round(first.ascent * unit),
    descent: Math.round(first.descent * unit),
  }
}

/** What this font has of the ranges and no font before it had. */
function takePart(font: Font, taken: Set<number>): Part {
  // why: the types of the package say otherwise; it takes a number and gives the one in the subset.
  const subset = font.createSubset() as unknown as Subset
  const points = new Map<number, number>()
  for (const [from, to] of ranges)
    for (let point = from; point <= to; point++) {
      if (taken.has(point) || !font.hasGlyphForCodePoint(point)) continue
      taken.add(point)
      points.set(point, subset.includeGlyph(font.glyphForCodePoint(point).id))
    }
  const tables = readTables(Buffer.from(subset.encode()))
  return { tables, points, count: tableOf(tables, 'maxp').readUInt16BE(4) }
}

function readTables(file: Buffer): Map<string, Buffer> {
  const count = file.readUInt16BE(4)
  return new Map(
    Array.from({ length: count }, (_, i) => {
      const at = 12 + i * 16
      const start = file.readUInt32BE(at + 8)
      return [file.toString('latin1', at, at + 4), file.subarray(start, start + file.readUInt32BE(at + 12))]
    }),
  )
}

function tableOf(tables: Map<string, Buffer>, name: string): Buffer {
  const table = tables.get(name)
  if (!table) throw new Error(`A font of the fields has no ${name}.`)
  return table
}

function listOutlines(tables: Map<string, Buffer>, count: number): Buffer[] {
  const [loca, glyf] = [tableOf(tables, 'loca'), tableOf(tables, 'glyf')]
  const isLong = tableOf(tables, 'head').readInt16BE(50) === 1
  const at = (i: number) => (isLong ? loca.readUInt32BE(i * 4) : loca.readUInt16BE(i * 2) * 2)
  return Array.from({ length: count }, (_, i) => Buffer.from(glyf.subarray(at(i), at(i + 1))))
}

/** Bits of a part of a glyph that is made of others, as the OpenType table `glyf` defines them. */
const part = { wordArguments: 1, scale: 8, more: 32, twoScales: 64, matrix: 128 } as const

/** A glyph that is made of others, with their numbers `by` higher. */
function moveComponents(outline: Buffer, by: number): Buffer {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return outline
  let at = 10
  let flags: number
  do {
    flags = outline.readUInt16BE(at)
    outline.writeUInt16BE(outline.readUInt16BE(at + 2) + by, at + 2)
    at += 4 + (flags & part.wordArguments ? 4 : 2)
    if (flags & part.scale) at += 2
    else if (flags & part.twoScales) at += 4
    else if (flags & part.matrix) at += 8
  } while (flags & part.more)
  return outline
}

/** The table of limits: of each the highest. */
function joinLimits(parts: readonly Part[], count: number): Buffer {
  const tables = parts.map(({ tables: of }) => tableOf(of, 'maxp'))
  const limits = Buffer.from(tables[0] ?? Buffer.alloc(32))
  for (let at = 6; at + 2 <= limits.length; at += 2)
    limits.writeUInt16BE(Math.max(...tables.map((table) => table.readUInt16BE(at))), at)
  limits.writeUInt16BE(count, 4)
  return limits
}

function writeProgram(tables: Readonly<Record<string, Buffer>>): Uint8Array {
  const names = Object.keys(tables).toSorted()
  const head = Buffer.alloc(12 + names.length * 16)
  const power = Math.floor(Math.log2(names.length))
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(names.length, 4)
  head.writeUInt16BE(2 ** power * 16, 6)
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE((names.length - 2 ** power) * 16, 10)
  const bodies: Buffer[] = [head]
  let start = head.length
  for (const [i, name] of names.entries()) {
    const table = tables[name] ?? Buffer.alloc(0)
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4)
    table.copy(padded)
    const at = 12 + i * 16
    head.write(name, at, 'latin1')
    head.writeUInt32BE(sumOf(padded), at + 4)
    head.writeUInt32BE(start, at + 8)
    head.writeUInt32BE(table.length, at + 12)
    bodies.push(padded)
    start += padded.length
  }
  return Buffer.concat(bodies)
}

function sumOf(table: Buffer): number {
  let sum = 0
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) % 2 ** 32
  return sum
}

import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** A picture of sixteen greys; level 15 is white. */
export type GreyPicture = { width: number; height: number; levels: Uint8Array }

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

/** A PNG of four bits a pixel, which keeps a page of text under 30 kB. */
export function writePng({ width, height, levels }: GreyPicture): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([4, 0, 0, 0, 0], 8)
  const rowLength = Math.ceil(width / 2) + 1
  const rows = Buffer.alloc(rowLength * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * rowLength + 1 + (x >> 1)
      const level = levels[y * width + x] ?? 0
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? level << 4 : level)
    }
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/**
 * Reads what `writePng` wrote.
 * @throws RangeError for a PNG of another kind
 */
export function readPng(png: Buffer): GreyPicture {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const head = chunks.get('IHDR')
  const data = chunks.get('IDAT')
  if (!head || !data || head[8] !== 4 || head[9] !== 0) throw new RangeError('This PNG was not made here.')
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const rows = inflateSync(data)
  const rowLength = Math.ceil(width / 2) + 1
  const levels = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const both = rows[y * rowLength + 1 + (x >> 1)] ?? 0
      levels[y * width + x] = x % 2 === 0 ? both >> 4 : both & 15
    }
  return { width, height, levels }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { KitView } from '#app/domains/panels/kit-view.ts'
import { countPacketPages, renderPacket } from '#app/documents/render.server.ts'
import { readOutline, type Bookmark } from '#tests/support/pdf-structure.ts'
import { buildKits } from '#tests/support/kits.ts'
import { readPdf } from '#tests/support/read-pdf.ts'
import type { Packet, PacketEntry } from './packet.ts'

const createdAt = new Date(Date.UTC(2026, 8, 14))
const [kit] = buildKits(1)
if (!kit) throw new Error('no kit')
const guide: KitView = kit

function entryOf(candidate: string, person: string, as: 'kit' | 'scorecard' = 'kit'): PacketEntry {
  const words = as === 'kit' ? 'Interview kit' : 'Blank scorecard'
  const facts = { shortId: 'K-1', link: null, candidate, interviewer: person, when: null }
  return {
    shelf: [candidate, `A, ${person}`, words],
    path: `${candidate}/A, ${person}, ${words}`,
    print: { document: 'kit', as, guide: 0, facts, createdAt },
  }
}

function packetOf(entries: readonly PacketEntry[], more: Partial<Packet> = {}): Packet {
  const style = { paper: 'a4', size: 'compact', ink: 'grey' } as const
  return { ...style, title: 'Packet', createdAt, isDuplex: false, guides: [guide], entries, ...more }
}

const bind = (packet: Packet) => renderPacket({ document: 'packet', as: 'file', packet })
const zip = (packet: Packet) => renderPacket({ document: 'packet', as: 'zip', packet })
const titles = (items: readonly Bookmark[]): unknown[] =>
  items.map((item) => (item.items.length > 0 ? [item.title, titles(item.items)] : item.title))

const few = [
  entryOf('Ana', 'Maren'),
  entryOf('Ana', 'Maren', 'scorecard'),
  entryOf('Ana', 'Ole'),
  entryOf('Bo', 'Ole'),
]
const many = Array.from({ length: 3 }, () => few)
  .flat()
  .map((entry, i) => ({ ...entry, path: `${i}` }))

test('bookmarks lead to candidate, interview and document, and name nobody twice in a row', async () => {
  const packet = packetOf([...few, ...many])
  expect(titles(await readOutline(await bind(packet))).slice(0, 2)).toEqual([
    [
      'Ana',
      [
        ['A, Maren', ['Interview kit', 'Blank scorecard']],
        ['A, Ole', ['Interview kit']],
      ],
    ],
    ['Bo', [['A, Ole', ['Interview kit']]]],
  ])
})

test('a small packet has bookmarks to the questions as well, below their document', async () => {
  const [ana] = await readOutline(await bind(packetOf(few)))
  const document = ana?.items[0]?.items[0]
  expect(document?.title).toBe('Interview kit')
  expect(document?.items.length).toBeGreaterThan(guide.questions.length)
})

test('the pages that are counted are the pages of the file, in its order', async () => {
  const packet = packetOf(many)
  const counts = await countPacketPages(packet)
  const { pages } = await readPdf(await bind(packet))
  expect(pages).toHaveLength(counts.reduce((sum, count) => sum + count, 0))
  let from = 0
  for (const [i, count] of counts.entries()) {
    const { print } = packet.entries[i] ?? {}
    const { candidate, interviewer } = print && 'facts' in print ? print.facts : {}
    expect(pages[from]).toContain(`${candidate}`)
    expect(pages[from]).toContain(`${interviewer}`)
    expect(pages[from]).toContain(`Page 1 of ${count}`)
    from += count
  }
})

test('printed on both sides, every document begins on a sheet of its own', async () => {
  const counts = await countPacketPages(packetOf(many))
  expect(counts.some((count) => count % 2 === 1)).toBe(true)
  const { pages } = await readPdf(await bind(packetOf(many, { isDuplex: true })))
  let from = 0
  for (const count of counts) {
    expect(pages[from]).toContain('Page 1 of')
    expect(pages.slice(from + count, from + count + (count % 2))).toEqual(count % 2 === 1 ? [''] : [])
    from += count + (count % 2)
  }
  expect(pages).toHaveLength(from)
})

test('what many share is written once: forty kits are a tenth of as many files', async () => {
  const entries = Array.from({ length: 40 }, (_, i) => entryOf(`Candidate ${i}`, 'Maren'))
  const one = await bind(packetOf(entries.slice(0, 1)))
  const all = await bind(packetOf(entries))
  expect(all.length).toBeLessThan(one.length * 4)
})

test('a zip holds the documents one by one under their names', async () => {
  const files = unzipSync(await zip(packetOf(few)))
  expect(Object.keys(files)).toEqual(few.map(({ path }) => `${path}.pdf`))
  const text = (await readPdf(files['Ana/A, Ole, Interview kit.pdf'] ?? new Uint8Array())).pages.join(' ')
  expect(text).toContain('Ole')
  expect(text).not.toContain('Maren')
})

test('equal packets give equal bytes, as a file and as a zip', async () => {
  for (const make of [bind, zip])
    expect(Buffer.compare(await make(packetOf(few)), await make(packetOf(few)))).toBe(0)
})

test('a form is not among bound documents, and alone it is nothing to bind', async () => {
  const { print } = entryOf('Ana', 'Maren')
  if (print.document !== 'kit') throw new Error('no kit')
  const { as: _as, ...facts } = print
  const content = { values: {}, stamp: { name: 'stamp', value: 'x' } }
  const form: PacketEntry = {
    shelf: ['Ana', 'A, Maren', 'Scorecard to fill on screen'],
    path: 'form',
    print: { ...facts, document: 'form', content },
  }
  const bound = await bind(packetOf([form, ...few]))
  expect(Buffer.from(bound).toString('latin1')).not.toContain('/AcroForm')
  expect((await readPdf(bound)).pages[0]).toContain('Interview kit')
  await expect(bind(packetOf([form]))).rejects.toThrow(RangeError)
})

test('whoever leaves stops the work', async () => {
  const stop = () => {
    throw new Error('nobody waits')
  }
  await expect(renderPacket({ document: 'packet', as: 'zip', packet: packetOf(few) }, stop)).rejects.toThrow(
    'nobody waits',
  )
  await expect(countPacketPages(packetOf(few), stop)).rejects.toThrow('nobody waits')
})

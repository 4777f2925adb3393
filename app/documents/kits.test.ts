import { beforeAll, expect, test } from 'vitest'
import type { KitView } from '#app/domains/panels/kit-view.ts'
import { buildKit, longestQuestions, manyQuestions } from '#tests/support/printed.ts'
import { listLongLines, listTextSizes, readPdf } from '#tests/support/read-pdf.ts'
import { loadFonts } from './fonts.server.ts'
import { listUnprintable } from './printable.ts'
import { renderKits } from './render.server.ts'

const fonts = loadFonts('public/fonts/pdf')

const createdAt = new Date(Date.UTC(2026, 8, 14))

function render(kit: KitView, paper: 'a4' | 'letter' = 'a4', as: 'kit' | 'scorecard' = 'kit') {
  return renderKits([kit], { paper, as, title: 'Kit', createdAt })
}

let first: Uint8Array
beforeAll(async () => {
  first = await render(buildKit())
}, 30_000)

test('a kit is a PDF whose bytes depend on nothing but its content', async () => {
  expect(Buffer.from(first).subarray(0, 4).toString()).toBe('%PDF')
  expect(Buffer.compare(Buffer.from(first), Buffer.from(await render(buildKit())))).toBe(0)
  expect(
    Buffer.compare(Buffer.from(first), Buffer.from(await render(buildKit({ candidate: 'Bo' })))),
  ).not.toBe(0)
})

test.each([
  ['a4', 595, 842],
  ['letter', 612, 792],
] as const)('on %s the page is %i by %i points', async (paper, width, height) => {
  expect(await readPdf(await render(buildKit(), paper))).toMatchObject({ width, height })
})

test.each(['a4', 'letter'] as const)('on %s no question is split from its rubric', async (paper) => {
  const questions = manyQuestions(9)
  const { pages } = await readPdf(await render(buildKit({ questions }), paper))
  for (const question of questions) {
    const holds = (text: string) =>
      pages.findIndex((page) => page.includes(text.replace(/\s+/g, ' ').slice(0, 28)))
    const last = question.anchors.at(-1)?.text ?? ''
    expect(holds(question.prompt), question.prompt).toBeGreaterThanOrEqual(0)
    expect(holds(last), last).toBe(holds(question.prompt))
  }
})

test('the eight longest questions of the shipped bank take at most five A4 pages', async () => {
  const questions = longestQuestions(8)
  const { pages } = await readPdf(await render(buildKit({ questions })))
  expect(pages.length).toBeLessThanOrEqual(5)
})

test.each(['a4', 'letter'] as const)(
  'in clear print on %s nothing is smaller than twelve points, and no question is split',
  async (paper) => {
    const { questions } = buildKit()
    const pdf = await renderKits([buildKit()], {
      paper,
      as: 'kit',
      title: 'Kit',
      createdAt,
      size: 'clear',
    })
    expect(Math.min(...(await listTextSizes(pdf)))).toBeGreaterThanOrEqual(12)
    expect(await listLongLines(pdf, { from: 10, to: 12, longest: 327, bottom: 56 })).toEqual([])
    const { pages } = await readPdf(pdf)
    for (const question of questions) {
      const page = pages.find((text) => text.includes(question.prompt.slice(0, 20)))
      expect(page).toContain(question.anchors.at(-1)?.text.slice(0, 12))
    }
  },
)

test('a question that is longer than a page is cut before its rubric, and says so', async () => {
  const [question] = manyQuestions(1)
  if (!question) throw new Error('no question')
  const anchors = Array.from({ length: 9 }, (_, i) => ({
    level: i + 1,
    label: `Level ${i + 1}`,
    text: `Anchor ${i + 1}: ${'says what breaks and what to do about it, '.repeat(10)}`.slice(0, 420),
  }))
  const probes = Array.from({ length: 4 }, () => 'And what if that fails as well? '.repeat(6).slice(0, 200))
  const signals = Array.from({ length: 6 }, (_, i) =>
    `${i} ${'names what is at stake '.repeat(5)}`.slice(0, 120),
  )
  const long = { ...question, anchors, probes, strongSignals: signals, weakSignals: signals }
  const pdf = await renderKits([buildKit({ questions: [long] })], {
    paper: 'letter',
    as: 'kit',
    title: 'Kit',
    createdAt,
    size: 'clear',
  })
  const { pages } = await readPdf(pdf)
  const asked = pages.findIndex((page) => page.includes('Rubric and room to write on the next page'))
  expect(asked).toBeGreaterThanOrEqual(0)
  for (const words of [
    `${question.title}, continued`,
    'Anchor 1',
    'Anchor 9',
    'Evidence: what was said or done',
  ])
    expect(pages[asked + 1]).toContain(words)
})

test('a packet writes what its kits share once', async () => {
  const packet = (count: number) =>
    renderKits(
      Array.from({ length: count }, (_, i) => buildKit({ candidate: `Candidate ${i}`, shortId: `K-${i}` })),
      { paper: 'a4', as: 'kit', title: 'Packet', createdAt },
    )
  const [one, twenty] = [await packet(1), await packet(20)]
  expect(twenty.length).toBeLessThan(one.length * 4)
  const { pages } = await readPdf(twenty)
  expect(pages.at(-1)).toContain('Candidate 19')
  expect(pages.at(-1)).toContain('After the interview')
})

test('names of many scripts print as they are written', async () => {
  const candidate = 'Nguyễn Łódź Дмитрий Ελένη Šárka'
  const { pages } = await readPdf(await render(buildKit({ candidate })))
  // A word of two fonts is two runs, so spaces do not count here.
  expect(pages[0]?.replaceAll(' ', '')).toContain(candidate.replaceAll(' ', ''))
  expect(listUnprintable(candidate, fonts)).toEqual([])
})

test('what no font has is named before printing, and marked on paper', async () => {
  expect(listUnprintable('Ana 山田', fonts)).toEqual(['山', '田'])
  const { pages } = await readPdf(await render(buildKit({ candidate: 'Ana 山田' })))
  expect(pages[0]).toContain('Ana ??')
})

test('a blank card has a line for what is not known yet and marks no level', async () => {
  const kit = buildKit({ candidate: null, interviewer: null, when: null })
  const { pages } = await readPdf(await render(kit, 'a4', 'scorecard'))
  expect(pages.length).toBeLessThanOrEqual(2)
  expect(pages[0]).toContain('Candidate')
  expect(pages[0]).not.toContain('null')
})

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName, type PDFObject } from 'pdf-lib'
import { expect, test } from 'vitest'
import { writeHeadline } from '#app/domains/debrief/headline.ts'
import { listFonts } from '#tests/support/pdf-fonts.ts'
import { listStructureProblems } from '#tests/support/pdf-structure.ts'
import { buildCard, buildDebrief, buildKit, manyQuestions, withQuestions } from '#tests/support/printed.ts'
import { readPdf } from '#tests/support/read-pdf.ts'
import {
  renderAccessCopy,
  renderComparison,
  renderDebrief,
  renderKits,
  renderScorecard,
} from './render.server.ts'

const style = { size: 'compact', ink: 'colour', paper: 'a4', createdAt: new Date(0) } as const
const times = { held: 'Mon 14 Sep, 10:00', submitted: null, amended: [] }

function printKit(count: number, as: 'kit' | 'scorecard', candidate = 'Ana Ribeiro') {
  return renderKits([buildKit({ candidate, questions: manyQuestions(count) })], {
    ...style,
    as,
    title: 'Kit',
  })
}

function printDraft(count: number, said = 'They kept the key.') {
  const card = withQuestions(buildCard({ status: 'draft' }), count, said)
  return renderScorecard({ card, times, ...style })
}

function printDebrief(count: number) {
  return renderDebrief({ debrief: buildDebrief(count), records: [], asOf: 'Mon 14 Sept 2026', ...style })
}

function printComparison(count: number) {
  const { comparison } = buildDebrief(count)
  const props = { comparison, headline: writeHeadline(comparison.rows), decisions: {}, asOf: 'now' }
  return renderComparison({ ...props, ...style })
}

/** The copy of somebody whose one card has so many questions. */
function printCopy(count: number) {
  const card = {
    writer: 'Interviewer A',
    isShadow: false,
    interview: 'A Design',
    submitted: '14 Sept 2026',
    recommendation: 'Yes',
    recommendationReason: '',
    summaryFor: 'Knows what a retry costs.',
    summaryAgainst: '',
    deviations: [],
    questions: Array.from({ length: count }, (_, i) => ({
      prompt: `What breaks first, ${i + 1}?`,
      competencyName: 'Reliability',
      ratingWords: '3 Good',
      evidence: 'They kept the key.',
      answer: '',
      signals: [],
    })),
    amendments: [],
  }
  const application = {
    panelName: 'Autumn',
    roleName: 'Engineer',
    added: 'then',
    withdrawn: null,
    sessions: [],
    cards: count === 0 ? [] : [card],
    missing: 0,
    early: [],
    record: null,
  }
  const candidate = { name: 'Ana Ribeiro', code: 'K7M2', email: null, cvUrl: null, added: 'then' }
  return renderAccessCopy({ copy: { candidate, applications: [application] }, asOf: 'now', ...style })
}

type Bounds = { pages: readonly [number, number]; kilobytes: readonly [number, number] }
const bounds = (pages: Bounds['pages'], kilobytes: Bounds['kilobytes']): Bounds => ({ pages, kilobytes })

/** Each document at so many questions, or candidates: how many pages it takes and how large its file is. */
const cases = [
  { name: 'kit', rows: 0, ...bounds([1, 1], [10, 40]), print: () => printKit(0, 'kit') },
  { name: 'kit', rows: 1, ...bounds([1, 2], [10, 50]), print: () => printKit(1, 'kit') },
  { name: 'kit', rows: 8, ...bounds([3, 5], [20, 90]), print: () => printKit(8, 'kit') },
  { name: 'kit', rows: 60, ...bounds([20, 40], [80, 450]), print: () => printKit(60, 'kit') },
  { name: 'blank card', rows: 0, ...bounds([1, 1], [10, 40]), print: () => printKit(0, 'scorecard') },
  { name: 'blank card', rows: 1, ...bounds([1, 1], [10, 40]), print: () => printKit(1, 'scorecard') },
  { name: 'blank card', rows: 8, ...bounds([2, 3], [10, 60]), print: () => printKit(8, 'scorecard') },
  { name: 'blank card', rows: 60, ...bounds([8, 20], [30, 200]), print: () => printKit(60, 'scorecard') },
  { name: 'draft', rows: 0, ...bounds([1, 1], [10, 40]), print: () => printDraft(0) },
  { name: 'draft', rows: 1, ...bounds([1, 1], [10, 40]), print: () => printDraft(1) },
  { name: 'draft', rows: 8, ...bounds([2, 4], [10, 70]), print: () => printDraft(8) },
  { name: 'draft', rows: 60, ...bounds([8, 25], [40, 300]), print: () => printDraft(60) },
  { name: 'debrief', rows: 0, ...bounds([2, 4], [10, 50]), print: () => printDebrief(0) },
  { name: 'debrief', rows: 1, ...bounds([2, 5], [10, 60]), print: () => printDebrief(1) },
  { name: 'debrief', rows: 8, ...bounds([3, 7], [10, 80]), print: () => printDebrief(8) },
  { name: 'debrief', rows: 60, ...bounds([8, 25], [40, 250]), print: () => printDebrief(60) },
  { name: 'comparison', rows: 0, ...bounds([1, 1], [5, 40]), print: () => printComparison(0) },
  { name: 'comparison', rows: 1, ...bounds([1, 1], [5, 40]), print: () => printComparison(1) },
  { name: 'comparison', rows: 8, ...bounds([1, 2], [5, 60]), print: () => printComparison(8) },
  { name: 'comparison', rows: 60, ...bounds([2, 8], [10, 150]), print: () => printComparison(60) },
  { name: 'copy', rows: 0, ...bounds([1, 1], [5, 40]), print: () => printCopy(0) },
  { name: 'copy', rows: 1, ...bounds([1, 1], [5, 40]), print: () => printCopy(1) },
  { name: 'copy', rows: 8, ...bounds([1, 2], [5, 50]), print: () => printCopy(8) },
  { name: 'copy', rows: 60, ...bounds([3, 8], [10, 120]), print: () => printCopy(60) },
]

const made = new Map<string, Uint8Array>()
const isInstalled = spawnSync('qpdf', ['--version']).status === 0

test.each(cases)(
  'a $name of $rows counts its pages through, embeds what it uses, is read whole, and stays small',
  async ({ name, rows, pages: [fewest, most], kilobytes: [least, largest], print }) => {
    const pdf = await print()
    made.set(`${name} ${rows}`, pdf)
    const { pages } = await readPdf(pdf)
    expect(pages.length).toBeGreaterThanOrEqual(fewest)
    expect(pages.length).toBeLessThanOrEqual(most)
    pages.forEach((page, i) => expect(page).toContain(`Page ${i + 1} of ${pages.length}`))
    if (name === 'draft') for (const page of pages) expect(page).toContain('DRAFT')
    else expect(pages.join(' ')).not.toContain('DRAFT')
    expect(pdf.length / 1000).toBeGreaterThan(least)
    expect(pdf.length / 1000).toBeLessThan(largest)
    const fonts = await listFonts(pdf)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts)
      expect(font).toMatchObject({ isEmbedded: true, isSubset: true, hasUnicode: true })
    expect(await listStructureProblems(pdf)).toEqual([])
  },
  60_000,
)

test('what stands in the last row is printed', async () => {
  const text = (await readPdf(made.get('debrief 60') ?? (await printDebrief(60)))).pages.join(' ')
  for (const number of [1, 30, 60]) expect(text).toContain(`Candidate ${number} `)
}, 60_000)

test.each([
  ['kit', () => printKit(8, 'kit')],
  ['draft', () => printDraft(8)],
  ['debrief', () => printDebrief(8)],
])('equal content of a %s gives equal bytes', async (name, print) => {
  const first = made.get(`${name} 8`) ?? (await print())
  expect(Buffer.compare(Buffer.from(await print()), Buffer.from(first))).toBe(0)
})

const hostile = [
  ['control characters', 'be\u0000fo\u0007re\u001b[31m', 'before[31m'],
  ['marks that turn the order of letters', 'a\u202eb\u2066c\u2069', 'abc'],
  ['what has no width', 'zero\u200bwidth\u200d\ufeff', 'zerowidth'],
  ['markup', '<b>bold</b> <script>alert(1)</script> &amp;', '<b>bold</b><script>alert(1)</script>&amp;'],
  [
    'operators and parentheses',
    ') Tj ET Q endstream endobj (\\) << /S /JavaScript >>',
    ')TjETQendstreamendobj(\\)<</S/JavaScript>>',
  ],
  ['a very long word', 'x'.repeat(700), 'x'.repeat(20)],
] as const

test('hostile text prints as text, in pages and in titles, and leaves the file valid', async () => {
  const all = hostile.map(([, text]) => text).join(' | ')
  const card = withQuestions(buildCard({ status: 'draft' }), 1, all)
  const pdfs = [
    await printKit(1, 'kit', all),
    await renderScorecard({ card: { ...card, candidateName: all, focus: all }, times, ...style }),
  ]
  made.set('hostile kit', pdfs[0] ?? new Uint8Array())
  made.set('hostile card', pdfs[1] ?? new Uint8Array())
  for (const pdf of pdfs) {
    const text = (await readPdf(pdf)).pages.join('').replaceAll(/\s/g, '')
    for (const [name, , printed] of hostile) expect(text, name).toContain(printed)
    expect(text).not.toMatch(/\p{Cc}|\p{Cf}/u)
    expect(await listStructureProblems(pdf)).toEqual([])
  }
  const named = await PDFDocument.load(pdfs[1] ?? '', { updateMetadata: false })
  expect(named.getTitle()).toContain(') Tj ET Q endstream endobj (\\) << /S /JavaScript >>')
  expect(named.context.enumerateIndirectObjects().filter(([, object]) => isAction(object))).toEqual([])
  // A title with markup in it leaves the metadata well-formed.
  expect(Buffer.from(pdfs[1] ?? []).toString('utf8')).toContain(
    '&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;',
  )
}, 60_000)

function isAction(object: PDFObject): boolean {
  return object instanceof PDFDict && /JavaScript|Launch|URI/.test(String(object.get(PDFName.of('S'))))
}

test('qpdf finds nothing wrong with any of them', (context) => {
  if (!isInstalled) context.skip('qpdf is not installed')
  const folder = mkdtempSync(join(tmpdir(), 'panelist-qpdf-'))
  try {
    for (const [name, pdf] of made) {
      const path = join(folder, 'document.pdf')
      writeFileSync(path, pdf)
      const { status, stdout, stderr } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' })
      expect({ name, status, said: status === 0 ? '' : stdout + stderr }).toEqual({
        name,
        status: 0,
        said: '',
      })
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  expect(made.size).toBeGreaterThan(0)
})

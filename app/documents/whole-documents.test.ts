import { expect, test, vi } from 'vitest'
import { canDraw, compareWithGolden } from '#tests/support/golden.ts'
import { readPng, writePng } from '#tests/support/grey-picture.ts'
import { kitOf } from '#tests/support/kit-of.ts'
import {
  listElements,
  listStructureProblems,
  readOutline,
  readStructure,
} from '#tests/support/pdf-structure.ts'
import { buildCard, buildKit, buildRated, recordOf } from '#tests/support/printed.ts'
import { writeHeadline } from '#app/domains/debrief/headline.ts'
import { computeCoverage } from '#app/domains/panels/coverage.ts'
import { trimPlan } from '#app/domains/panels/panel-views.ts'
import { snapshotOf } from '#tests/support/round.ts'
import {
  renderAccessCopy,
  renderComparison,
  renderDebrief,
  renderForm,
  renderKits,
  renderPanel,
  renderScorecard,
} from './render.server.ts'

// The first form cuts its font, which takes a minute on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const style = {
  size: 'compact',
  ink: 'colour',
  paper: 'a4',
  createdAt: new Date(Date.UTC(2026, 8, 14)),
} as const
const link = 'https://panelist.example/s/abcdefgh'
const times = { held: 'Mon 14 Sep, 10:00', submitted: 'Mon 14 Sep, 11:02', amended: ['Tue 15 Sep'] }

function renderOnce(render: () => Promise<Uint8Array>): () => Promise<Uint8Array> {
  let made: Promise<Uint8Array> | undefined
  return () => (made ??= render())
}

function renderCard(given: Parameters<typeof buildCard>[0]) {
  return renderScorecard({ card: buildCard(given), times, ...style })
}

// Each is made once for all that is asked of it, since a document takes longer to make than to look through.
const kit = renderOnce(() => renderKits([buildKit({ link })], { ...style, as: 'kit', title: 'Kit' }))
const clearKit = renderOnce(() =>
  renderKits([buildKit({ link })], {
    ...style,
    as: 'kit',
    title: 'Kit',
    paper: 'letter',
    size: 'clear',
    ink: 'grey',
  }),
)
const blank = renderOnce(() =>
  renderKits([buildKit({ link, candidate: null })], { ...style, as: 'scorecard', title: 'Card' }),
)
const content = { values: {}, stamp: { name: 'panelist', value: 'stamp' } }
const form = renderOnce(() => renderForm(kitOf(4), { ...style, title: 'Form', content }))
const card = renderOnce(() =>
  renderCard({ status: 'amended', isOffPlan: true, isWriter: true, couldReadOthers: true }),
)
const draft = renderOnce(() => renderCard({ status: 'draft', words: 60 }))
const debrief = renderOnce(() =>
  renderDebrief({
    debrief: buildRated(['Ana', 'Łucja', 'Дмитрий']),
    records: [recordOf({ applicationId: 'application-Ana', candidateName: 'Ana' })],
    asOf: 'Mon 14 Sept 2026, 10:00',
    ...style,
  }),
)

const comparison = renderOnce(() => {
  const view = buildRated(Array.from({ length: 14 }, (_, i) => `Person ${i + 1}`)).comparison
  return renderComparison({
    comparison: view,
    headline: writeHeadline(view.rows),
    decisions: {},
    asOf: 'now',
    ...style,
  })
})
const plan = renderOnce(() => {
  const drafted = trimPlan(snapshotOf('integration-architect', { panelId: 'p', interviewerIds: [] }))
  return renderPanel({
    plan: drafted,
    coverage: computeCoverage(drafted),
    names: {},
    problems: ['A must-have is tested once.'],
    explained: [
      {
        title: 'How good this plan is',
        lines: ['A better plan: 1 question added.', 'Proven: no plan of this bank is worth more.'],
      },
      { title: 'What people decided', lines: ['“A queue that only grows” is never asked.'] },
    ],
    version: null,
    statusWords: 'Draft',
    ...style,
  })
})

const accessCopy = renderOnce(() =>
  renderAccessCopy({
    copy: {
      candidate: { name: 'Ana Ribeiro', code: 'K7M2', email: null, cvUrl: null, added: '1 Sept 2026' },
      applications: [
        {
          panelName: 'Integration architect, autumn',
          roleName: 'Integration architect',
          added: '1 Sept 2026',
          withdrawn: null,
          sessions: [
            { interview: 'A Design', when: '14 Sept 2026', state: 'held', people: ['Interviewer 1'] },
          ],
          cards: [
            {
              writer: 'Interviewer 1',
              isShadow: false,
              interview: 'A Design',
              submitted: '14 Sept 2026',
              recommendation: 'Yes',
              recommendationReason: '',
              summaryFor: 'Knows what a retry costs.',
              summaryAgainst: 'Little on access.',
              deviations: [],
              questions: [
                {
                  prompt: 'What would the customer wait for?',
                  competencyName: 'Events and messaging',
                  ratingWords: '3 Good',
                  evidence: 'Put the key and the order into one transaction.',
                  answer: '',
                  signals: [],
                },
              ],
              amendments: [],
            },
          ],
          missing: 0,
          early: [],
          record: recordOf({ candidateName: 'Ana Ribeiro' }),
        },
      ],
    },
    asOf: 'Mon 14 Sept 2026, 10:00',
    ...style,
  }),
)

/** Every document, with the pages of it that have a picture. */
const documents = [
  { name: 'kit', pages: [1, 3], render: kit },
  { name: 'kit-clear-letter', pages: [1], render: clearKit },
  { name: 'blank', pages: [1], render: blank },
  { name: 'form', pages: [1], render: form },
  { name: 'card', pages: [1, 2], render: card },
  { name: 'draft', pages: [3], render: draft },
  { name: 'debrief', pages: [1, 5], render: debrief },
  { name: 'comparison', pages: [1], render: comparison },
  { name: 'plan', pages: [1], render: plan },
  { name: 'access-copy', pages: [1], render: accessCopy },
] as const

test.for(documents)('pages of $name look as they did', async ({ name, pages, render }, context) => {
  if (!canDraw()) context.skip('pdf.js has no canvas on this system')
  const pdf = await render()
  const faults: (string | null)[] = []
  for (const page of pages) faults.push(await compareWithGolden(name, pdf, page))
  expect(faults.filter((fault) => fault !== null)).toEqual([])
})

test('a picture that was kept is read as it was', () => {
  const levels = Uint8Array.from({ length: 35 }, (_, i) => i % 16)
  expect(readPng(writePng({ width: 7, height: 5, levels }))).toEqual({ width: 7, height: 5, levels })
})

test.each(documents)(
  'everything on $name is read once, in its place, or is an artifact',
  async ({ render }) => {
    expect(await listStructureProblems(await render())).toEqual([])
  },
)

test('a kit is heard as its title, its facts, the code in words, and a part with a heading for each question', async () => {
  const [page] = await readStructure(await kit())
  const [document] = page?.kids ?? []
  const elements = listElements(document?.kids ?? [])
  expect(document?.tag).toBe('Document')
  expect(elements.find(({ tag }) => tag === 'H1')?.text).toBe('Interview kit')
  expect(elements.find(({ tag }) => tag === 'Figure')?.alt).toContain(link)
  const facts = elements.filter(({ tag }) => tag === 'LI').slice(0, 1)
  expect(facts[0]?.kids.map(({ tag, text }) => `${tag} ${text}`)).toEqual([
    'Lbl Candidate',
    'LBody Ana Ribeiro',
  ])
  const question = buildKit().questions[0]
  const section = elements.find(({ tag }) => tag === 'Sect')
  expect(section?.kids[0]).toMatchObject({ tag: 'H2', text: `1. ${question?.prompt}` })
})

test('a draft says so once in what is read, though it stands on every page', async () => {
  const pages = await readStructure(await draft())
  const words = listElements(pages).map(({ text }) => text)
  expect(pages.length).toBeGreaterThan(2)
  expect(words.filter((text) => text === 'DRAFT')).toHaveLength(1)
  expect(words.some((text) => text.startsWith('Page '))).toBe(false)
})

test('text that goes on over a page is one paragraph', async () => {
  const pages = await readStructure(await draft())
  const parts = pages.map((page) =>
    listElements([page]).filter(({ text }) => text.includes('into one transaction')),
  )
  const whole = parts.flat().map(({ text }) => text)
  expect(parts.filter((part) => part.length > 0).length).toBeGreaterThan(1)
  // Each page shows its own half of a paragraph that begins on one and ends on the next.
  expect(whole.some((text) => !text.startsWith('Evidence:'))).toBe(true)
})

test('the scores of a debrief are tables whose heads name candidates and competencies', async () => {
  const elements = listElements(await readStructure(await debrief()))
  const table = elements.find(({ tag }) => tag === 'Table')
  const [head, row] = table?.kids ?? []
  expect(head?.kids.map(({ tag }) => tag).every((tag) => tag === 'TH')).toBe(true)
  expect(head?.kids[0]?.text).toBe('Candidate')
  expect(row?.kids[0]).toMatchObject({ tag: 'TH', text: expect.stringContaining('Tier 1') })
  const headings = elements.filter(({ tag }) => /^H\d$/.test(tag)).map(({ tag, text }) => `${tag} ${text}`)
  for (const heading of ['H2 To talk about', 'H2 What everybody concluded', 'H3 Ana', 'H2 Decision on Ana'])
    expect(headings).toContain(heading)
})

test('a table that goes on over pages is one table, and a draft of a plan says so once', async () => {
  const tables = listElements(await readStructure(await comparison())).filter(({ tag }) => tag === 'Table')
  const rows = tables.flatMap(({ kids }) => kids).filter(({ kids }) => kids[0]?.text.startsWith('Person'))
  expect(rows).toHaveLength(28)
  const words = listElements(await readStructure(await plan())).map(({ text }) => text)
  expect(words.filter((text) => text.startsWith('DRAFT'))).toHaveLength(1)
})

test('a file of many kits shares its blocks and is not tagged, with a bookmark for each kit', async () => {
  const kits = Array.from({ length: 9 }, (_, i) => buildKit({ candidate: `Candidate ${i}`, questions: [] }))
  const pdf = await renderKits(kits, { ...style, as: 'kit', title: 'Packet' })
  expect(await readStructure(pdf)).toEqual([])
  expect(await listStructureProblems(pdf)).toContain('there is no structure')
  expect((await readOutline(pdf)).map(({ items }) => items.length)).toEqual(kits.map(() => 0))
})

test('the bookmarks of a kit and of a debrief lead to their headings', async () => {
  const [first] = await readOutline(await kit())
  expect(first?.title).toContain('Ana Ribeiro')
  expect(first?.items.map(({ title }) => title).at(-1)).toBe('After the interview: your recommendation')
  expect(first?.items).toHaveLength(buildKit().questions.length + 1)
  const [whole] = await readOutline(await debrief())
  const agenda = whole?.items.find(({ title }) => title === 'To talk about')
  expect(whole?.title).toMatch(/^Debrief, /)
  expect(agenda?.items[0]?.title).toMatch(/^(Ana|Łucja|Дмитрий): /)
})

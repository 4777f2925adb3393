import { expect, test } from 'vitest'
import { prepareDebrief } from '#app/domains/debrief/debrief-view.ts'
import { planCalibration } from '#app/domains/debrief/comparison-ratings.ts'
import { calibrate } from '#app/domains/measurement/calibrate.ts'
import { comparedCandidate, comparedSnapshot, comparedVersionId, evenCards } from '#tests/support/compared.ts'
import { readPdf } from '#tests/support/read-pdf.ts'
import { snapshotOf } from '#tests/support/round.ts'
import { renderDebrief } from './render.server.ts'

function buildDebrief(candidates: number) {
  const snapshot = snapshotOf('api-integration-specialist', { panelId: 'p', interviewerIds: [] })
  return prepareDebrief({
    snapshot,
    versionId: 'v1',
    versionNumber: 1,
    versions: new Map([['v1', snapshot]]),
    candidates: Array.from({ length: candidates }, (_, i) => ({
      applicationId: `a${i}`,
      name: `Candidate ${i + 1}`,
      code: `K${i}`,
      isWithdrawn: false,
      cards: [],
      shadows: [],
      sessions: [],
      submitted: 0,
      owed: 2,
    })),
    interviewerNames: ['Maren Hoekstra', 'Tom Ellery'],
  })
}

async function print(candidates: number | ReturnType<typeof prepareDebrief>, paper: 'a4' | 'letter' = 'a4') {
  const debrief = typeof candidates === 'number' ? buildDebrief(candidates) : candidates
  const props = {
    debrief,
    asOf: 'Mon 14 Sept 2026, 10:00',
    paper,
    createdAt: new Date(0),
  }
  return readPdf(await renderDebrief(props))
}

test('the packet counts its pages through, from the matrix to the signatures', async () => {
  const { pages } = await print(4)
  pages.forEach((page, i) => expect(page).toContain(`Page ${i + 1} of ${pages.length}`))
  expect(pages.length).toBeLessThanOrEqual(7)
  expect(pages.at(-1)).toContain('Maren Hoekstra')
}, 20_000)

test('nobody to compare and sixty candidates both come out', async () => {
  expect((await print(0, 'letter')).pages.length).toBeGreaterThan(0)
  const { pages } = await print(60)
  const text = pages.join(' ')
  for (const number of [1, 30, 60]) expect(text).toContain(`Candidate ${number} `)
}, 60_000)

/** Candidates whom two interviewers rated in everything. */
function buildRated(names: readonly string[]) {
  const snapshot = comparedSnapshot()
  const input = {
    snapshot,
    versionId: comparedVersionId,
    versionNumber: 1,
    versions: new Map([[comparedVersionId, snapshot]]),
    candidates: names.map((name, i) =>
      comparedCandidate(snapshot, { name, cards: evenCards(snapshot, { a: 1 + (i % 4), b: 2 + (i % 3) }) }),
    ),
    interviewerNames: ['Maren Hoekstra'],
  }
  const plan = planCalibration(input)
  return prepareDebrief(input, plan.input ? calibrate(plan.input) : undefined)
}

test.each(['a4', 'letter'] as const)(
  'scores are drawn at the end of the packet, with their figures and in every script (%s)',
  async (paper) => {
    const { pages } = await print(buildRated(['Łucja Źrebięca', 'Дмитрий Орлов']), paper)
    const drawn = pages.find((page) => page.includes('Scores and how sure they are')) ?? ''
    // Where the font changes, a reader of the text finds a gap.
    const letters = drawn.replaceAll(' ', '')
    for (const text of ['ŁucjaŹrebięca', 'ДмитрийОрлов', 'Calibratedscore']) expect(letters).toContain(text)
    expect(pages.join(' ')).toContain('Competency by competency')
  },
  60_000,
)

test('of fourteen candidates the scores are all drawn, the competencies of twelve, and the packet says so', async () => {
  const names = Array.from({ length: 14 }, (_, i) => `Person ${i + 1}`)
  const { pages } = await print(buildRated(names))
  const from = pages.findIndex((page) => page.includes('Scores and how sure they are'))
  const drawn = pages.slice(from).join(' ')
  expect(drawn).toContain('2 more stand on its page of plots')
  for (const name of ['Person 1 ', 'Person 7', 'Person 14']) expect(drawn).toContain(name)
}, 120_000)

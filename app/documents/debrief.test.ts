import { expect, test } from 'vitest'
import { prepareDebrief } from '#app/domains/debrief/debrief-view.ts'
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

async function print(candidates: number, paper: 'a4' | 'letter' = 'a4') {
  const props = {
    debrief: buildDebrief(candidates),
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

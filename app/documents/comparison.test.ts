import { expect, test } from 'vitest'
import { compareCandidates } from '#app/domains/debrief/comparison-view.ts'
import { planCalibration } from '#app/domains/debrief/comparison-ratings.ts'
import { writeHeadline } from '#app/domains/debrief/headline.ts'
import { calibrate } from '#app/domains/measurement/calibrate.ts'
import { comparedCandidate, comparedSnapshot, comparedVersionId, evenCards } from '#tests/support/compared.ts'
import { hasColour, listTextSizes, readPdf } from '#tests/support/read-pdf.ts'
import type { PrintStyle } from './parts/look.ts'
import { renderComparison } from './render.server.ts'

function compare(names: readonly string[], { rated = names.length, isCalibrated = true } = {}) {
  const snapshot = comparedSnapshot()
  const input = {
    snapshot,
    versionId: comparedVersionId,
    versionNumber: 1,
    versions: new Map([[comparedVersionId, snapshot]]),
    candidates: names.map((name, i) =>
      comparedCandidate(snapshot, {
        name,
        cards: i < rated ? evenCards(snapshot, { a: 1 + (i % 4), b: 2 + (i % 3) }) : [],
      }),
    ),
  }
  const plan = planCalibration(input)
  return compareCandidates(input, plan.input && isCalibrated ? calibrate(plan.input) : undefined)
}

function print(
  comparison: ReturnType<typeof compare>,
  style: Partial<PrintStyle> & { decisions?: Record<string, string> } = {},
) {
  return renderComparison({
    comparison,
    headline: writeHeadline(comparison.rows),
    decisions: {},
    asOf: 'Mon 14 Sept 2026, 10:00',
    paper: 'a4',
    size: 'compact',
    ink: 'colour',
    createdAt: new Date(0),
    ...style,
  })
}

/** Without gaps, which a reader of the text finds where a line or a font changes. */
function lettersOf(text: string): string {
  return text.replaceAll(/[\s-]/g, '')
}

test('each candidate has the calibrated score with its interval, the raw one, the tier and how many gave it; what is missing is said', async () => {
  const comparison = compare(['Ana', 'Ben', 'Cleo', 'Dan', 'Eve'], { rated: 4 })
  const { pages, width, height } = await readPdf(
    await print(comparison, { decisions: { 'application-Ana': 'Hire, locked' } }),
  )
  expect([width, height]).toEqual([842, 595])
  const text = lettersOf(pages.join(' '))
  for (const { name, calibrated, overall, cells } of comparison.rows.filter((row) => row.name !== 'Eve')) {
    if (!calibrated || !overall) throw new Error('a candidate stands in no order')
    const figures = [calibrated.mean, calibrated.low, calibrated.high, overall.mean].map((one) =>
      one.toFixed(1),
    )
    const [mean, low, high, raw] = figures
    expect(text).toContain(`0of8cards${name === 'Ana' ? 'Hire,locked' : ''}${mean}${low}to${high}raw${raw}`)
    for (const { calibrated: found, score } of cells) {
      if (!found || !score) throw new Error('a competency has no score')
      expect(text).toContain(
        `(${score.interviewers.length})${found.low.toFixed(1)}to${found.high.toFixed(1)},raw${score.mean.toFixed(1)}`,
      )
    }
  }
  expect(text).toContain('Eve0of8cards–notorderedwaiting')
  expect(text).toContain('bar2.5')
  for (const tier of comparison.calibration.kind === 'calibrated' ? comparison.calibration.tiers : [])
    expect(text).toContain(`Tier${tier.key}:`)
}, 60_000)

test.each(['a4', 'letter'] as const)(
  'on %s sixty candidates take several pages, each with the names of the columns and its number',
  async (paper) => {
    const names = Array.from({ length: 60 }, (_, i) => `Person ${i + 1}.`)
    const { pages } = await readPdf(await print(compare(names, { isCalibrated: false }), { paper }))
    expect(pages.length).toBeGreaterThan(4)
    for (const [i, page] of pages.entries()) {
      expect(page).toContain('Candidate')
      expect(page).toMatch(/\d+ %/)
      expect(page).toContain(`Page ${i + 1} of ${pages.length}`)
    }
    // Once with the first competencies, once with the others.
    for (const name of names) expect(pages.join(' ').split(name).length).toBeGreaterThanOrEqual(3)
  },
  60_000,
)

test('without anybody to compare it says what to do', async () => {
  const { pages } = await readPdf(await print(compare([])))
  expect(pages).toHaveLength(1)
  expect(pages[0]).toContain('Put candidates on this panel')
})

test('clear print has nothing under twelve points, grey print no colour, and long names keep inside their column', async () => {
  const comparison = compare(['Bartholomäus Konstantinopoulos-Weatherby', 'x'.repeat(90), 'Дмитрий Орлов'])
  const clear = await print(comparison, { size: 'clear', ink: 'grey', paper: 'letter' })
  expect(Math.min(...(await listTextSizes(clear)))).toBeGreaterThanOrEqual(12)
  expect(await hasColour(clear)).toBe(false)
  expect(await hasColour(await print(comparison))).toBe(true)
  expect(lettersOf((await readPdf(clear)).pages.join(' '))).toContain('x'.repeat(90))
}, 60_000)

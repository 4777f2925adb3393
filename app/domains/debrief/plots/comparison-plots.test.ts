import { expect, test } from 'vitest'
import { calibrate } from '#app/domains/measurement/calibrate.ts'
import { comparedCandidate, comparedSnapshot, comparedVersionId, evenCards } from '#tests/support/compared.ts'
import { planCalibration } from '../comparison-ratings.ts'
import { compareCandidates } from '../comparison-view.ts'
import { plotComparison } from './comparison-plots.ts'

const snapshot = comparedSnapshot()

function plotsOf(levels: Readonly<Record<string, Readonly<Record<string, number>>>>) {
  const candidates = Object.entries(levels).map(([name, given]) =>
    comparedCandidate(snapshot, { name, cards: evenCards(snapshot, given) }),
  )
  const input = {
    snapshot,
    versionId: comparedVersionId,
    versionNumber: 1,
    versions: new Map([[comparedVersionId, snapshot]]),
    candidates,
  }
  const plan = planCalibration(input)
  const view = compareCandidates(input, plan.input ? calibrate(plan.input) : undefined)
  return { view, plots: plotComparison(view) }
}

test('candidates far apart stand in tiers of their own, the leading one first, with the figures beside', () => {
  const { plots } = plotsOf({ Jonas: { a: 1, b: 2 }, Ana: { a: 4, b: 4 } })
  const { sections } = plots.scores.plot
  expect(sections.map(({ title }) => title)).toEqual(['Tier 1', 'Tier 2'])
  expect(sections[0]?.rows[0]?.label).toBe('Ana')
  expect(plots.scores.table.rows.map(([name]) => name)).toEqual(['Ana', 'Jonas'])
  for (const { low, high, value, raw } of sections.flatMap(({ rows }) => rows)) {
    expect(low).toBeLessThan(value ?? NaN)
    expect(high).toBeGreaterThan(value ?? NaN)
    expect(raw).not.toBeNull()
  }
})

test('somebody whom one interviewer met stands in no order', () => {
  const { plots } = plotsOf({ Ana: { a: 4, b: 3 }, Jonas: { a: 2 } })
  const last = plots.scores.plot.sections.at(-1)
  expect(last?.title).toBe('Not ordered')
  expect(last?.rows.map(({ label }) => label)).toEqual(['Jonas'])
})

test('equal ratings give no interval and no order', () => {
  const { plots } = plotsOf({ Ana: { a: 3, b: 3 }, Jonas: { a: 3, b: 3 } })
  expect(plots.whyNoIntervals).toContain('the same')
  const rows = plots.scores.plot.sections.flatMap((section) => section.rows)
  expect(rows.map(({ low, value, raw }) => ({ low, value, raw }))).toEqual([
    { low: null, value: null, raw: 3 },
    { low: null, value: null, raw: 3 },
  ])
  expect(plots.scores.table.rows[0]).toContain('–')
})

test('candidates who share no interviewer are drawn in groups', () => {
  const { plots } = plotsOf({ Ana: { a: 4, b: 3 }, Jonas: { c: 2, d: 3 } })
  expect(plots.groups).toBe(2)
  expect(plots.links.plot.sections.map(({ title }) => title)).toEqual(['Group 1', 'Group 2'])
  expect(plots.scores.plot.sections.every(({ title }) => title?.startsWith('Group'))).toBe(true)
  expect(plots.links.table.rows[0]).toEqual(['Ana', '1', 'Name of a, Name of b'])
})

test('a must-have has its bar, and a split cell its flag, in the picture and in words', () => {
  const { plots } = plotsOf({ Ana: { a: 1, b: 4 }, Jonas: { a: 1, b: 4 } })
  const gates = snapshot.competencies.filter(({ gate }) => gate !== null).length
  expect(plots.competencies.plot.filter(({ plot }) => plot.line?.tone === 'gate')).toHaveLength(gates)
  const heat = plots.heat.plot.sections[0]?.rows[0]?.cells.filter((cell) => cell.kind === 'heat') ?? []
  expect(heat.length).toBeGreaterThan(0)
  expect(heat.every((cell) => cell.isApart)).toBe(true)
  expect(plots.heat.table.rows[0]?.join(' ')).toContain('3 apart')
})

test('without a card there is nothing to draw', () => {
  expect(plotsOf({}).plots.isEmpty).toBe(true)
  expect(plotsOf({ Ana: {} }).plots.isEmpty).toBe(true)
})

import { expect, test } from 'vitest'
import { calibrate } from '#app/domains/measurement/calibrate.ts'
import type { PanelSnapshot } from '#app/domains/panels/panel-snapshot.schema.ts'
import { comparedCandidate, comparedSnapshot, comparedVersionId, evenCards } from '#tests/support/compared.ts'
import { inHundred, writeExpectation } from './calibrated-headline.ts'
import { findWeakestLead, type CalibrationSummary } from './calibration-summary.ts'
import { isSameScale, planCalibration, writeOtherScale } from './comparison-ratings.ts'
import { compareCandidates } from './comparison-view.ts'
import type { Compared, ComparedCandidate } from './scored-card.ts'

const snapshot = comparedSnapshot()

function compared(
  candidates: readonly ComparedCandidate[],
  older: readonly [string, PanelSnapshot][] = [],
): Compared {
  const versions = new Map([[comparedVersionId, snapshot], ...older])
  return { snapshot, versionId: comparedVersionId, versionNumber: 1, versions, candidates }
}
function compare(input: Compared) {
  const plan = planCalibration(input)
  return compareCandidates(input, plan.input ? calibrate(plan.input) : undefined)
}
function person(name: string, levels: Record<string, number>): ComparedCandidate {
  return comparedCandidate(snapshot, { name, cards: evenCards(snapshot, levels) })
}
function calibrated(summary: CalibrationSummary) {
  if (summary.kind === 'none') throw new Error(`not calibrated: ${summary.why}`)
  return summary
}

const usual = [
  person('Ana', { a: 4, b: 3 }),
  person('Bo', { a: 3, b: 4 }),
  person('Cy', { a: 2, b: 1 }),
  person('Di', { a: 1, b: 1 }),
]

const usualView = compare(compared(usual))

test('a calibrated score lies inside its interval, beside the raw mean, which it does not replace', () => {
  const { rows } = usualView
  expect(rows).toHaveLength(4)
  for (const row of rows) {
    const { mean = NaN, low = NaN, high = NaN } = row.calibrated ?? {}
    expect(low).toBeLessThan(mean)
    expect(high).toBeGreaterThan(mean)
    expect(row.overall?.mean).toBeGreaterThanOrEqual(1)
  }
})

test('the overall score is the weighted mean of what is expected in each competency', () => {
  const total = snapshot.competencies.reduce((sum, { weight }) => sum + weight, 0)
  for (const row of usualView.rows) {
    const expected = row.calibrated?.expected ?? {}
    const asked = snapshot.competencies.filter(({ id }) => id in expected)
    expect(asked).toHaveLength(snapshot.competencies.length)
    const sum = asked.reduce((found, { id, weight }) => found + (expected[id] ?? NaN) * (weight / total), 0)
    expect(sum).toBeCloseTo(row.calibrated?.mean ?? NaN, 6)
  }
})

test('tiers follow the scores, and each names the pair that it is told apart by worst', () => {
  const { rows, calibration } = usualView
  const { tiers } = calibrated(calibration)
  expect(tiers.flatMap((tier) => tier.applicationIds)).toEqual(rows.map((row) => row.applicationId))
  expect(tiers.length).toBeGreaterThan(1)
  expect(tiers[0]?.applicationIds).toEqual(['application-Ana', 'application-Bo'])
  expect(tiers[0]?.lead?.standing).not.toBe('cannot tell')
  expect(tiers.at(-1)?.lead).toBeNull()
})

test('the headline cannot tell two apart who share a tier, and says by how little', () => {
  const { headline } = calibrated(usualView.calibration)
  expect(headline.title).toBe('Cannot tell Ana and Bo apart.')
  expect(headline.detail).toMatch(
    /^The chance that Ana is stronger than Bo is \d\d in 100: too close to call\./,
  )
})

test('somebody with one interviewer stands in no order and still shows what was given', () => {
  const { rows, calibration } = compare(compared([...usual, person('Eve', { a: 4 })]))
  const eve = rows.at(-1)
  expect(eve).toMatchObject({ name: 'Eve', isOrderable: false, calibrated: null })
  expect(eve?.cells.some((cell) => cell.calibrated !== null)).toBe(true)
  expect(calibrated(calibration).tiers.flatMap((tier) => tier.applicationIds)).toHaveLength(4)
})

test('what nobody rated has no calibrated score, though the rest would give one', () => {
  const [ana, ...others] = usual
  const short = { ...(ana ?? person('Ana', { a: 4 })), cards: (ana?.cards ?? []).slice(0, -2) }
  const row = compare(compared([short, ...others])).rows.find(({ name }) => name === 'Ana')
  const missing = row?.cells.filter((cell) => cell.score === null) ?? []
  expect(missing.length).toBeGreaterThan(0)
  for (const cell of missing) expect(cell.calibrated).toBeNull()
  expect(row?.overall?.isPartial).toBe(true)
})

test('candidates who share no interviewer are in groups, and no headline puts them in an order', () => {
  const other = [person('Ed', { x: 4, y: 3 }), person('Flo', { x: 2, y: 2 })]
  const { calibration } = compare(compared([...usual, ...other]))
  const { groups, tiers, headline } = calibrated(calibration)
  expect(groups).toBe(2)
  expect(tiers.every((tier) => /^[12]\.\d$/.test(tier.key))).toBe(true)
  expect(headline.title).toBe('2 groups of candidates share no interviewer.')
})

test.each<[string, ComparedCandidate[], string]>([
  ['nobody', [], 'no-scores'],
  ['no card to see', [comparedCandidate(snapshot)], 'no-scores'],
  ['one candidate', [person('Ana', { a: 3, b: 2 })], 'one-candidate'],
  ['one interviewer', [person('Ana', { a: 3 }), person('Bo', { a: 2 })], 'one-interviewer'],
  ['all alike', [person('Ana', { a: 3, b: 3 }), person('Bo', { a: 3, b: 3 })], 'no-variation'],
])('says why nothing is calibrated: %s', (_name, candidates, why) => {
  const { rows, calibration } = compare(compared(candidates))
  expect(calibration).toMatchObject({ kind: 'none', why })
  expect(rows.every((row) => row.calibrated === null)).toBe(true)
})

test('ratings on another scale are left out and counted', () => {
  const scale = { ...snapshot.scale, levels: snapshot.scale.levels.slice(0, -1) }
  const [ana, ...others] = usual
  const old = { ...(ana ?? person('Ana', {})), cards: [] as ComparedCandidate['cards'] }
  old.cards = (ana?.cards ?? []).map((card) => ({ ...card, panelVersionId: 'version-0' }))
  const input = compared([old, ...others], [['version-0', { ...snapshot, scale }]])
  const { rows, calibration } = compare(input)
  expect(calibration.otherScale).toBe(old.cards.length)
  const row = rows.find(({ name }) => name === 'Ana')
  expect(row?.calibrated).toBeNull()
  expect(row?.overall).toBeNull()
  expect(row?.isOrderable).toBe(false)
  expect(new Set(row?.cells.map(({ score, missing }) => [score, missing].join()))).toEqual(
    new Set([',other-scale']),
  )
  expect(isSameScale(snapshot.scale, { ...snapshot.scale, name: 'Renamed' })).toBe(true)
})

test('beside ratings on another scale those on this one make the score, and those of another version stay in it, marked', () => {
  const scale = { ...snapshot.scale, levels: snapshot.scale.levels.slice(0, -1) }
  const older: [string, PanelSnapshot][] = [
    ['version-0', { ...snapshot, scale }],
    ['version-00', snapshot],
  ]
  const [ana, ...others] = usual
  if (!ana) throw new Error('nobody is compared')
  const moved = { ...ana, cards: [...evenCards(snapshot, { a: 4, b: 4 }), ...evenCards(snapshot, { c: 1 })] }
  moved.cards = moved.cards.map((card) => ({
    ...card,
    panelVersionId: card.interviewerId === 'c' ? 'version-0' : 'version-00',
  }))
  const { rows } = compare(compared([moved, ...others], older))
  const cells = rows.find(({ name }) => name === ana.name)?.cells ?? []
  expect(cells.length).toBeGreaterThan(0)
  for (const cell of cells) {
    expect(cell.score?.interviewers.map((one) => one.interviewerId)).toEqual(['a', 'b'])
    expect([cell.score?.mean, cell.isDisagreement, cell.isOtherVersion]).toEqual([4, false, true])
  }
})

test.each([
  [0, null],
  [1, '1 scorecard was'],
  [2, '2 scorecards were'],
])('%i cards on another scale are said', (cards, words) => {
  const said = writeOtherScale(cards)
  if (words === null) expect(said).toBeNull()
  else expect(said).toMatch(words)
})

test('a bar is met, not met or unclear by the chance of reaching it', () => {
  const { rows } = compare(compared([...usual, person('Mid', { a: 3, b: 2 })]))
  const gatesOf = (name: string) =>
    rows.find((row) => row.name === name)?.cells.flatMap(({ gate }) => (gate === null ? [] : [gate])) ?? []
  expect(gatesOf('Ana').every((gate) => gate === 'met')).toBe(true)
  expect(gatesOf('Di').every((gate) => gate === 'not-met')).toBe(true)
  expect(gatesOf('Mid')).toContain('unclear')
})

test.each([
  [0.551, '55 in 100'],
  [0.9999, '99 in 100'],
  [0.0001, '1 in 100'],
])('%f is said as %s', (p, words) => {
  expect(inHundred(p)).toBe(words)
})

test('a candidate is said in one sentence, with the plain mean beside it', () => {
  expect(writeExpectation('Ana', { mean: 3.12, low: 2.68, high: 3.51 }, 3.4)).toBe(
    'If every interviewer had met Ana, we expect 3.1; nine times in ten between 2.7 and 3.5. The plain mean is 3.4.',
  )
  expect(writeExpectation('Ana', null, 3)).toBe(
    'Too few scores to say what to expect of Ana. The plain mean is 3.0.',
  )
})

test('the weakest pair across a line is found, and none where one side is empty', () => {
  const chance = (above: string) => (above === 'b' ? 0.81 : 0.97)
  expect(findWeakestLead(['a', 'b'], ['c'], chance)).toEqual({
    above: 'b',
    below: 'c',
    p: 0.81,
    standing: 'probably ahead',
  })
  expect(findWeakestLead(['a'], [], chance)).toBeNull()
})

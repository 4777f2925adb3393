import { expect, test } from 'vitest'
import { computeCoverage } from '#app/domains/panels/coverage.ts'
import { trimPlan } from '#app/domains/panels/panel-views.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { hasColour, listTextSizes, readPdf } from '#tests/support/read-pdf.ts'
import { snapshotOf } from '#tests/support/round.ts'
import type { PanelPdfProps } from './panel-plan/compose-panel.ts'
import { renderPanel } from './render.server.ts'

function buildPlan() {
  return trimPlan(
    snapshotOf('integration-architect', { panelId: 'p', interviewerIds: [['maren', 'tom'], [], ['gone']] }),
  )
}

function print(given: Partial<PanelPdfProps> = {}) {
  const plan = given.plan ?? buildPlan()
  return renderPanel({
    plan,
    coverage: computeCoverage(plan),
    names: { maren: 'Maren Hoekstra', tom: 'Tom Ellery' },
    problems: [],
    explained: [],
    version: { number: 3, published: 'published Mon 14 Sept 2026, 10:00' },
    statusWords: 'Published, version 3',
    paper: 'a4',
    size: 'compact',
    ink: 'colour',
    createdAt: new Date(0),
    ...given,
  })
}

/** The first interview alone, with so many questions of the shipped bank. */
function planWith(count: number) {
  const plan = buildPlan()
  const bank = shippedRubrics().questions
  const questions = Array.from({ length: count }, (_, i) => {
    const content = bank[i % bank.length]
    if (!content) throw new Error('the bank is empty')
    return { questionId: `q${i}`, content }
  })
  return {
    ...plan,
    interviews: plan.interviews.slice(0, 1).map((interview) => ({ ...interview, questions })),
  }
}

test('a plan has its weights and bars, who tests what for how long, and each interview with people and questions', async () => {
  const plan = buildPlan()
  const coverage = computeCoverage(plan)
  const { pages } = await readPdf(await print())
  const text = pages.join(' ')
  const total = plan.competencies.reduce((sum, { weight }) => sum + weight, 0)
  for (const row of coverage.rows) {
    const bar = row.gate === null ? '' : `${row.gate.toFixed(1)} `
    expect(text).toContain(`${row.name} ${Math.round((row.weight / total) * 100)} % ${bar}`)
  }
  for (const interview of plan.interviews) {
    expect(text).toContain(`${interview.letter} ${interview.focus}`)
    for (const { content } of interview.questions) expect(text).toContain(content.title)
  }
  for (const words of [
    'Maren Hoekstra, Tom Ellery',
    'No interviewer named yet',
    'Somebody',
    'min free',
    'min 0',
  ])
    expect(text).toContain(words)
  expect(text).not.toContain('DRAFT')
  expect(text).toContain('published Mon 14 Sept 2026, 10:00')
})

test.each([0, 1, 8, 40, 60])('a draft of %i questions says so on every page', async (count) => {
  const problems = ['Security: tested in no interview.']
  const { pages } = await readPdf(
    await print({ plan: planWith(count), version: null, problems, paper: 'letter' }),
  )
  pages.forEach((page, i) => {
    expect(page).toContain('DRAFT')
    expect(page).toContain(`Page ${i + 1} of ${pages.length}`)
  })
  const text = pages.join(' ')
  expect(text).toContain('tested in no interview')
  expect(text.split(/ min \d/).length - 1).toBeGreaterThanOrEqual(count)
  if (count === 0) expect(text).toContain('No question is chosen yet')
})

test('a panel without competencies and interviews still prints', async () => {
  const plan = { ...buildPlan(), competencies: [], interviews: [] }
  const text = (await readPdf(await print({ plan, version: null }))).pages.join(' ')
  expect(text).toContain('No competency is weighted yet')
  expect(text).toContain('No interview is planned yet')
})

test('what the planner says of a plan stands under its heads, for a version as well', async () => {
  const explained = [
    { title: 'How good this plan is', lines: ['Proven: nothing is better.', 'Worth 2,340 points.'] },
    {
      title: 'What a little more room would bring',
      lines: ['Ten more minutes for “A” would bring nothing.'],
    },
  ]
  const text = (await readPdf(await print({ explained }))).pages.join(' ')
  for (const { title, lines } of explained)
    for (const words of [title, ...lines]) expect(text).toContain(words)
})

test('clear print has nothing under twelve points, and grey print no colour', async () => {
  const clear = await print({ size: 'clear', ink: 'grey' })
  expect(Math.min(...(await listTextSizes(clear)))).toBeGreaterThanOrEqual(12)
  expect(await hasColour(clear)).toBe(false)
  expect(await hasColour(await print())).toBe(true)
})

// @ts-check
import { buildSubject } from './build-subject.mjs'

/** @typedef {typeof import('./plan-subject.ts')} Subject */
/** @typedef {ReturnType<Subject['makeUsualProblem']>} Problem */
/** @typedef {ReturnType<Subject['planPanel']>} Plan */

const banks = [
  { questions: 90, interviews: 5, competencies: 14 },
  { questions: 1_000, interviews: 5, competencies: 12 },
  { questions: 10_000, interviews: 5, competencies: 12 },
  { questions: 100_000, interviews: 6, competencies: 14 },
]
const seeds = [1, 2, 3]
/** Beyond this the model of all columns takes minutes. */
const mostDirect = 10_000
const edits = { usual: 30, large: 10 }

/** Plans banks of four sizes with the planner, with the model of all columns and greedily, then edits them one change at a time. */
export async function measure() {
  const subject = /** @type {Subject} */ (await buildSubject('plan-subject.ts'))
  const solver = await subject.loadSolver()
  // The solver is compiled further while it works: what a warm server does is measured.
  for (const seed of [91, 92, 93])
    subject.planPanel(
      subject.makeUsualProblem({ seed, questions: 400, interviews: 5, competencies: 12 }),
      solver,
    )
  console.log(
    '\nPlanning a panel, median CPU milliseconds of three banks; “of best” is the worth of the greedy plan as a share of the best\n',
  )
  print([
    'questions',
    'planner',
    'slowest',
    'gap',
    'direct',
    'ratio',
    'greedy',
    'of best',
    'what-if p50',
    'p95',
    'changed',
  ])
  for (const bank of banks) print(compare(subject, solver, bank))
}

/**
 * @param {Subject} subject
 * @param {Awaited<ReturnType<Subject['loadSolver']>>} solver
 * @param {typeof banks[number]} bank
 */
function compare(subject, solver, bank) {
  const planner = []
  const direct = []
  const greedy = []
  const shares = []
  const whatIfs = []
  const changes = []
  let gap = 0
  for (const seed of seeds) {
    const problem = subject.makeUsualProblem({ seed, ...bank })
    const best = timed(() => subject.planPanel(problem, solver))
    planner.push(best.ms)
    gap = Math.max(gap, best.result.gap)
    expectEqual(subject.checkPlan(problem, best.result.interviews).objective, best.result.objective)
    if (bank.questions <= mostDirect) {
      const all = timed(() => subject.planPanel(problem, solver, { method: 'direct' }))
      direct.push(all.ms)
      if (best.result.status === 'best' && all.result.status === 'best')
        expectEqual(all.result.objective, best.result.objective)
    }
    const quick = timed(() => subject.planGreedily(problem))
    greedy.push(quick.ms)
    const check = subject.checkPlan(problem, quick.result)
    if (check.broken.length > 0) throw new Error(`The greedy plan breaks a rule: ${check.broken[0]}`)
    shares.push(check.objective / best.result.objective)
    const count = bank.questions > mostDirect ? edits.large : edits.usual
    for (const { ms, changed } of edit(subject, solver, problem, best.result, { seed, count })) {
      whatIfs.push(ms)
      changes.push(changed)
    }
  }
  const ms = (/** @type {number[]} */ values, share = 0.5) =>
    values.length === 0 ? '–' : quantile(values, share).toFixed(0)
  return [
    bank.questions.toLocaleString('en'),
    ms(planner),
    ms(planner, 1),
    `${(gap * 100).toFixed(2)} %`,
    ms(direct),
    direct.length === 0 ? '–' : `${(quantile(direct, 0.5) / quantile(planner, 0.5)).toFixed(1)} ×`,
    ms(greedy),
    `${(quantile(shares, 0.5) * 100).toFixed(1)} %`,
    ms(whatIfs),
    ms(whatIfs, 0.95),
    quantile(changes, 0.5).toFixed(0),
  ]
}

/**
 * Pins, bans, longer and shorter interviews, one at a time on top of the plan before; each is planned to the end again.
 * @param {Subject} subject
 * @param {Awaited<ReturnType<Subject['loadSolver']>>} solver
 * @param {Problem} problem
 * @param {Plan} plan
 * @param {{ seed: number, count: number }} settings
 */
function* edit(subject, solver, problem, plan, { seed, count }) {
  const draw = subject.drawBelow(seed + 50)
  for (let n = 0; n < count; n++) {
    const slot = plan.interviews[draw(plan.interviews.length)]
    const interview = slot?.id ?? ''
    const asked = slot?.questions[draw(slot.questions.length)] ?? ''
    const other = problem.questions[draw(problem.questions.length)]?.id ?? ''
    const minutes = draw(2) === 0 ? 10 : -10
    const changed = [
      { ...problem, bans: [{ question: asked }] },
      { ...problem, pins: [{ question: other, interview }] },
      {
        ...problem,
        interviews: problem.interviews.map((one) =>
          one.id === interview ? { ...one, minutes: one.minutes + minutes } : one,
        ),
      },
    ][n % 3]
    if (!changed) continue
    const again = timed(() => subject.planPanel({ ...changed, previous: plan.interviews }, solver))
    const stayed = new Set(plan.interviews.flatMap(({ id, questions }) => questions.map((q) => `${id} ${q}`)))
    const came = again.result.interviews.flatMap(({ id, questions }) =>
      questions.filter((q) => !stayed.has(`${id} ${q}`)),
    )
    yield { ms: again.ms, changed: came.length }
  }
}

/**
 * @template T
 * @param {() => T} run
 */
function timed(run) {
  const before = process.cpuUsage()
  const result = run()
  const { user, system } = process.cpuUsage(before)
  return { result, ms: (user + system) / 1_000 }
}

/** @param {number} found @param {number} expected */
function expectEqual(found, expected) {
  if (found !== expected) throw new Error(`Two ways to plan give ${found} and ${expected}.`)
}

/** @param {readonly number[]} values @param {number} share */
function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
}

/** @param {readonly string[]} cells */
function print(cells) {
  console.log(cells.map((cell) => cell.padStart(12)).join(''))
}

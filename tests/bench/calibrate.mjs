// @ts-check
import { buildSubject } from './build-subject.mjs'

/** @typedef {import('#app/domains/measurement/calibration-types.ts').CalibrationRating} Rating */

/**
 * Calibrates simulated panels of three sizes, and one competency with 73,000 ratings by 3,000 interviewers, beside the raw means of the same ratings.
 */
export async function measure() {
  const subject = /** @type {typeof import('./calibrate-subject.ts')} */ (
    await buildSubject('calibrate-subject.ts')
  )
  console.log('\nCalibration, CPU seconds; memory is the most that this process has held so far\n')
  console.log(
    ['ratings', 'candidates', 'model', 'engine', 'raw means', 'memory']
      .map((name) => name.padStart(12))
      .join(''),
  )
  for (const candidates of [15, 200, 1_000])
    for (const model of /** @type {const} */ (['integrated', 'reml'])) {
      const interviewers = Math.max(7, candidates / 10)
      const shape = { seed: 5, candidates, interviewers, perCandidate: 3, competencies: 5, isRounded: true }
      compare(subject, model, subject.simulatePanel(shape).ratings, candidates)
    }
  compare(
    subject,
    'reml',
    subject.simulateCrossed({ candidates: 1_100, interviewers: 3_000, ratings: 73_000 }),
    1_100,
  )
}

/**
 * @param {typeof import('./calibrate-subject.ts')} subject
 * @param {'integrated' | 'reml'} model
 * @param {Rating[]} ratings
 * @param {number} candidates
 */
function compare(subject, model, ratings, candidates) {
  const engine = cpuSecondsOf(() => subject.calibrate({ model, ratings, range: 3 }))
  const raw = cpuSecondsOf(() => meansOf(ratings))
  const megabytes = process.resourceUsage().maxRSS / 1024
  const cells = [
    ratings.length.toLocaleString('en'),
    candidates.toLocaleString('en'),
    model,
    engine.toFixed(2),
    raw.toFixed(3),
    `${megabytes.toFixed(0)} MB`,
  ]
  console.log(cells.map((cell) => cell.padStart(12)).join(''))
}

/** @param {() => unknown} run */
function cpuSecondsOf(run) {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** @param {Rating[]} ratings */
function meansOf(ratings) {
  /** @type {Map<string, { sum: number, count: number }>} */
  const sums = new Map()
  for (const { candidate, rating } of ratings) {
    const own = sums.get(candidate) ?? { sum: 0, count: 0 }
    own.sum += rating
    own.count++
    sums.set(candidate, own)
  }
  return [...sums].map(([candidate, { sum, count }]) => ({ candidate, mean: sum / count }))
}

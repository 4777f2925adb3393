import { expect, test } from 'vitest'
import { calibrate } from './calibrate.ts'

/** Brennan (2001), Generalizability theory, table 3.2: ten persons, three tasks, four raters of their own for each task. */
const scores = [
  [5, 6, 5, 5, 5, 3, 4, 5, 6, 7, 3, 3],
  [9, 3, 7, 7, 7, 5, 5, 5, 7, 7, 5, 2],
  [3, 4, 3, 3, 5, 3, 3, 5, 6, 5, 1, 6],
  [7, 5, 5, 3, 3, 1, 4, 3, 5, 3, 3, 5],
  [9, 2, 9, 7, 7, 7, 3, 7, 2, 7, 5, 3],
  [3, 4, 3, 5, 3, 3, 6, 3, 4, 5, 1, 2],
  [7, 3, 7, 7, 7, 5, 5, 7, 5, 5, 5, 4],
  [5, 8, 5, 7, 7, 5, 5, 4, 3, 2, 1, 1],
  [9, 9, 8, 8, 6, 6, 6, 5, 5, 8, 1, 1],
  [4, 4, 4, 3, 3, 5, 6, 5, 5, 7, 1, 1],
]
const ratings = scores.flatMap((row, person) =>
  row.map((rating, rater) => ({
    candidate: `p${person}`,
    interviewer: `r${rater}`,
    competency: `t${Math.floor(rater / 4)}`,
    rating,
  })),
)

/** The components as he gives them, to four digits. */
test.each([
  ['candidate', 0.4731],
  ['candidateCompetency', 0.5596],
  ['severity', 0.6475],
  ['residual', 2.3803],
] as const)('the component of %s in Brennan’s table is %f, tasks being fixed', (part, component) => {
  const { sd } = calibrate({ model: 'reml', ratings, terms: ['candidate', 'competency', 'severity'] })
  expect(Math.abs((sd[part] ?? NaN) ** 2 - component)).toBeLessThan(1e-4)
})

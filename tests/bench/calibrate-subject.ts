import type { CalibrationRating } from '#app/domains/measurement/calibration-types.ts'
import { drawNormals } from '#tests/support/simulated-panel.ts'

// What the calibration benchmark measures, built once into one module that Node can load.
export { calibrate } from '#app/domains/measurement/calibrate.ts'
export { simulatePanel } from '#tests/support/simulated-panel.ts'

/** Ratings in one competency by interviewers who meet candidates in steps that hardly ever meet twice. */
export function simulateCrossed(shape: {
  candidates: number
  interviewers: number
  ratings: number
}): CalibrationRating[] {
  const draw = drawNormals(9)
  const abilities = Array.from({ length: shape.candidates }, () => draw() * 0.6)
  const severities = Array.from({ length: shape.interviewers }, () => draw() * 0.4)
  // A step that shares no divisor with the number of pairs visits each pair once.
  const pairs = shape.candidates * shape.interviewers
  return Array.from({ length: shape.ratings }, (_, n) => {
    const pair = (n * 1_299_709) % pairs
    const c = Math.floor(pair / shape.interviewers)
    const i = pair % shape.interviewers
    const rating = 2.5 + (abilities[c] ?? 0) + (severities[i] ?? 0) + draw() * 0.7
    return { candidate: `c${c}`, interviewer: `i${i}`, competency: 'k', rating }
  })
}

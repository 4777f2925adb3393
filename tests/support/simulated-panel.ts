import type { CalibrationRating, SpreadOf } from '#app/domains/measurement/calibration-types.ts'

type PanelShape = {
  seed: number
  candidates: number
  interviewers: number
  perCandidate: number
  competencies: number
  sd?: SpreadOf<number>
  /** Off, ratings are any numbers; on, they are rounded to the four levels of a scale. */
  isRounded?: boolean
}

export type SimulatedPanel = {
  ratings: CalibrationRating[]
  /** What each candidate would get from the average interviewer, over all competencies. */
  truths: Map<string, number>
}

const usualSd = { candidate: 0.6, candidateCompetency: 0.3, halo: 0.25, severity: 0.3, residual: 0.5 }

/**
 * Ratings drawn from the model itself with known truths: c0…, i0…, k0…; interviewers take turns, so that
 * the panel is connected. `perCandidate` is at most `interviewers`.
 */
export function simulatePanel(shape: PanelShape): SimulatedPanel {
  const sd = shape.sd ?? usualSd
  const draw = drawNormals(shape.seed)
  const severities = Array.from({ length: shape.interviewers }, () => draw() * sd.severity)
  const truths = new Map<string, number>()
  const ratings: CalibrationRating[] = []
  for (let c = 0; c < shape.candidates; c++) {
    const scores = Array.from({ length: shape.competencies }, (): number => 0)
    const ability = draw() * sd.candidate
    const own = scores.map(() => 2.5 + ability + draw() * sd.candidateCompetency)
    truths.set(`c${c}`, own.reduce((sum, value) => sum + value, 0) / own.length)
    for (let turn = 0; turn < shape.perCandidate; turn++) {
      const i = (c + turn) % shape.interviewers
      const halo = draw() * sd.halo
      for (const [k, level] of own.entries()) {
        const exact = level + halo + (severities[i] ?? 0) + draw() * sd.residual
        const rating = shape.isRounded ? Math.min(4, Math.max(1, Math.round(exact))) : exact
        ratings.push({ candidate: `c${c}`, interviewer: `i${i}`, competency: `k${k}`, rating })
      }
    }
  }
  return { ratings, truths }
}

/** Standard normal numbers that are the same for the same seed (Box & Muller over mulberry32). */
export function drawNormals(seed: number): () => number {
  let state = seed
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32
  }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}

import type { CalibrationInput } from '#app/domains/measurement/calibration-types.ts'
import type { ComparisonView } from '../comparison-view.ts'

/**
 * The scores of a comparison as they are calibrated: one for each interviewer, candidate and competency. It holds nothing but what the
 * comparison shows, so that whoever sees less has another calibration.
 */
export function readRatings(view: Pick<ComparisonView, 'rows' | 'competencies' | 'scale'>): CalibrationInput {
  return {
    model: 'integrated',
    ratings: view.rows.flatMap((row) =>
      row.cells.flatMap((cell) =>
        (cell.score?.interviewers ?? []).map(({ interviewerId, mean }) => ({
          candidate: row.applicationId,
          interviewer: interviewerId,
          competency: cell.competencyId,
          rating: mean,
        })),
      ),
    ),
    weights: view.competencies.map(({ id, weight }) => ({ competency: id, weight })),
    bars: view.competencies.flatMap(({ id, gate }) => (gate === null ? [] : [{ competency: id, bar: gate }])),
    range: view.scale.most - view.scale.least,
  }
}

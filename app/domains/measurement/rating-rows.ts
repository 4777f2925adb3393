import type { CalibrationRating } from './calibration-types.ts'

/** One record of a file of comma-separated values, with its line in the file. */
export type RatingLine = { line: number; cells: readonly string[] }

const required = ['candidate', 'interviewer', 'rating'] as const
/** The competency of every rating in a file that names none. */
const onlyCompetency = 'overall'
const mostProblems = 20

/**
 * Reads ratings from records whose first names the columns: candidate, interviewer, rating, and competency where there are several. Other
 * columns are passed over.
 * @returns the ratings, or what is wrong by row, column and value
 */
export function readRatingRows(
  lines: readonly RatingLine[],
): { ratings: CalibrationRating[] } | { problems: string[] } {
  const [head, ...rows] = lines
  const names = head?.cells.map((cell) => cell.toLowerCase()) ?? []
  const missing = required.filter((name) => !names.includes(name))
  if (missing.length > 0)
    return {
      problems: [
        `The first row must name the columns candidate, interviewer, rating and, where there are several, competency. Missing: ${missing.join(', ')}.`,
      ],
    }
  const problems: string[] = []
  const ratings = rows.map(({ line, cells }): CalibrationRating => {
    const cell = (name: string): string => cells[names.indexOf(name)] ?? ''
    const demand = (name: string): string => {
      if (cell(name) === '') problems.push(`Row ${line}, column ${name}: the cell is empty.`)
      return cell(name)
    }
    const given = demand('rating')
    // A comma for the point, as spreadsheets of many languages write it.
    const rating = Number(/^[+-]?\d+,\d+$/.test(given) ? given.replace(',', '.') : given)
    if (given !== '' && !Number.isFinite(rating))
      problems.push(`Row ${line}, column rating: "${given}" is not a number.`)
    return {
      candidate: demand('candidate'),
      interviewer: demand('interviewer'),
      competency: names.includes('competency') ? demand('competency') : onlyCompetency,
      rating,
    }
  })
  if (problems.length === 0) return { ratings }
  const rest = problems.length - mostProblems
  return {
    problems: [...problems.slice(0, mostProblems), ...(rest > 0 ? [`And ${rest} more of this kind.`] : [])],
  }
}

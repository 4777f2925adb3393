import { counted } from '../panel.ts'
import type { PlanProblem } from './plan-problem.schema.ts'
import { nameOf } from './shortfalls.ts'

const mostNamed = 5

/** What keeps questions or interviews out of every plan, in words. */
export function listNotes(problem: PlanProblem): string[] {
  const notes: string[] = []
  const weighed = new Set(problem.competencies.map(({ id }) => id))
  const timeless = problem.questions.filter(({ minutes }) => minutes === 0)
  if (timeless.length > 0)
    notes.push(
      `${counted(timeless.length, 'question says 0 minutes and is', 'questions say 0 minutes and are')} left out unless pinned: ${listNames(timeless)}. Say how long ${timeless.length === 1 ? 'it takes' : 'they take'}.`,
    )
  const aimless = problem.questions.filter(({ competencies }) => !competencies.some((id) => weighed.has(id)))
  if (aimless.length > 0)
    notes.push(
      `${counted(aimless.length, 'question probes', 'questions probe')} no competency of this panel: ${listNames(aimless)}.`,
    )
  for (const interview of problem.interviews) {
    const { minutes, buffer, focus } = interview
    if (minutes - buffer <= 0)
      notes.push(
        `${nameOf(interview)} has no minute for questions: ${minutes} minutes, of which ${buffer} are kept free. Make it longer.`,
      )
    else if (focus.length === 0)
      notes.push(`${nameOf(interview)} has no competency in focus, so nothing is asked there. Give it one.`)
    notes.push(...listContradictions(interview))
  }
  return notes
}

/** What no plan can keep, since one wish rules another out. */
function listContradictions(interview: PlanProblem['interviews'][number]): string[] {
  const { minQuestions, maxQuestions, easyOpeners, minHard, maxHard } = interview
  const clash = (least: number, what: string, most: number, instead: string): string[] =>
    least > most
      ? [
          `${nameOf(interview)} should have ${counted(least, what)} at least and ${most} at most: both cannot be. ${instead}`,
        ]
      : []
  return [
    ...clash(minQuestions, 'question', maxQuestions, 'Ask for fewer or allow more.'),
    ...clash(minHard, 'hard question', maxHard, 'Ask for fewer or allow more.'),
    ...(minHard <= maxHard
      ? clash(easyOpeners + minHard, 'easy or hard question', maxQuestions, 'Ask for fewer of them.')
      : []),
  ]
}

function listNames(named: readonly { id: string; name?: string | undefined }[]): string {
  const names = named.slice(0, mostNamed).map(nameOf).join(', ')
  return named.length > mostNamed ? `${names} and ${named.length - mostNamed} more` : names
}

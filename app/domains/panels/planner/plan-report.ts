import { counted } from '../panel.ts'
import type { WorthLine } from './list-worth.ts'
import type { PlanProblem } from './plan-problem.schema.ts'
import type { Plan } from './plan.ts'
import type { More } from './what-more.ts'
import type { WhyNot } from './why-not.ts'

const mostLines = 12

/** A plan as lines of text for a terminal. */
export function reportPlan(
  problem: PlanProblem,
  plan: Plan,
  { whyNot, more }: { whyNot?: WhyNot | undefined; more?: readonly More[] | undefined } = {},
): string[] {
  const questions = new Map(problem.questions.map((question) => [question.id, question]))
  const lines = plan.interviews.flatMap(({ id, questions: ids }, i) => {
    const interview = problem.interviews[i]
    const asked = ids.flatMap((one) => questions.get(one) ?? [])
    const minutes = asked.reduce((sum, one) => sum + one.minutes, 0)
    const free = Math.max(0, (interview?.minutes ?? 0) - (interview?.buffer ?? 0))
    return [
      `${interview?.name ?? id}: ${counted(asked.length, 'question')}, ${minutes} of ${free} minutes`,
      ...asked.map(
        (one) => `  ${`${one.minutes}`.padStart(3)} min  ${one.difficulty.padEnd(6)}  ${one.name ?? one.id}`,
      ),
      '',
    ]
  })
  lines.push(
    plan.status === 'best'
      ? `Worth ${plan.objective} points, and no plan is worth more.`
      : `Worth ${plan.objective} points. The search was ended; no plan is worth more than ${plan.bound} (${(plan.gap * 100).toFixed(2)} % more).`,
  )
  if (plan.shortfalls.length > 0)
    lines.push('', 'What falls short', ...plan.shortfalls.map(({ words }) => `  ${words}`))
  if (plan.notes.length > 0) lines.push('', 'Notes', ...plan.notes.map((words) => `  ${words}`))
  if (whyNot)
    lines.push('', whyNot.words, ...listLines(whyNot.lines), ...whyNot.elsewhere.map((words) => `  ${words}`))
  if (more) lines.push('', 'What more room would bring', ...more.map(({ words }) => `  ${words}`))
  return lines
}

function listLines(lines: readonly WorthLine[]): string[] {
  const shown = lines
    .slice(0, mostLines)
    .map(({ points, words }) => `  ${`${points > 0 ? '+' : ''}${points}`.padStart(7)}  ${words}`)
  return lines.length > mostLines ? [...shown, `           and ${lines.length - mostLines} more`] : shown
}

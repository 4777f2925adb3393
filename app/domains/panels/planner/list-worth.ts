import type { PlanProblem } from './plan-problem.schema.ts'
import type { Plan } from './plan.ts'
import { defaultPlanWeights } from './plan-weights.ts'
import { nameOf } from './shortfalls.ts'

/** One thing that a plan gains or loses, in points, in words. */
export type WorthLine = { points: number; words: string }

type Item = { points: number; here: string; gone: string }

/**
 * What changes from one plan to another of the same bank, line by line: first what is lost, then what is won. The points add up to
 * the difference of the objectives.
 * @param problems the problem of each, when something else than the plan changed
 */
export function listDifference(
  from: Pick<Plan, 'interviews' | 'shortfalls'>,
  to: Pick<Plan, 'interviews' | 'shortfalls'>,
  problems: { from: PlanProblem; to: PlanProblem },
): WorthLine[] {
  const before = itemise(problems.from, from)
  const after = itemise(problems.to, to)
  const lines: WorthLine[] = []
  for (const [key, { points, gone }] of before) {
    const now = after.get(key)
    if (now === undefined) lines.push({ points: -points, words: gone })
    else if (now.points !== points) lines.push({ points: now.points - points, words: now.here })
  }
  for (const [key, { points, here }] of after) if (!before.has(key)) lines.push({ points, words: here })
  return lines.sort((a, b) => a.points - b.points)
}

function itemise(problem: PlanProblem, plan: Pick<Plan, 'interviews' | 'shortfalls'>): Map<string, Item> {
  const weights = { ...defaultPlanWeights, ...problem.weights }
  const items = new Map<string, Item>()
  const questions = new Map(problem.questions.map((question) => [question.id, question]))
  problem.interviews.forEach((interview, i) => {
    const at = nameOf(interview)
    const focus = problem.competencies.filter(({ id }) => interview.focus.includes(id))
    const stays = new Set(
      problem.previous.flatMap(({ id, questions: ids }) => (id === interview.id ? ids : [])),
    )
    const probed = new Set<string>()
    for (const id of plan.interviews[i]?.questions ?? []) {
      const question = questions.get(id)
      if (!question) continue
      const own = focus.filter((one) => question.competencies.includes(one.id))
      for (const one of own) probed.add(one.id)
      const name = nameOf(question)
      items.set(JSON.stringify(['question', id, interview.id]), {
        points:
          question.rating * own.reduce((sum, { weight }) => sum + weight, 0) +
          (stays.has(id) ? weights.stay : 0),
        here: `${name} is asked in ${at}.`,
        gone: `${name} is not asked in ${at} any more.`,
      })
    }
    for (const one of focus)
      if (probed.has(one.id))
        items.set(JSON.stringify(['covered', one.id, interview.id]), {
          points: weights.covered * one.weight,
          here: `${at} probes ${nameOf(one)}.`,
          gone: `${at} does not probe ${nameOf(one)} any more.`,
        })
  })
  for (const { rule, subject = '', amount, words } of plan.shortfalls) {
    const key = JSON.stringify(['short', rule, subject])
    const points = (items.get(key)?.points ?? 0) - amount * weights[rule]
    items.set(key, { points, here: words, gone: `Not any more: ${words}` })
  }
  return items
}

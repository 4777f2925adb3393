import type { PlanProblem } from '#app/domains/panels/planner/plan-problem.schema.ts'
import { difficulties, questionKinds } from '#rubrics/content.schema.ts'

type Shape = { seed: number; questions: number; interviews: number; competencies: number }

/** Whole numbers below a limit that are the same in every run. */
export function drawBelow(seed: number): (limit: number) => number {
  let state = (seed * 2_654_435_761) >>> 0
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

/** A bank and interviews as they are usual: hour-long interviews with four to six competencies in focus each. */
export function makeUsualProblem({ seed, questions, interviews, competencies }: Shape): PlanProblem {
  const draw = drawBelow(seed)
  const names = Array.from({ length: competencies }, (_, c) => `c${c}`)
  const group = Math.ceil(questions / 15)
  return {
    competencies: names.map((id, c) => ({
      id,
      weight: 3 + draw(12),
      mustHave: c < 3,
      coverage: c < 3 ? 2 : 1,
    })),
    interviews: Array.from({ length: interviews }, (_, i) => ({
      id: `i${i}`,
      minutes: [45, 60, 90][draw(3)] ?? 60,
      buffer: 10,
      focus: names.filter((_name, c) => (c + i) % interviews < 2 || draw(5) === 0),
      minQuestions: 3,
      maxQuestions: 8,
      kinds: [...questionKinds],
      easyOpeners: 1,
      minHard: 1,
      maxHard: 3,
    })),
    minBehavioural: interviews,
    questions: Array.from({ length: questions }, (_, q) => ({
      id: `q${q}`,
      minutes: 5 * (1 + draw(4)),
      difficulty: difficulties[draw(3)] ?? 'easy',
      kind: questionKinds[draw(4)] ?? 'technical',
      rating: 1 + draw(5),
      competencies: [
        ...new Set(Array.from({ length: 1 + draw(3) }, () => names[draw(competencies)] ?? 'c0')),
      ],
      ...(draw(5) === 0 ? { group: `g${draw(group)}` } : {}),
    })),
    pins: [],
    bans: [],
    previous: [],
    weights: {},
  }
}

/** A problem of up to eight questions and three interviews that has everything: pins that clash, bans, groups, what cannot be kept. */
export function makeSmallProblem(seed: number): PlanProblem {
  const draw = drawBelow(seed)
  const some = (one: string, of: number, least = 0) =>
    Array.from({ length: of }, (_, n) => `${one}${n}`).filter((_, n) => n < least || draw(2) === 0)
  const interviews = 1 + draw(3)
  const questions = 3 + draw(interviews === 3 ? 4 : 6)
  const competencies = 1 + draw(4)
  const at = () => `i${draw(interviews)}`
  const of = () => `q${draw(questions)}`
  return {
    competencies: Array.from({ length: competencies }, (_, c) => ({
      id: `c${c}`,
      weight: draw(20),
      mustHave: draw(2) === 0,
      coverage: draw(4),
    })),
    interviews: Array.from({ length: interviews }, (_, i) => ({
      id: `i${i}`,
      minutes: draw(8) === 0 ? 0 : 15 + 5 * draw(8),
      buffer: 5 * draw(3),
      focus: some('c', competencies),
      minQuestions: draw(3),
      maxQuestions: draw(5),
      kinds: questionKinds.filter(() => draw(4) > 0),
      easyOpeners: draw(2),
      minHard: draw(2),
      maxHard: draw(3),
    })),
    minBehavioural: draw(4),
    questions: Array.from({ length: questions }, (_, q) => ({
      id: `q${q}`,
      minutes: draw(12) === 0 ? 0 : 5 * (1 + draw(4)),
      difficulty: difficulties[draw(3)] ?? 'easy',
      kind: questionKinds[draw(4)] ?? 'technical',
      rating: 1 + draw(5),
      competencies: some('c', competencies),
      ...(draw(3) === 0 ? { group: draw(2) === 0 ? `g${draw(2)}` : ['g0', `g${1 + draw(2)}`] } : {}),
    })),
    pins: Array.from({ length: draw(3) * draw(2) }, () => ({ question: of(), interview: at() })),
    bans: Array.from({ length: draw(3) }, () => ({
      question: of(),
      ...(draw(3) === 0 ? {} : { interview: at() }),
    })),
    previous: draw(2) === 0 ? [] : [{ id: at(), questions: [of(), of()] }],
    weights:
      draw(4) === 0 ? { coverage: draw(300), minHard: draw(50), stay: draw(40), minBehavioural: 0 } : {},
  }
}

import type { Difficulty, QuestionKind } from '#rubrics/content.schema.ts'
import type { DraftForm } from '#app/domains/panels/forms/panel-form.ts'
import { letterAt, type PanelPlan } from '../panel.ts'
import { checkPlan } from './check-plan.ts'
import type { PlanProblem } from './plan-problem.schema.ts'
import type { Plan, Shortfall } from './plan.ts'
import type { PlanMode } from './problem-of-panel.ts'
import { listStandingShortfalls } from './shortfalls.ts'
import type { More } from './what-more.ts'
import type { WhyNot } from './why-not.ts'

/** A question of a proposed plan: it stood there, it comes from another interview, or it is new in the panel. */
export type ProposedQuestion = {
  id: string
  title: string
  minutes: number
  difficulty: Difficulty
  kind: QuestionKind
  competency: string
  state: { kind: 'stays' } | { kind: 'new' } | { kind: 'moved'; from: string }
  isPinned: boolean
}

/** A question that the interview asks now and would not. */
export type DroppedQuestion = { id: string; title: string; minutes: number; movedTo: string | null }

export type ProposedInterview = {
  id: string
  letter: string
  focus: string
  usedMinutes: number
  /** The slot without what is kept free. */
  freeMinutes: number
  questions: ProposedQuestion[]
  dropped: DroppedQuestion[]
}

/** A plan beside the draft that it would take the place of. */
export type Proposal = {
  mode: PlanMode
  interviews: ProposedInterview[]
  added: number
  moved: number
  removed: number
  isReordered: boolean
  /** Points that the plan is worth more than the draft; see `PlanWeights`. */
  gain: number
  objective: number
  bound: number
  gap: number
  isProven: boolean
  shortfalls: string[]
  /** What the draft does not keep as it stands. */
  draftShortfalls: Shortfall[]
  notes: string[]
}

/**
 * Puts a plan beside the draft.
 * @param given.problem the problem that the plan solves; its pins are what holds questions in their places
 */
export function compareWithDraft(given: {
  draft: PanelPlan
  problem: PlanProblem
  plan: Plan
  mode: PlanMode
}): Proposal {
  const { draft, problem, plan, mode } = given
  const bank = new Map(problem.questions.map((question) => [question.id, question]))
  const names = new Map(draft.competencies.map(({ id, name }) => [id, name]))
  const now = placesOf(draft.interviews.map(({ questions }) => questions.map(({ questionId }) => questionId)))
  const then = placesOf(listOrders(given))
  const pinned = new Set(problem.pins.map(({ question }) => question))
  const interviews = draft.interviews.map((interview, i): ProposedInterview => {
    const questions = (listOrders(given)[i] ?? []).flatMap((id): ProposedQuestion[] => {
      const question = bank.get(id)
      if (!question) return []
      const from = now.get(id)
      const { name, minutes, difficulty, kind, competencies } = question
      return [
        {
          id,
          title: name ?? id,
          minutes,
          difficulty,
          kind,
          competency: names.get(competencies[0] ?? '') ?? 'not weighted in this panel',
          state:
            from === undefined
              ? { kind: 'new' }
              : from === i
                ? { kind: 'stays' }
                : { kind: 'moved', from: letterAt(from) },
          isPinned: pinned.has(id) && mode !== 'fill',
        },
      ]
    })
    const { buffer = 0 } = problem.interviews[i] ?? {}
    return {
      id: interview.id,
      letter: interview.letter,
      focus: interview.focus,
      usedMinutes: questions.reduce((sum, { minutes }) => sum + minutes, 0),
      freeMinutes: Math.max(0, interview.minutes - buffer),
      questions,
      dropped: interview.questions.flatMap(({ questionId: id, content }) => {
        const to = then.get(id)
        if (to === i) return []
        const movedTo = to === undefined ? null : letterAt(to)
        return [{ id, title: content.title, minutes: content.minutes, movedTo }]
      }),
    }
  })
  const all = interviews.flatMap(({ questions }) => questions)
  const check = checkPlan(problem, presentOf(draft))
  return {
    mode,
    interviews,
    added: all.filter(({ state }) => state.kind === 'new').length,
    moved: all.filter(({ state }) => state.kind === 'moved').length,
    removed: [...now.keys()].filter((id) => !then.has(id)).length,
    isReordered: interviews.some(
      ({ questions }, i) =>
        questions.map(({ id }) => id).join() !==
        (draft.interviews[i]?.questions ?? []).map(({ questionId }) => questionId).join(),
    ),
    gain: plan.objective - check.objective,
    objective: plan.objective,
    bound: plan.bound,
    gap: plan.gap,
    isProven: plan.status === 'best',
    shortfalls: plan.shortfalls.map(({ words }) => words),
    draftShortfalls: listStandingShortfalls(problem, presentOf(draft)),
    notes: plan.notes,
  }
}

/** Filling leaves the order as it is and adds at the end; the other ways put every interview in order. */
function listOrders({ draft, plan, mode }: { draft: PanelPlan; plan: Plan; mode: PlanMode }): string[][] {
  return draft.interviews.map((interview, i) => {
    const planned = plan.interviews[i]?.questions ?? []
    if (mode !== 'fill') return planned
    const standing = interview.questions
      .map(({ questionId }) => questionId)
      .filter((id) => planned.includes(id))
    return [...standing, ...planned.filter((id) => !standing.includes(id))]
  })
}

function placesOf(orders: readonly (readonly string[])[]): Map<string, number> {
  return new Map(orders.flatMap((ids, i) => ids.map((id) => [id, i] as const)))
}

function presentOf(draft: PanelPlan): { id: string; questions: string[] }[] {
  return draft.interviews.map(({ id, questions }) => ({
    id,
    questions: questions.map(({ questionId }) => questionId),
  }))
}

/** A proposal with what was asked about it. */
export type Proposed = {
  head: { id: string; name: string }
  proposal: Proposal
  /** The draft that was planned. */
  revision: number
  whyNot: WhyNot | null
  more: More[] | null
}

/** What is asked of the planner. */
export type PlanRequest = {
  panelId: string
  mode: PlanMode
  /** Form A where nothing is said. */
  form?: DraftForm
  /** A question whose absence is to be explained. */
  why?: string | undefined
  /** Whether to say what a little more room would bring. */
  isMoreAsked?: boolean
}

type Frame = { head: Proposed['head']; mode: PlanMode }

/** How the planner stands with what it was asked. Nothing is changed by any of it. */
export type Planning =
  | { state: 'done'; proposed: Proposed }
  /** `questions` is how many it chooses from, `step` how many steps of work it has done; nobody knows of how many. */
  | ({ state: 'working'; step: number; questions: number; seconds: number } & Frame)
  | ({ state: 'stopped' } & Frame)
  /** The thread that plans has died of it. */
  | ({ state: 'failed' } & Frame)

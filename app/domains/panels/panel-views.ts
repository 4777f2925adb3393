import type { Coverage } from './coverage.ts'
import type { DraftForm, FormShare, VersionForm } from './forms/panel-form.ts'
import type { ArrangedInterview, PanelPlan, PanelStatus } from './panel.ts'
import type { Problem } from './problems.ts'

/** A line of the list of panels. */
export type PanelListItem = {
  id: string
  name: string
  roleId: string
  roleName: string
  ownerId: string
  ownerName: string
  status: PanelStatus
  statusWords: string
  interviews: number
  questions: number
  minutes: number
  candidates: number
  updatedAtMs: number
}

/** What a person may do to one panel. */
export type PanelPermissions = {
  edit: boolean
  publish: boolean
  archive: boolean
  copy: boolean
  readCandidates: boolean
}

export type PanelHead = {
  id: string
  name: string
  status: PanelStatus
  statusWords: string
  ownerName: string
  versionNumber: number | null
  may: PanelPermissions
}

export type VersionItem = { number: number; form: VersionForm; publisherName: string; publishedAtMs: number }

/** A plan with all that its pages work out from it. */
export type PlanView = {
  plan: PanelPlan
  coverage: Coverage
  problems: Problem[]
  names: Record<string, string>
}

/** The page of a panel: one of its versions, or its draft. */
export type PanelPage = PlanView & {
  head: PanelHead
  /** Null when the draft is shown. */
  shown: VersionItem | null
  /** Newest first; of one that was published with two forms, form A. */
  versions: VersionItem[]
  /** Which form is shown of a draft or a version that has two; null where there is one. */
  form: DraftForm | null
}

/** What the planner was told about a draft. */
export type PlanningView = {
  minBehavioural: number
  banned: { id: string; title: string }[]
  /** By the id of an interview. */
  interviews: Record<string, Pick<ArrangedInterview, 'pinnedIds' | 'wishes'>>
}

/** The builder: the draft and what its forms offer. */
export type BuilderView = PlanView & {
  head: PanelHead
  planning: PlanningView
  /** The form whose questions stand in the plan. */
  form: DraftForm
  /** How many questions both forms ask of all that either asks; null while the draft has no form B. */
  forms: FormShare | null
  revision: number
  updatedAtMs: number
  /** The edit that Undo would take back; null when there is none. */
  undo: string | null
  /** The edit that Redo would do again. */
  redo: string | null
  people: { id: string; name: string }[]
  scales: { id: string; name: string; levels: number }[]
  competencies: { id: string; name: string }[]
  /** Weights, bars and scale are frozen for versions that scorecards were handed in under. */
  hasScorecards: boolean
}

/** Keeps of a plan what its pages show, so that whole rubrics do not travel to the browser. */
export function trimPlan(plan: PanelPlan): PanelPlan {
  return {
    name: plan.name,
    role: plan.role,
    scale: { id: plan.scale.id, name: plan.scale.name },
    competencies: plan.competencies.map(({ id, name, weight, gate }) => ({ id, name, weight, gate })),
    interviews: plan.interviews.map((interview) => ({
      id: interview.id,
      letter: interview.letter,
      focus: interview.focus,
      minutes: interview.minutes,
      competencyIds: interview.competencyIds,
      interviewerIds: interview.interviewerIds,
      questions: interview.questions.map(({ questionId, content }) => ({
        questionId,
        content: {
          title: content.title,
          prompt: content.prompt,
          kind: content.kind,
          difficulty: content.difficulty,
          minutes: content.minutes,
          primaryCompetency: content.primaryCompetency,
          otherCompetencies: content.otherCompetencies,
          rubrics: content.rubrics.map(({ scale }) => ({ scale })),
        },
      })),
    })),
  }
}

import type { Archived, CurrentVersion } from '#app/domains/question-bank/definitions/definition.ts'
import type { Competency, Role } from '#rubrics/content.schema.ts'

/** What the form of a role, and its page, know of a question. */
export type KnownQuestion = {
  id: string
  title: string
  minutes: number
  /** The one competency that receives its rating. */
  primaryCompetency: string
  isArchived: boolean
  /** The scales that it has anchors for. */
  scales: string[]
}

/** A panel that is planned for a role and not archived. */
export type PanelOfRole = { id: string; name: string }

export type RolePage = {
  role: Role
  version: CurrentVersion
  archived: Archived | null
  /** Those in use, and archived ones that it names. */
  competencies: Competency[]
  /** The questions of the recommended panel, by id. */
  questions: Record<string, KnownQuestion>
  /** Questions in use that are written for it. */
  questionCount: number
  panels: PanelOfRole[]
}

/** A competency that the form offers; an archived one only where the role names it already. */
export type CompetencyChoice = { id: string; name: string; isArchived: boolean }

export type ScaleChoice = { id: string; name: string; levels: number }

/** What the form of a role offers and knows. */
export type RoleChoices = {
  competencies: CompetencyChoice[]
  scales: ScaleChoice[]
  /** The questions that the form names, by id; one that the bank does not have is not there. */
  questions: Record<string, KnownQuestion>
}

/** What the bank offers one interview of the form. */
export type FoundQuestions = {
  /** The place of the interview, counted from 0. */
  at: number
  text: string
  rows: (KnownQuestion & { prompt: string; competencyName: string })[]
  total: number
}

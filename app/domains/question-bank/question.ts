import type { Competency, Question, Role } from '#rubrics/content.schema.ts'

/** The current version of a question of the bank. */
export type BankQuestion = {
  id: string
  versionId: string
  number: number
  content: Question
  isArchived: boolean
  createdAtMs: number
}

/** A panel whose working draft holds a question. */
export type PanelUse = { id: string; name: string; interview: string }

/** A published panel that asks a question, as its newest version froze it. */
export type PublishedUse = PanelUse & {
  /** The number of the panel's version. */
  panelVersion: number
  /** The number of the question's version in it. */
  questionNumber: number
}

/** A competency of the bank, as its file holds it. */
export type BankCompetency = Competency

/** A role as its file holds it, and how many questions the bank has for it. */
export type RoleRow = { role: Role; questions: number }

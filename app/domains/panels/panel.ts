import type { Question, QuestionKind, Rubric } from '#rubrics/content.schema.ts'

/** How a panel stands: a draft never published, published as it stands, changed since its newest version, or put away. */
export type PanelStatus = 'draft' | 'published' | 'changed' | 'archived'

/** What a panel's working draft consists of; every edit takes one and gives the next. */
export type Arrangement = {
  name: string
  scaleId: string
  competencies: ArrangedCompetency[]
  interviews: ArrangedInterview[]
  /** Behavioural questions that the whole loop should ask at least. */
  minBehavioural: number
  /** Questions that the panel must not ask. */
  bannedIds: string[]
}

/** An arrangement as it was stored, perhaps before panels knew pins, wishes and forms. */
export type StoredArrangement = Omit<Arrangement, 'interviews' | 'minBehavioural' | 'bannedIds'> &
  Partial<Pick<Arrangement, 'minBehavioural' | 'bannedIds'>> & {
    interviews: (Omit<ArrangedInterview, 'pinnedIds' | 'wishes' | 'formBIds'> &
      Partial<Pick<ArrangedInterview, 'pinnedIds' | 'wishes' | 'formBIds'>>)[]
  }

export type ArrangedCompetency = { competencyId: string; weight: number; gate: number | null }

export type ArrangedInterview = {
  id: string
  focus: string
  minutes: number
  competencyIds: string[]
  questionIds: string[]
  /** What form B asks instead, in its own order; empty in every interview of a panel without one. */
  formBIds: string[]
  interviewerIds: string[]
  /** Which of its questions the planner leaves where they stand. */
  pinnedIds: string[]
  wishes: InterviewWishes
}

/** What the plan of an interview should look like; counts are of questions. */
export type InterviewWishes = {
  /** Minutes for welcome, the candidate's own questions and the close, which no question may take. */
  buffer: number
  minQuestions: number
  maxQuestions: number
  kinds: QuestionKind[]
  easyOpeners: number
  minHard: number
  maxHard: number
}

/** What is wished for unless somebody says otherwise. */
export const usualWishes: InterviewWishes = {
  buffer: 5,
  minQuestions: 2,
  maxQuestions: 8,
  kinds: ['technical', 'situational', 'behavioural', 'motivation'],
  easyOpeners: 0,
  minHard: 0,
  maxHard: 8,
}

/** What planning needs to know of a question; a whole question is one, too. */
export type PlannedContent = Pick<
  Question,
  'title' | 'prompt' | 'kind' | 'difficulty' | 'minutes' | 'primaryCompetency' | 'otherCompetencies'
> & { rubrics: readonly Pick<Rubric, 'scale'>[] }

export type PlannedQuestion = { questionId: string; content: PlannedContent }

/** A panel with its questions and names filled in. A snapshot is one, too: one calculation serves draft and version. */
export type PanelPlan = {
  name: string
  role: { id: string; name: string }
  scale: { id: string; name: string }
  competencies: readonly { id: string; name: string; weight: number; gate: number | null }[]
  interviews: readonly {
    id: string
    letter: string
    focus: string
    minutes: number
    competencyIds: readonly string[]
    interviewerIds: readonly string[]
    questions: readonly PlannedQuestion[]
  }[]
}

/** Where a new panel starts from; a copy keeps the role of the panel it copies. */
export type PanelStart = { from: 'recommended' } | { from: 'copy'; panelId: string } | { from: 'nothing' }

export const interviewMinutes = { min: 15, max: 180 } as const
export const mostInterviews = 12

/** The status of a panel from what its row holds. */
export function statusOf(panel: {
  archivedAtMs: number | null
  publishedRevision: number | null
  revision: number
}): PanelStatus {
  if (panel.archivedAtMs !== null) return 'archived'
  if (panel.publishedRevision === null) return 'draft'
  return panel.publishedRevision === panel.revision ? 'published' : 'changed'
}

/** The status in words: "Published, version 2", "Changed since version 2". */
export function statusWords(status: PanelStatus, versionNumber: number | null): string {
  switch (status) {
    case 'archived':
      return 'Archived'
    case 'draft':
      return 'Draft'
    case 'published':
      return `Published, version ${versionNumber ?? 1}`
    case 'changed':
      return `Changed since version ${versionNumber ?? 1}`
  }
}

/** A stored arrangement with everything that a present one has. */
export function completeArrangement(stored: StoredArrangement): Arrangement {
  return {
    minBehavioural: 0,
    bannedIds: [],
    ...stored,
    interviews: stored.interviews.map((interview) => ({
      pinnedIds: [],
      wishes: usualWishes,
      formBIds: [],
      ...interview,
    })),
  }
}

/** The letter of the interview at a position, counted from 0: A, B, C… */
export function letterAt(position: number): string {
  return String.fromCodePoint(65 + position)
}

/** "1 question", "4 questions". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

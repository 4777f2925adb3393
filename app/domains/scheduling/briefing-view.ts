import type { PanelSnapshot, SnapshotInterview } from '#app/domains/panels/panel-snapshot.schema.ts'
import type { SessionStatus } from './session.ts'

/** What an interviewer should know of their interview, from the panel as it was published. */
export type BriefingView = {
  panelName: string
  role: { id: string; name: string }
  letter: string
  focus: string
  /** "Interview 2 of 4" */
  place: string
  minutes: number
  /** The minutes that the questions take. */
  plannedMinutes: number
  /** What is left for the welcome and their questions; negative when more is planned than fits. */
  freeMinutes: number
  competencies: {
    id: string
    name: string
    definition: string
    isGate: boolean
    /** Of this interview's questions, those that rate it. */
    questions: number
  }[]
  questions: { number: number; title: string; competencyName: string; minutes: number }[]
  others: { id: string; letter: string; focus: string; competencyNames: string[]; titles: string[] }[]
}

/** What one reads before a session; of other people nothing but who they are. */
export type Briefing = BriefingView & {
  sessionId: string
  startsAtMs: number | null
  status: SessionStatus
  isWithdrawn: boolean
  panel: { id: string; version: number }
  candidate: { id: string; name: string; code: string; cvUrl: string | null }
  people: { name: string; isSelf: boolean; isShadow: boolean }[]
  /** Who holds the other interviews with this candidate, by interview. */
  otherPeople: Record<string, string[]>
  /** Whether the viewer may look at more than this session: the candidate, the panel, the calendar. */
  mayLook: boolean
  /** The viewer's own card of this session. */
  own: { scorecardId: string; isHandedIn: boolean; checkedInAtMs: number | null } | null
}

/** Puts together what the briefing says of one interview of a published panel. */
export function briefingView(snapshot: PanelSnapshot, interview: SnapshotInterview): BriefingView {
  const competencyOf = (id: string) => snapshot.competencies.find((item) => item.id === id)
  const nameOf = (id: string) => competencyOf(id)?.name ?? id
  const plannedMinutes = interview.questions.reduce((sum, { content }) => sum + content.minutes, 0)
  return {
    panelName: snapshot.name,
    role: snapshot.role,
    letter: interview.letter,
    focus: interview.focus,
    place: `Interview ${snapshot.interviews.indexOf(interview) + 1} of ${snapshot.interviews.length}`,
    minutes: interview.minutes,
    plannedMinutes,
    freeMinutes: interview.minutes - plannedMinutes,
    competencies: interview.competencyIds.map((id) => ({
      id,
      name: nameOf(id),
      definition: competencyOf(id)?.definition ?? '',
      isGate: (competencyOf(id)?.gate ?? null) !== null,
      questions: interview.questions.filter(({ content }) => content.primaryCompetency === id).length,
    })),
    questions: interview.questions.map(({ content }, index) => ({
      number: index + 1,
      title: content.title,
      competencyName: nameOf(content.primaryCompetency),
      minutes: content.minutes,
    })),
    others: snapshot.interviews
      .filter((item) => item.id !== interview.id)
      .map(({ id, letter, focus, competencyIds, questions }) => ({
        id,
        letter,
        focus,
        competencyNames: competencyIds.map(nameOf),
        titles: questions.map(({ content }) => content.title),
      })),
  }
}

import type { Competency, Question, Scale } from '#rubrics/content.schema.ts'
import type { Arrangement } from './panel.ts'
import type { PanelSnapshot } from './panel-snapshot.schema.ts'
import { letterAt } from './panel.ts'

/** The present wording of a question of the bank. */
export type QuestionBody = { questionId: string; versionId: string; number: number; content: Question }

/** What an arrangement names by id, as it stands now. */
export type PlanSources = {
  panelId: string
  role: { id: string; name: string }
  scale: Scale
  competencies: ReadonlyMap<string, Competency>
  questions: ReadonlyMap<string, QuestionBody>
}

/**
 * Fills an arrangement with the present wording of everything it names: a snapshot that nobody has checked yet.
 * What the sources do not hold is left out.
 */
export function buildPlan(arrangement: Arrangement, sources: PlanSources): PanelSnapshot {
  return {
    panelId: sources.panelId,
    name: arrangement.name,
    role: sources.role,
    scale: sources.scale,
    competencies: arrangement.competencies.flatMap(({ competencyId, weight, gate }) => {
      const body = sources.competencies.get(competencyId)
      return body ? [{ id: competencyId, name: body.name, definition: body.definition, weight, gate }] : []
    }),
    interviews: arrangement.interviews.map((interview, position) => ({
      id: interview.id,
      letter: letterAt(position),
      focus: interview.focus,
      minutes: interview.minutes,
      competencyIds: interview.competencyIds.filter((id) => sources.competencies.has(id)),
      interviewerIds: interview.interviewerIds,
      questions: interview.questionIds.flatMap((id) => sources.questions.get(id) ?? []),
    })),
  }
}

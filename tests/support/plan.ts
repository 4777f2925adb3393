import type { PanelPlan, PlannedQuestion } from '#app/domains/panels/panel.ts'

/** A question of a plan, rated for `primary`. */
export function planQuestion(
  id: string,
  minutes: number,
  primary: string,
  others: string[] = [],
): PlannedQuestion {
  return {
    questionId: id,
    content: {
      title: `Title ${id}`,
      prompt: 'What do you do?',
      kind: 'technical',
      difficulty: 'medium',
      minutes,
      primaryCompetency: primary,
      otherCompetencies: others,
      rubrics: [{ scale: 'four-point' }],
    },
  }
}

/** An interview of half an hour with an interviewer and no questions. */
export function planInterview(letter: string, over: Partial<PanelPlan['interviews'][number]> = {}) {
  return {
    id: letter,
    letter,
    focus: `Focus ${letter}`,
    minutes: 30,
    competencyIds: [],
    interviewerIds: ['kwame'],
    questions: [],
    ...over,
  }
}

/** A panel of two interviews, two competencies and three questions. */
export function planWith(over: Partial<PanelPlan> = {}): PanelPlan {
  return {
    name: 'Panel',
    role: { id: 'role', name: 'Role' },
    scale: { id: 'four-point', name: 'Four points' },
    competencies: [
      { id: 'design', name: 'Design', weight: 60, gate: 2.5 },
      { id: 'security', name: 'Security', weight: 40, gate: null },
    ],
    interviews: [
      planInterview('A', {
        competencyIds: ['design'],
        questions: [planQuestion('one', 12, 'design', ['security']), planQuestion('two', 10, 'design')],
      }),
      planInterview('B', {
        competencyIds: ['security'],
        questions: [planQuestion('three', 35, 'security', ['design'])],
      }),
    ],
    ...over,
  }
}

import type { RubricContent } from './content.schema.ts'

export type BrokenReference = {
  kind: 'questions' | 'roles'
  id: string
  path: (string | number)[]
  reason: string
}

/**
 * Finds every name in questions and roles that points at nothing, and every rubric that does not fit its scale.
 * @param content all content, already valid file by file
 * @returns one entry per broken reference, in file order
 */
export function listBrokenReferences(content: RubricContent): BrokenReference[] {
  const competencies = new Set(content.competencies.map((item) => item.id))
  const scales = new Map(content.scales.map((item) => [item.id, item]))
  const questions = new Set(content.questions.map((item) => item.id))
  const roles = new Set(content.roles.map((item) => item.id))
  const broken: BrokenReference[] = []

  for (const question of content.questions) {
    const report = (path: (string | number)[], reason: string) =>
      broken.push({ kind: 'questions', id: question.id, path, reason })
    if (!competencies.has(question.primaryCompetency)) {
      report(['primaryCompetency'], `there is no competency "${question.primaryCompetency}"`)
    }
    question.otherCompetencies.forEach((name, i) => {
      if (!competencies.has(name)) report(['otherCompetencies', i], `there is no competency "${name}"`)
    })
    question.roles.forEach((name, i) => {
      if (!roles.has(name)) report(['roles', i], `there is no role "${name}"`)
    })
    question.rubrics.forEach((rubric, i) => {
      const scale = scales.get(rubric.scale)
      if (!scale) report(['rubrics', i, 'scale'], `there is no scale "${rubric.scale}"`)
      else if (scale.levels.length !== rubric.anchors.length) {
        report(['rubrics', i, 'anchors'], `the scale "${scale.id}" has ${scale.levels.length} levels`)
      }
    })
  }

  for (const role of content.roles) {
    const report = (path: (string | number)[], reason: string) =>
      broken.push({ kind: 'roles', id: role.id, path, reason })
    role.competencies.forEach((entry, i) => {
      if (!competencies.has(entry.competency)) {
        report(['competencies', i, 'competency'], `there is no competency "${entry.competency}"`)
      }
    })
    const panel = role.recommendedPanel
    if (!scales.has(panel.scale)) report(['recommendedPanel', 'scale'], `there is no scale "${panel.scale}"`)
    panel.interviews.forEach((interview, i) => {
      const at = ['recommendedPanel', 'interviews', i]
      interview.competencies.forEach((name, j) => {
        if (!competencies.has(name)) report([...at, 'competencies', j], `there is no competency "${name}"`)
      })
      interview.questions.forEach((name, j) => {
        if (!questions.has(name)) report([...at, 'questions', j], `there is no question "${name}"`)
      })
    })
  }
  return broken
}

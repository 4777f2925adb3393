import type { ContentField } from '#app/domains/question-bank/versions/difference.ts'
import type { Role } from '#rubrics/content.schema.ts'

/** The words for what a role names by id; an id without a word stands for itself. */
export type RoleNames = {
  competencies: ReadonlyMap<string, string>
  questions: ReadonlyMap<string, string>
  scales: ReadonlyMap<string, string>
}

/** A role as text, part by part, to compare two versions of it: a part for each competency and each interview. */
export function roleFields(role: Role, names: RoleNames): ContentField[] {
  const competency = (id: string) => names.competencies.get(id) ?? id
  const { scale, interviews } = role.recommendedPanel
  return [
    { key: 'name', label: 'Name', lines: [role.name] },
    { key: 'summary', label: 'Summary', lines: [role.summary] },
    {
      key: 'order',
      label: 'Competencies, in order',
      lines: role.competencies.map((entry) => competency(entry.competency)),
    },
    ...role.competencies.map((entry) => ({
      key: `competency ${entry.competency}`,
      label: competency(entry.competency),
      lines: [
        `Weight ${entry.weight}`,
        entry.gate === null ? 'Not a must-have' : `Must-have, bar ${entry.gate}`,
        entry.reason,
      ],
    })),
    { key: 'scale', label: 'Scale', lines: [names.scales.get(scale) ?? scale] },
    ...interviews.map((interview, i) => ({
      key: `interview ${i}`,
      label: `Interview ${String.fromCodePoint(65 + i)}`,
      lines: [
        `${interview.focus}, ${interview.minutes} minutes`,
        `Looks into ${interview.competencies.map(competency).join(', ')}`,
        ...interview.questions.map((id) => names.questions.get(id) ?? id),
      ],
    })),
  ]
}

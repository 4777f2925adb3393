import type { Role } from '#rubrics/content.schema.ts'

/** A role as it is typed: numbers are still text, and any part may be empty. */
export type RoleForm = {
  name: string
  summary: string
  competencies: CompetencyRow[]
  scale: string
  interviews: InterviewRow[]
}

export type CompetencyRow = { competency: string; weight: string; reason: string; gate: string }

export type InterviewRow = {
  focus: string
  minutes: string
  competencies: string[]
  /** In the order in which they are asked. */
  questions: string[]
  /** What is being searched for in the bank. */
  find: string
}

export const emptyCompetencyRow: CompetencyRow = { competency: '', weight: '', reason: '', gate: '' }
export const emptyInterviewRow: InterviewRow = {
  focus: '',
  minutes: '60',
  competencies: [],
  questions: [],
  find: '',
}

/** What a new role begins with: room for the least that it needs. */
export const emptyRoleForm: RoleForm = {
  name: '',
  summary: '',
  competencies: [emptyCompetencyRow, emptyCompetencyRow, emptyCompetencyRow],
  scale: 'four-point',
  interviews: [emptyInterviewRow],
}

const mostRows = 60

/** What was posted, row by row in the order of their numbers; what is no field of the form is left out. */
export function readRoleForm(posted: Pick<FormData, 'get' | 'getAll' | 'keys'>): RoleForm {
  const line = (name: string) => textOf(posted.get(name)).replaceAll(/\s+/g, ' ')
  const list = (name: string) => posted.getAll(name).map(textOf).filter(Boolean)
  return {
    name: line('name'),
    summary: line('summary'),
    competencies: rowNumbers(posted, 'competencies').map((i) => ({
      competency: line(`competencies.${i}.competency`),
      weight: line(`competencies.${i}.weight`),
      reason: line(`competencies.${i}.reason`),
      gate: line(`competencies.${i}.gate`),
    })),
    scale: line('scale'),
    interviews: rowNumbers(posted, 'interviews').map((i) => ({
      focus: line(`interviews.${i}.focus`),
      minutes: line(`interviews.${i}.minutes`),
      competencies: list(`interviews.${i}.competencies`),
      questions: list(`interviews.${i}.questions`),
      find: line(`interviews.${i}.find`),
    })),
  }
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.trim() : ''
}

function rowNumbers(posted: Pick<FormData, 'keys'>, list: string): number[] {
  const numbers = new Set<number>()
  for (const name of posted.keys()) {
    const [part, number] = name.split('.')
    if (part === list && number !== undefined && /^\d{1,3}$/.test(number)) numbers.add(Number(number))
  }
  return [...numbers].toSorted((a, b) => a - b).slice(0, mostRows)
}

/** A role as the form shows it. */
export function roleFormOf({ name, summary, competencies, recommendedPanel }: Role): RoleForm {
  return {
    name,
    summary,
    competencies: competencies.map(({ competency, weight, reason, gate }) => ({
      competency,
      weight: String(weight),
      reason,
      gate: gate === null ? '' : String(gate),
    })),
    scale: recommendedPanel.scale,
    interviews: recommendedPanel.interviews.map(
      ({ focus, minutes, competencies: lookedInto, questions }) => ({
        focus,
        minutes: String(minutes),
        competencies: [...lookedInto],
        questions: [...questions],
        find: '',
      }),
    ),
  }
}

/**
 * The form with what each interview looks into in the order that it had before. Ticked boxes come back in the order of
 * the page, and that alone is no change.
 */
export function keepOrder(form: RoleForm, before: RoleForm): RoleForm {
  const interviews = form.interviews.map((interview, at) => {
    const known = before.interviews[at]?.competencies ?? []
    const ticked = new Set(interview.competencies)
    const added = interview.competencies.filter((id) => !known.includes(id))
    return { ...interview, competencies: [...known.filter((id) => ticked.has(id)), ...added] }
  })
  return { ...form, interviews }
}

/** What was typed as a role, whole or not: the schema decides whether it is one. */
export function roleOfForm(form: RoleForm, id: string): unknown {
  const { name, summary, competencies, scale, interviews } = form
  return {
    id,
    name,
    summary,
    competencies: competencies.map(({ competency, weight, reason, gate }) => ({
      competency,
      weight: numberOf(weight),
      reason,
      gate: gate === '' ? null : numberOf(gate),
    })),
    recommendedPanel: {
      scale,
      interviews: interviews.map(({ focus, minutes, competencies: lookedInto, questions }) => ({
        focus,
        minutes: numberOf(minutes),
        competencies: lookedInto,
        questions,
      })),
    },
  }
}

/** A number as people type it, with a point or a comma; NaN when it is none. */
export function numberOf(text: string): number {
  return /^\d{1,6}([.,]\d{1,3})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

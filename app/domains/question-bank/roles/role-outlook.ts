import { letterOf } from './role-edit.ts'
import { numberOf, type RoleForm } from './role-form.ts'
import type { RoleChoices } from './role-view.ts'
import { sumOfWeights } from './weights.ts'

/** How a must-have is covered: the letters of the interviews in which a question is rated for it. */
export type MustHave = { competency: string; name: string; bar: string; ratedIn: string[] }

export type RoleOutlook = {
  /** What the weights add up to. */
  sum: number
  /** In the order of the form. */
  interviews: { letter: string; usedMinutes: number; slotMinutes: number }[]
  mustHaves: MustHave[]
  /** What a panel made from it would fall short of, in words; none of it stops a save. */
  advice: string[]
}

/** A must-have needs two, so that no single interviewer decides it; the same holds for a panel. */
export const interviewsForMustHave = 2

/**
 * What a panel made from the form would be like: minutes used, must-haves covered, and what falls short.
 * A competency counts as rated where a question gives it its rating.
 */
export function roleOutlook(form: RoleForm, known: RoleChoices): RoleOutlook {
  const nameOf = (id: string) => known.competencies.find((item) => item.id === id)?.name ?? id
  const rows = form.competencies.filter((row) => row.competency !== '')
  const ratedIn = (competency: string) =>
    form.interviews.flatMap((interview, at) => {
      const isRated = interview.questions.some((id) => known.questions[id]?.primaryCompetency === competency)
      return isRated ? [letterOf(at)] : []
    })
  const covered = rows.map((row) => ({ row, name: nameOf(row.competency), letters: ratedIn(row.competency) }))
  return {
    sum: sumOfWeights(form.competencies.map((row) => row.weight)),
    interviews: form.interviews.map((interview, at) => ({
      letter: letterOf(at),
      usedMinutes: interview.questions.reduce((sum, id) => sum + (known.questions[id]?.minutes ?? 0), 0),
      slotMinutes: numberOf(interview.minutes) || 0,
    })),
    mustHaves: covered
      .filter(({ row }) => row.gate !== '')
      .map(({ row, name, letters }) => ({
        competency: row.competency,
        name,
        bar: row.gate,
        ratedIn: letters,
      })),
    advice: [
      ...covered
        .filter(({ row, letters }) => row.gate === '' && letters.length === 0)
        .map(({ name }) => `No question is rated for ${name}, so its weight would count for nothing.`),
      ...barAdvice(form, known, nameOf),
      ...questionAdvice(form, known, nameOf),
    ],
  }
}

function barAdvice(form: RoleForm, known: RoleChoices, nameOf: (id: string) => string): string[] {
  const scale = known.scales.find((item) => item.id === form.scale)
  if (!scale) return []
  return form.competencies
    .filter((row) => row.competency !== '' && numberOf(row.gate) > scale.levels)
    .map(
      (row) =>
        `The bar of ${nameOf(row.competency)} is ${row.gate}, and ${scale.name} ends at ${scale.levels}: nobody could meet it.`,
    )
}

function questionAdvice(form: RoleForm, known: RoleChoices, nameOf: (id: string) => string): string[] {
  const weighed = new Set(form.competencies.map((row) => row.competency))
  const scale = known.scales.find((item) => item.id === form.scale)
  const before = new Map<string, string>()
  return form.interviews.flatMap((interview, at) =>
    interview.questions.flatMap((id) => {
      const question = known.questions[id]
      const first = before.get(id)
      before.set(id, letterOf(at))
      if (!question) return []
      const { title, primaryCompetency, isArchived, scales } = question
      return [
        first === undefined
          ? ''
          : `“${title}” stands in ${first} and in ${letterOf(at)}: keep it in one of them.`,
        isArchived ? `“${title}” in ${letterOf(at)} is archived, so new panels would leave it out.` : '',
        scale && !scales.includes(scale.id)
          ? `“${title}” in ${letterOf(at)} has no anchors for ${scale.name}.`
          : '',
        weighed.has(primaryCompetency)
          ? ''
          : `“${title}” in ${letterOf(at)} is rated for ${nameOf(primaryCompetency)}, which has no weight here.`,
      ].filter(Boolean)
    }),
  )
}

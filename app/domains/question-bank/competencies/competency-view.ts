import type { Archived, CurrentVersion } from '#app/domains/question-bank/definitions/definition.ts'
import type { Competency } from '#rubrics/content.schema.ts'

/** A role that weighs a competency. */
export type Weighing = { id: string; name: string; weight: number; gate: number | null }

/** A question that is rated for a competency, or touches it without giving it a rating. */
export type CompetencyQuestion = { id: string; title: string; minutes: number; isRated: boolean }

/** A line of the list of competencies. */
export type CompetencyItem = {
  id: string
  name: string
  definition: string
  isArchived: boolean
  /** Questions in use whose rating goes to it. */
  rated: number
  /** Questions in use that touch it. */
  touched: number
  roles: Weighing[]
}

export type CompetencyPage = {
  competency: Competency
  version: CurrentVersion
  archived: Archived | null
  roles: Weighing[]
  questions: CompetencyQuestion[]
}

/** The roles that weigh a competency, the heaviest first. */
export function weighingOf(
  competencyId: string,
  roles: readonly {
    id: string
    name: string
    competencies: readonly { competency: string; weight: number; gate: number | null }[]
  }[],
): Weighing[] {
  return roles
    .flatMap(({ id, name, competencies }) => {
      const entry = competencies.find((item) => item.competency === competencyId)
      return entry ? [{ id, name, weight: entry.weight, gate: entry.gate }] : []
    })
    .toSorted((a, b) => b.weight - a.weight || a.name.localeCompare(b.name, 'en'))
}

/**
 * What goes on after a competency was archived, in words.
 * @returns null when nothing names it
 */
export function stillNamedWords(roles: readonly Weighing[], rated: number, touched: number): string | null {
  const parts = [
    roles.length > 0
      ? `${listOf(roles.map((role) => role.name))} ${roles.length === 1 ? 'weighs' : 'weigh'} it`
      : '',
    rated > 0 ? `${countOf(rated)} ${rated === 1 ? 'is' : 'are'} rated for it` : '',
    touched > 0 ? `${countOf(touched)} ${touched === 1 ? 'touches' : 'touch'} it` : '',
  ].filter(Boolean)
  return parts.length === 0 ? null : `${listOf(parts)}.`
}

function countOf(questions: number): string {
  return questions === 1 ? '1 question' : `${questions} questions`
}

function listOf(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(words)
}

/** Who weighs a competency in a line: named when they are few, counted otherwise. */
export function weighedWords(roles: readonly Weighing[]): string {
  const [heaviest] = roles
  if (!heaviest) return 'no role weighs it'
  if (roles.length > 2)
    return `weighed by ${roles.length} roles, most by ${heaviest.name} (${heaviest.weight})`
  return `weighed by ${listOf(roles.map(({ name, weight }) => `${name} (${weight})`))}`
}

/**
 * The competencies that a list shows: those in use, or the archived ones, whose words hold every word searched for.
 * @returns the items, and how many archived ones there are at all
 */
export function pickCompetencies(
  all: readonly CompetencyItem[],
  asked: { q?: string | undefined; archived?: '1' | undefined },
): { items: CompetencyItem[]; archivedCount: number } {
  const words = (asked.q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const items = all.filter(({ name, definition, isArchived }) => {
    const text = `${name} ${definition}`.toLowerCase()
    return isArchived === (asked.archived === '1') && words.every((word) => text.includes(word))
  })
  return { items, archivedCount: all.filter((item) => item.isArchived).length }
}

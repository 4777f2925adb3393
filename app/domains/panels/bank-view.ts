import type { TextReading } from '#app/domains/question-bank/question-search.ts'
import type { Difficulty, QuestionKind } from '#rubrics/content.schema.ts'
import type { AlikeQuestions } from '#app/domains/question-bank/near-duplicates/near-duplicate.ts'
import { placeQuestions } from './alike-in-plan.ts'
import { computeCoverage, type CoverageRow } from './coverage.ts'
import { counted, type PanelPlan } from './panel.ts'

/** A question of the bank as the builder offers it for one interview. */
export type BankHit = {
  id: string
  title: string
  prompt: string
  intent: string
  kind: QuestionKind
  difficulty: Difficulty
  minutes: number
  competencyName: string
  hasAnchors: boolean
  /** Minutes by which the interview would run over its slot. */
  overMinutes: number
  /** Which gap of the panel it would close, in words; null when none. */
  covers: string | null
  /** Which question of the panel it would repeat, in words; null when none. */
  repeats: { words: string; isConfirmed: boolean } | null
}

export type BankFilter = {
  name: 'competency' | 'kind' | 'difficulty' | 'minutes'
  label: string
  options: { value: string; label: string; count: number }[]
}

export type BankView = {
  interviewId: string
  letter: string
  focus: string
  freeMinutes: number
  hits: BankHit[]
  filters: BankFilter[]
  words: string
  /** What was typed, and what was looked for. */
  typed: string
  reading: TextReading
  /** How many to show next; null when there is nothing more to show. */
  nextShown: number | null
}

type Found = {
  id: string
  title: string
  prompt: string
  intent: string
  kind: QuestionKind
  difficulty: Difficulty
  minutes: number
  competency: { id: string; name: string }
  scales: readonly string[]
}

/**
 * What the bank offers one interview: questions that close a gap and fit come first, those that ask what the panel asks already
 * come last, and each says why.
 * @param bank `found` are questions that are not in the panel, the best match first; `alike` what resembles the panel's own
 */
export function buildBankView(
  plan: PanelPlan,
  interviewId: string,
  bank: Pick<BankView, 'filters' | 'typed' | 'reading' | 'nextShown'> & {
    found: readonly Found[]
    total: number
    alike: readonly AlikeQuestions[]
  },
): BankView | null {
  const interview = plan.interviews.find((item) => item.id === interviewId)
  if (!interview) return null
  const coverage = computeCoverage(plan)
  const freeMinutes = coverage.columns.find((column) => column.id === interviewId)?.freeMinutes ?? 0
  const repeated = repeatWords(plan, bank.alike)
  const gaps = new Map(listGaps(plan, interviewId).map((gap) => [gap.competencyId, gap.words]))
  const hits = bank.found.map((question): BankHit => {
    return {
      id: question.id,
      title: question.title,
      prompt: question.prompt,
      intent: question.intent,
      kind: question.kind,
      difficulty: question.difficulty,
      minutes: question.minutes,
      competencyName: question.competency.name,
      hasAnchors: question.scales.includes(plan.scale.id),
      overMinutes: Math.max(0, question.minutes - freeMinutes),
      covers: gaps.get(question.competency.id) ?? null,
      repeats: repeated(question.id) ?? null,
    }
  })
  const rank = (hit: BankHit) =>
    (hit.repeats?.isConfirmed ? 4 : 0) + (hit.covers ? 0 : 2) + (hit.overMinutes > 0 ? 1 : 0)
  const sorted = hits.toSorted((a, b) => rank(a) - rank(b))
  return {
    interviewId,
    letter: interview.letter,
    focus: interview.focus,
    freeMinutes,
    hits: sorted,
    filters: bank.filters,
    typed: bank.typed,
    reading: bank.reading,
    nextShown: bank.nextShown,
    words: hitWords(sorted, bank.total, interview.letter),
  }
}

/** Which question of the panel each question of the bank would repeat: what somebody confirmed first, then the most alike. */
function repeatWords(
  plan: PanelPlan,
  alike: readonly AlikeQuestions[],
): (id: string) => BankHit['repeats'] | undefined {
  const places = placeQuestions(plan)
  return (id) => {
    const [found] = alike
      .filter((item) => item.otherId === id && places.has(item.id))
      .sort((a, b) => Number(b.isConfirmed) - Number(a.isConfirmed) || b.score - a.score)
    const place = found && places.get(found.id)
    if (!found || !place) return undefined
    const { isConfirmed } = found
    const verb = isConfirmed ? 'Asks the same as' : 'Asks nearly the same as'
    return { words: `${verb} “${place.title}” in ${place.letter}`, isConfirmed }
  }
}

/** The competencies for which a question in this interview would close a gap of the panel, each with the gap in words. */
export function listGaps(plan: PanelPlan, interviewId: string): { competencyId: string; words: string }[] {
  return computeCoverage(plan).rows.flatMap((row) => {
    const words = gapWords(row, interviewId)
    return words ? [{ competencyId: row.competencyId, words }] : []
  })
}

/** The gap that a question for this competency would close in this interview. */
function gapWords(row: CoverageRow, interviewId: string): string | null {
  const isHere = row.cells.some((cell) => cell.interviewId === interviewId && cell.ratedMinutes > 0)
  if (row.testedIn === 0) return `Would test ${row.name}, which nothing tests yet`
  if (row.gate !== null && row.testedIn === 1 && !isHere)
    return `Would test ${row.name}, a must-have, a second time`
  return null
}

function hitWords(hits: readonly BankHit[], total: number, letter: string): string {
  if (total === 0) return 'No question fits these filters. Take one away or search for another word.'
  const fitting = hits.filter((hit) => hit.overMinutes === 0).length
  const more = total > hits.length ? `, the first ${hits.length} shown` : ''
  const fit = fitting === 0 ? `None fits ${letter} as it stands.` : `${fitting} of them fit ${letter}.`
  return `${counted(total, 'question')} not in this panel${more}. ${fit}`
}

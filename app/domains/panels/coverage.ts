import { mixOf, type InterviewMix } from './interview-mix.ts'
import type { PanelPlan } from './panel.ts'

/** A question as a block of the grid: as wide as its minutes. */
export type CoverageBlock = { questionId: string; title: string; minutes: number; isPrimary: boolean }

export type CoverageCell = {
  interviewId: string
  letter: string
  blocks: CoverageBlock[]
  /** Minutes of questions whose rating goes to this competency. */
  ratedMinutes: number
  /** Minutes of questions that also touch it; they give it no rating. */
  touchedMinutes: number
  /** The interview lists this competency as part of its focus. */
  isWanted: boolean
}

export type CoverageRow = {
  competencyId: string
  name: string
  weight: number
  gate: number | null
  cells: CoverageCell[]
  /** Interviews in which a question is rated for it. */
  testedIn: number
  /** Interviews in which it is only touched. */
  touchedIn: number
  ratedMinutes: number
}

export type CoverageColumn = {
  id: string
  letter: string
  focus: string
  minutes: number
  usedMinutes: number
  freeMinutes: number
  overMinutes: number
  questions: number
  interviewerIds: readonly string[]
  mix: InterviewMix
}

export type Coverage = {
  columns: CoverageColumn[]
  rows: CoverageRow[]
  totals: { interviews: number; slotMinutes: number; questions: number; usedMinutes: number }
  mustHaves: { tested: number; all: number }
}

/**
 * Who tests what, for how long: competency × interview in minutes.
 * A competency counts as tested where a question is rated for it, because only the primary competency gets the rating.
 */
export function computeCoverage(plan: PanelPlan): Coverage {
  const columns = plan.interviews.map((interview) => {
    const usedMinutes = sum(interview.questions.map((question) => question.content.minutes))
    return {
      id: interview.id,
      letter: interview.letter,
      focus: interview.focus,
      minutes: interview.minutes,
      usedMinutes,
      freeMinutes: Math.max(0, interview.minutes - usedMinutes),
      overMinutes: Math.max(0, usedMinutes - interview.minutes),
      questions: interview.questions.length,
      interviewerIds: interview.interviewerIds,
      mix: mixOf(interview.questions),
    }
  })
  const rows = plan.competencies.map((competency) => computeRow(plan, competency))
  const mustHaves = rows.filter((row) => row.gate !== null)
  return {
    columns,
    rows,
    totals: {
      interviews: columns.length,
      slotMinutes: sum(columns.map((column) => column.minutes)),
      questions: sum(columns.map((column) => column.questions)),
      usedMinutes: sum(columns.map((column) => column.usedMinutes)),
    },
    mustHaves: { tested: mustHaves.filter((row) => row.testedIn >= 2).length, all: mustHaves.length },
  }
}

function computeRow(plan: PanelPlan, competency: PanelPlan['competencies'][number]): CoverageRow {
  const cells = plan.interviews.map((interview) => {
    const blocks = interview.questions.flatMap(({ questionId, content }) => {
      const isPrimary = content.primaryCompetency === competency.id
      if (!isPrimary && !content.otherCompetencies.includes(competency.id)) return []
      return [{ questionId, title: content.title, minutes: content.minutes, isPrimary }]
    })
    return {
      interviewId: interview.id,
      letter: interview.letter,
      blocks: blocks.toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary)),
      ratedMinutes: sum(blocks.map((block) => (block.isPrimary ? block.minutes : 0))),
      touchedMinutes: sum(blocks.map((block) => (block.isPrimary ? 0 : block.minutes))),
      isWanted: interview.competencyIds.includes(competency.id),
    }
  })
  return {
    competencyId: competency.id,
    name: competency.name,
    weight: competency.weight,
    gate: competency.gate,
    cells,
    testedIn: cells.filter((cell) => cell.ratedMinutes > 0).length,
    touchedIn: cells.filter((cell) => cell.ratedMinutes === 0 && cell.touchedMinutes > 0).length,
    ratedMinutes: sum(cells.map((cell) => cell.ratedMinutes)),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

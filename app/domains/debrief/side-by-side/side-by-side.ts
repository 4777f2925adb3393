import type { SnapshotCompetency } from '#app/domains/panels/panel-snapshot.schema.ts'
import { isBarUnclear } from '../agenda.ts'
import type { CalibrationSummary, ChanceAbove } from '../calibration-summary.ts'
import { noCalibrationWords } from '../comparison-ratings.ts'
import { findTier } from '../comparison-table.ts'
import type { Cell, ComparisonRow, ComparisonView } from '../comparison-view.ts'
import { gatherEvidence, type EvidenceEntry } from '../evidence-view.ts'
import type { Compared } from '../scored-card.ts'
import { nameTier } from '../tier-words.ts'
import type { Waiting } from '../waiting.ts'
import { writeAskedInCommon } from './asked-in-common.ts'
import { writePairs, writeUnplaced, type PairWords } from './pair-words.ts'
import { readAnswer, type SideAnswer } from './side-answer.ts'
import type { SideChoice, SideOrder } from './side-choice.ts'

export type SideCandidate = {
  row: ComparisonRow
  /** "Tier 1"; null for those in no order, and while nothing is calibrated. */
  tier: string | null
}

export type SideQuestion = {
  questionId: string
  title: string
  prompt: string
  /** For each candidate, in their order. */
  answers: SideAnswer[]
  apart: number
  isDifferent: boolean
}

export type SideCompetency = {
  competency: SnapshotCompetency
  /** For each candidate, in their order. */
  cells: Cell[]
  questions: SideQuestion[]
  isDifferent: boolean
}

/** A few candidates beside each other, from the cards that the viewer may see and nothing else. */
export type SideBySide = {
  candidates: SideCandidate[]
  pairs: PairWords[]
  /** Why some or all of them are in no pair; null when all are. */
  whyNoPairs: string | null
  /** How many questions every two of them were both asked, in sentences. */
  inCommon: string[]
  competencies: SideCompetency[]
  /** Questions in all, and those that are shown. */
  questions: { all: number; shown: number }
}

/** The page of it. */
export type SideBySidePage = Pick<
  ComparisonView,
  'isPast' | 'panelId' | 'panelName' | 'scale' | 'interviewers'
> & {
  /** Everybody who can be chosen, by name. */
  choices: { applicationId: string; name: string }[]
  /** Null while too few are chosen, or too many. */
  side: SideBySide | null
  waiting: Record<string, Waiting>
}

/** From this far apart on, candidates differ on a question or in a competency. */
export const differentLevels = 1

/** Means of thirds miss a whole level by less than this, for want of digits. */
const slack = 1e-9

type Input = {
  compared: Compared
  /** The comparison of the whole panel: how strictly somebody rates shows over all. */
  view: ComparisonView
  chance: ChanceAbove
  choice: SideChoice
}

/** Sets candidates beside each other; ids that the comparison does not have are left out. */
export function setSideBySide({ compared, view, chance, choice }: Input): SideBySide {
  const candidates = choice.ids.flatMap((id) => {
    const row = view.rows.find((one) => one.applicationId === id)
    const candidate = compared.candidates.find((one) => one.applicationId === id)
    if (!row || !candidate) return []
    const { cards, shadows } = candidate
    const evidence = gatherEvidence({ ...compared, view, row, cards, shadows })
    return [{ row, candidate, evidence }]
  })
  const competencies = view.competencies.map((competency): SideCompetency => {
    const own = candidates.map(({ row, candidate, evidence }) => ({
      candidate,
      cell: row.cells.filter((cell) => cell.competencyId === competency.id),
      entries: evidence.competencies.find((one) => one.competency.id === competency.id)?.entries ?? [],
    }))
    const cells = own.flatMap(({ cell }) => cell)
    const entries = own.flatMap((one) => one.entries)
    const questions = listQuestions(competency.id, compared, entries).map((question): SideQuestion => {
      const answers = own.map((one) =>
        readAnswer(
          one.candidate,
          question.questionId,
          one.entries.filter((entry) => entry.questionId === question.questionId),
          compared,
        ),
      )
      return {
        ...question,
        answers,
        apart: Math.max(0, ...answers.map((answer) => answer.apart)),
        isDifferent: areDifferent(
          answers.filter((answer) => answer.silence !== 'waiting').map((answer) => answer.level),
        ),
      }
    })
    return {
      competency,
      cells,
      questions,
      isDifferent:
        questions.some((question) => question.isDifferent) ||
        areDifferent(
          cells.filter((cell) => cell.missing !== 'waiting').map((cell) => cell.score?.mean ?? null),
        ),
    }
  })
  const shown = competencies
    .filter((one) => !choice.isOnlyDifferent || one.isDifferent)
    .map((one) => ({
      ...one,
      questions: sortQuestions(one.questions, choice.order).filter(
        (question) => !choice.isOnlyDifferent || question.isDifferent,
      ),
    }))
  const rows = candidates.map(({ row }) => row)
  return {
    candidates: rows.map((row) => ({ row, tier: nameOwnTier(row, view.calibration) })),
    pairs: writePairs(rows, view.calibration, chance),
    whyNoPairs:
      view.calibration.kind === 'none'
        ? noCalibrationWords[view.calibration.why]
        : writeUnplaced(rows, view.calibration),
    inCommon: writeAskedInCommon(
      candidates.map(({ row, candidate }) => ({ name: row.name, cards: candidate.cards })),
    ),
    competencies: sortCompetencies(shown, choice.order),
    questions: { all: countQuestions(competencies), shown: countQuestions(shown) },
  }
}

function nameOwnTier(row: ComparisonRow, calibration: CalibrationSummary): string | null {
  const tier = findTier(row, { calibration })
  return tier && calibration.kind === 'calibrated' ? nameTier(tier, calibration.groups) : null
}

/** What the panel asks in a competency, then what another version of it asked these candidates. */
function listQuestions(
  competencyId: string,
  { snapshot, versions }: Compared,
  entries: readonly EvidenceEntry[],
): { questionId: string; title: string; prompt: string }[] {
  const recorded = new Set(entries.map((entry) => entry.questionId))
  const own = snapshot.interviews.flatMap((interview) => interview.questions)
  const others = [...versions.values()]
    .flatMap((version) => version.interviews.flatMap((interview) => interview.questions))
    .filter((question) => recorded.has(question.questionId))
  const found = new Map<string, { questionId: string; title: string; prompt: string }>()
  for (const { questionId, content } of [...own, ...others]) {
    if (content.primaryCompetency !== competencyId || found.has(questionId)) continue
    found.set(questionId, { questionId, title: content.title, prompt: content.prompt })
  }
  return [...found.values()]
}

/** Whether two levels are far enough apart to speak of, or some candidates have one and others will have none. */
function areDifferent(levels: readonly (number | null)[]): boolean {
  const given = levels.flatMap((level) => level ?? [])
  if (given.length === 0) return false
  return given.length < levels.length || Math.max(...given) - Math.min(...given) >= differentLevels - slack
}

function sortQuestions(questions: readonly SideQuestion[], order: SideOrder): SideQuestion[] {
  return order === 'panel' ? [...questions] : questions.toSorted((a, b) => b.apart - a.apart)
}

function sortCompetencies(competencies: readonly SideCompetency[], order: SideOrder): SideCompetency[] {
  return order === 'panel'
    ? [...competencies]
    : competencies.toSorted((a, b) => urgencyOf(b.cells) - urgencyOf(a.cells))
}

/** As the agenda of a debrief has it: the widest disagreement first, then bars that are unclear. */
function urgencyOf(cells: readonly Cell[]): number {
  const widest = Math.max(0, ...cells.map((cell) => (cell.isDisagreement ? cell.apart : 0)))
  return widest + (cells.some(isBarUnclear) ? slack : 0)
}

function countQuestions(competencies: readonly SideCompetency[]): number {
  return competencies.reduce((sum, one) => sum + one.questions.length, 0)
}

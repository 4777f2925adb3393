import type { Calibration, PanelAgreement } from '#app/domains/measurement/calibration-types.ts'
import type { PlotTable } from '#app/domains/measurement/plots/plot.ts'
import type { PlotRow, RowsPlot } from '#app/domains/measurement/plots/rows-plot.ts'
import { listInterviewerUse, severityWords, type InterviewerUse } from './interviewer-use.ts'
import { listQuestionUse, type QuestionUse } from './question-use.ts'
import type { CalibratedCard } from './read-cards.ts'

export type Choice = { id: string; name: string; count: number }

export type CalibrationPage = {
  /** Candidates whose cards are all in and open, and how many are not counted because theirs are not. */
  candidates: number
  waiting: number
  cards: number
  scales: Choice[]
  scaleKey: string | null
  panels: Choice[]
  interviewers: InterviewerUse[]
  severity: { words: string; plot: RowsPlot; table: PlotTable }
  /** Groups of candidates who share no interviewer: severities compare within one. */
  groups: number
  panelAgreements: { panelId: string; name: string; candidates: number; agreement: PanelAgreement }[]
  questions: QuestionUse[]
  silentQuestions: number
  /** Past rounds that can be looked at instead, and whether one is. */
  rounds: { id: string; name: string }[]
  isPast: boolean
}

/** Ratings of cards as calibration takes them. */
export function readRatings(cards: readonly CalibratedCard[]) {
  return cards.flatMap((card) =>
    card.questions.flatMap(({ competencyId, rating }) =>
      rating?.state === 'rated'
        ? {
            candidate: card.applicationId,
            interviewer: card.interviewerId,
            competency: competencyId,
            rating: rating.level,
          }
        : [],
    ),
  )
}

/** Counts candidates by something of their cards, the most first. */
export function countChoices(
  cards: readonly CalibratedCard[],
  read: (card: CalibratedCard) => { id: string; name: string },
): Choice[] {
  const found = new Map<string, { name: string; candidates: Set<string> }>()
  for (const card of cards) {
    const { id, name } = read(card)
    const entry = found.get(id) ?? { name, candidates: new Set() }
    entry.candidates.add(card.applicationId)
    found.set(id, entry)
  }
  return [...found]
    .map(([id, { name, candidates }]) => ({ id, name, count: candidates.size }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en'))
}

/** What the page says of these cards, all of them of one scale. */
export function buildCalibrationPage(given: {
  cards: readonly CalibratedCard[]
  calibration: Calibration
  minutes: ReadonlyMap<string, readonly number[]>
}): Pick<
  CalibrationPage,
  'candidates' | 'cards' | 'interviewers' | 'severity' | 'groups' | 'questions' | 'silentQuestions'
> {
  const { cards, calibration } = given
  const interviewers = listInterviewerUse(cards, calibration)
  const { questions, silent } = listQuestionUse(cards, given.minutes)
  return {
    candidates: new Set(cards.map((card) => card.applicationId)).size,
    cards: cards.length,
    interviewers,
    severity: plotSeverity(interviewers),
    groups: calibration.groups.length,
    questions,
    silentQuestions: silent,
  }
}

const leastReach = 0.5

function plotSeverity(interviewers: readonly InterviewerUse[]): CalibrationPage['severity'] {
  const rows = interviewers.map(({ name, severity }): PlotRow => {
    const isHidden = severity.kind === 'hidden'
    return {
      label: name,
      value: isHidden ? null : severity.value,
      low: isHidden ? null : severity.low,
      high: isHidden ? null : severity.high,
      raw: null,
      ticks: [],
      figure: '',
      note: isHidden ? severity.why : null,
    }
  })
  const ends = rows.flatMap(({ low, high }) => [Math.abs(low ?? 0), Math.abs(high ?? 0)])
  const reach = Math.max(leastReach, Math.ceil(Math.max(0, ...ends) * 4) / 4)
  return {
    words: `How strictly each of ${interviewers.length} interviewers rates, in points of the scale, by name. The table below has the figures.`,
    plot: {
      domain: [-reach, reach],
      axis: [
        { at: -reach, label: `${reach} milder` },
        { at: 0, label: '0' },
        { at: reach, label: `${reach} stricter` },
      ],
      line: { at: 0, tone: 'zero' },
      sections: [{ title: null, rows }],
    },
    table: {
      columns: ['Interviewer', 'Candidates rated', 'How strictly'],
      rows: interviewers.map(({ name, candidates, severity }) => [
        name,
        String(candidates),
        severityWords(severity),
      ]),
    },
  }
}

import { IntervalAxis } from '#app/ui/interval-bar.tsx'
import { Section } from '#app/ui/section.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { formatScore, noteWords } from '../comparison-table.ts'
import type { Cell, ComparisonView } from '../comparison-view.ts'
import type {
  SideCandidate,
  SideCompetency as Competency,
  SideQuestion,
} from '#app/domains/debrief/side-by-side/side-by-side.ts'
import { saySilence } from '#app/domains/debrief/side-by-side/side-answer.ts'
import { EvidenceCard } from './evidence-card.tsx'
import { ScoreCell } from './score-cell.tsx'
import { SideColumns, SideName } from './side-columns.tsx'

type Shown = {
  candidates: readonly SideCandidate[]
  view: Pick<ComparisonView, 'scale' | 'interviewers'>
}

/** One competency: every candidate's score, then question by question what each of them got and for what. */
export function SideCompetency({ of, ...shown }: Shown & { of: Competency }) {
  const { competency, cells, questions } = of
  const { candidates, view } = shown
  return (
    <Section
      id={competency.id}
      title={
        <span tabIndex={-1} data-competency="" className="scroll-mt-20 outline-offset-4">
          {competency.name}
        </span>
      }
      aside={
        <span className="flex flex-wrap items-center gap-x-3">
          {competency.gate === null ? null : (
            <StateMark state="gate" label={`must-have, bar ${competency.gate}`} />
          )}
          <span>weight {competency.weight}</span>
        </span>
      }
    >
      <SideColumns>
        {candidates.map(({ row }, place) => {
          const cell = cells[place]
          return (
            <div key={row.applicationId} className="min-w-0 break-inside-avoid text-dense">
              <SideName count={candidates.length}>{row.name}</SideName>
              {cell ? <SideScore cell={cell} view={view} bar={competency.gate} /> : null}
            </div>
          )
        })}
      </SideColumns>
      {questions.map((question) => (
        <Question key={question.questionId} question={question} {...shown} />
      ))}
    </Section>
  )
}

type SideScoreProps = { cell: Cell; view: Shown['view']; bar: number | null }

function SideScore({ cell, view, bar }: SideScoreProps) {
  const { score, calibrated } = cell
  const notes = cell.missing ? '' : noteWords(cell)
  return (
    <div className="max-w-72">
      <ScoreCell cell={cell} view={view} bar={bar} />
      {score ? (
        <>
          <IntervalAxis levels={view.scale.levels.map((level) => level.value)} />
          <p className="mt-1 text-ink-2">
            {calibrated ? `${formatScore(calibrated.low)} to ${formatScore(calibrated.high)}, ` : null}
            raw {formatScore(score.mean)}
            {notes ? `; ${notes}` : null}
          </p>
        </>
      ) : null}
    </div>
  )
}

function Question({ question, candidates, view }: Shown & { question: SideQuestion }) {
  return (
    <section aria-labelledby={`q-${question.questionId}`} className="mt-5 border-t border-line pt-3">
      <h3 id={`q-${question.questionId}`} className="font-semibold">
        {question.title}
      </h3>
      <p className="mb-3 max-w-measure text-dense text-ink-2">{question.prompt}</p>
      <SideColumns>
        {candidates.map(({ row }, place) => {
          const answer = question.answers[place]
          if (!answer) return null
          return (
            <div key={row.applicationId} className="min-w-0">
              <SideName count={candidates.length}>{row.name}</SideName>
              {answer.silence ? (
                <p className="text-dense text-ink-2">{saySilence(answer.silence, row.name)}</p>
              ) : null}
              <ul className="grid gap-4">
                {answer.entries.map((entry) => (
                  <li key={entry.scorecardId}>
                    <EvidenceCard entry={entry} scale={view.scale} isQuestionHidden />
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </SideColumns>
    </section>
  )
}

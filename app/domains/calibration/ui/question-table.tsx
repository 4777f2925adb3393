import { paths } from '#app/paths.ts'
import { FiguresTable } from '#app/ui/figures-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { leastUses, type PairAgreement, type QuestionUse } from '../question-use.ts'

type QuestionTableProps = {
  questions: readonly QuestionUse[]
  /** Questions about which too little is known. */
  silent: number
  /** Of a past round: its questions have no page, and no clock ran. */
  isPast: boolean
}

/** What use shows of the questions. */
export function QuestionTable({ questions, silent, isPast }: QuestionTableProps) {
  return (
    <Section title={isPast ? 'What was rated' : 'Questions'}>
      {questions.length === 0 ? null : (
        <FiguresTable
          caption="What use shows of the questions"
          columns={['Question', 'Asked', 'Not asked', 'Minutes', 'Planned', 'Spread', 'Agreement']}
          rows={questions.map((question) => [
            isPast ? (
              question.title
            ) : (
              <TextLink key="title" look="plain" to={paths.question(question.questionId)}>
                {question.title}
              </TextLink>
            ),
            question.asked,
            isPast
              ? 'not known'
              : `${Math.round((question.notAsked / (question.asked + question.notAsked)) * 100)} %`,
            isPast ? 'not known' : question.minutes === null ? '–' : question.minutes.toFixed(0),
            isPast ? 'not known' : question.plannedMinutes,
            question.spread === null ? '–' : question.spread.toFixed(2),
            agreementWords(question.agreement),
          ])}
        />
      )}
      <p className="mt-2 max-w-measure text-dense text-ink-2">
        {silent === 0
          ? null
          : `${silent} ${silent === 1 ? 'question was' : 'questions were'} asked fewer than five times and ${silent === 1 ? 'stays' : 'stay'} silent. `}
        {isPast
          ? 'Where a file names no question, a competency stands for one. How long it took, and how often it was left out, is not known for a past round. '
          : `Minutes are the median of at least ${leastUses} interviews with a running clock; nobody’s own clock is shown. `}
        The spread is the standard deviation of ratings: near 0, a question tells nobody apart. Agreement
        counts two interviewers of one candidate.
      </p>
    </Section>
  )
}

function agreementWords(agreement: PairAgreement): string {
  if (agreement.kind !== 'counted') return agreement.kind
  const { pairs, same, near } = agreement
  return `${same} of ${pairs} pairs the same, ${near} within one level`
}

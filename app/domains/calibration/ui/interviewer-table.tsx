import { FiguresTable } from '#app/ui/figures-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { leastCandidatesMet, severityWords, type InterviewerUse } from '../interviewer-use.ts'

type InterviewerTableProps = { interviewers: readonly InterviewerUse[]; isPast: boolean }

/** How everybody uses the scale, and what stands on their cards, by name. */
export function InterviewerTable({ interviewers, isPast }: InterviewerTableProps) {
  const unknown = isPast ? 'not known' : '–'
  const levels = interviewers.find((one) => one.levels !== null)?.levels ?? []
  return (
    <Section title="Interviewers" aside="by name">
      <FiguresTable
        caption="Interviewers, by name"
        columns={[
          'Interviewer',
          'Candidates',
          'How strictly',
          'Ratings',
          ...levels.map(({ value, label }) => `${value} ${label}`.trim()),
          'Scorecards late',
          'Words of evidence',
        ]}
        rows={interviewers.map((one) => [
          one.name,
          one.candidates,
          severityWords(one.severity),
          one.ratings,
          ...levels.map(({ value }) => shareOf(one, value)),
          one.timed === 0 ? unknown : `${one.late} of ${one.timed}`,
          one.evidenceWords === null ? unknown : Math.round(one.evidenceWords),
        ])}
      />
      <p className="mt-2 max-w-measure text-dense text-ink-2">
        Shares of levels are of an interviewer’s own ratings and are shown from {leastCandidatesMet}{' '}
        candidates on; who met stronger candidates gives higher levels.{' '}
        {isPast
          ? 'A figure between two levels counts for the nearer one. When a scorecard was due is not known for a past round. '
          : 'A scorecard is late a day after the interview. '}
        Words are the median beside a rating.
      </p>
    </Section>
  )
}

function shareOf(one: InterviewerUse, value: number): string {
  const entry = one.levels?.find((level) => level.value === value)
  if (!entry || one.ratings === 0) return '–'
  return `${Math.round((entry.count / one.ratings) * 100)} %`
}

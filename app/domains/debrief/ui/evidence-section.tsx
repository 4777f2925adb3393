import { IntervalAxis } from '#app/ui/interval-bar.tsx'
import { Section } from '#app/ui/section.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import type { ComparisonView } from '../comparison-view.ts'
import type { CompetencyEvidence } from '../evidence-view.ts'
import { EvidenceCard } from './evidence-card.tsx'
import { ScoreCell } from './score-cell.tsx'

type EvidenceSectionProps = {
  evidence: CompetencyEvidence
  scale: ComparisonView['scale']
  interviewers: Record<string, string>
}

/** One competency of a candidate: the score with every interviewer's mark, and what each of them wrote. */
export function EvidenceSection({ evidence, scale, interviewers }: EvidenceSectionProps) {
  const { competency, cell, entries } = evidence
  return (
    <Section
      id={competency.id}
      title={competency.name}
      aside={
        <span className="flex flex-wrap items-center gap-x-3">
          {competency.gate === null ? null : (
            <StateMark state="gate" label={`must-have, bar ${competency.gate}`} />
          )}
          <span>weight {competency.weight}</span>
        </span>
      }
    >
      <div className="grid gap-x-8 gap-y-3 md:grid-cols-[176px_minmax(0,1fr)]">
        <div>
          <ScoreCell cell={cell} view={{ scale, interviewers }} bar={competency.gate} />
          {cell.score ? (
            <>
              <IntervalAxis levels={scale.levels.map((level) => level.value)} />
              <ul className="mt-2 text-dense text-ink-2">
                {cell.score.interviewers.map(({ interviewerId, mean }) => (
                  <li key={interviewerId} className="flex justify-between gap-3">
                    {interviewers[interviewerId]} <b className="text-ink">{mean.toFixed(1)}</b>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </div>
        {entries.length === 0 ? (
          <p className="text-dense text-ink-2">Nothing to read here yet.</p>
        ) : (
          <ul className="grid gap-4 lg:grid-cols-2">
            {entries.map((entry) => (
              <li key={`${entry.scorecardId} ${entry.questionId}`} className="min-w-0">
                <EvidenceCard entry={entry} scale={scale} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  )
}

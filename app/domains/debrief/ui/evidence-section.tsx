import { RatingState } from '#app/domains/scorecards/ui/rating-state.tsx'
import { CouldReadTag } from '#app/domains/scorecards/ui/could-read-tag.tsx'
import { ShadowTag } from '#app/domains/scorecards/ui/shadow-tag.tsx'
import { IntervalAxis } from '#app/ui/interval-bar.tsx'
import { Section } from '#app/ui/section.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import type { ComparisonView } from '../comparison-view.ts'
import type { CompetencyEvidence, EvidenceEntry } from '../evidence-view.ts'
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

/** A rating with its ground: who gave it, for which question, what was said, the signals heard. */
function EvidenceCard({ entry, scale }: { entry: EvidenceEntry; scale: ComparisonView['scale'] }) {
  return (
    <article className="break-inside-avoid text-dense">
      <div className="flex flex-wrap justify-between gap-x-3">
        <RatingState
          rating={entry.rating}
          levels={scale.levels.map((level) => ({ ...level, meaning: '' }))}
        />
        <span className="flex flex-wrap items-baseline gap-x-2 text-ink-2">
          {entry.isShadow ? <ShadowTag /> : null}
          {entry.couldReadOthers ? <CouldReadTag /> : null}
          {entry.interviewerName}
        </span>
      </div>
      <p className="text-ink-2">
        {entry.questionTitle}
        {entry.isOtherVersion ? ', under another version of the panel' : null}
      </p>
      {entry.evidence ? (
        <p className="mt-1 border-l-2 border-ink pl-3 text-body wrap-anywhere whitespace-pre-line">
          {entry.evidence}
        </p>
      ) : null}
      {entry.answer ? (
        <blockquote className="mt-1 border-l-2 border-line-2 pl-3 wrap-anywhere whitespace-pre-line">
          “{entry.answer}”
        </blockquote>
      ) : null}
      {entry.signals.length > 0 ? (
        <ul className="mt-1 text-ink-2">
          {entry.signals.map(({ text, isStrong }) => (
            <li key={text}>
              <b aria-hidden className="text-ink">
                {isStrong ? '+' : '−'}
              </b>{' '}
              <span className="sr-only">{isStrong ? 'Strong signal: ' : 'Weak signal: '}</span>
              {text}
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  )
}

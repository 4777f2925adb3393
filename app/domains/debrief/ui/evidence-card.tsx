import { RatingState } from '#app/domains/scorecards/ui/rating-state.tsx'
import { CouldReadTag } from '#app/domains/scorecards/ui/could-read-tag.tsx'
import { ShadowTag } from '#app/domains/scorecards/ui/shadow-tag.tsx'
import type { ComparisonView } from '../comparison-view.ts'
import type { EvidenceEntry } from '../evidence-view.ts'

type EvidenceCardProps = {
  entry: EvidenceEntry
  scale: ComparisonView['scale']
  /** Where the question stands above already. */
  isQuestionHidden?: boolean | undefined
}

/** A rating with its ground: who gave it, for which question, what was said, the signals heard. */
export function EvidenceCard({ entry, scale, isQuestionHidden }: EvidenceCardProps) {
  const notes = [
    isQuestionHidden ? '' : entry.questionTitle,
    entry.isOtherVersion ? 'under another version of the panel' : '',
    entry.ownScale ? 'with another scale, so not counted' : '',
  ].filter(Boolean)
  return (
    <article className="break-inside-avoid text-dense">
      <div className="flex flex-wrap justify-between gap-x-3">
        <RatingState
          rating={entry.rating}
          levels={(entry.ownScale ?? scale.levels).map((level) => ({ ...level, meaning: '' }))}
        />
        <span className="flex flex-wrap items-baseline gap-x-2 text-ink-2">
          {entry.isShadow ? <ShadowTag /> : null}
          {entry.couldReadOthers ? <CouldReadTag /> : null}
          {entry.interviewerName}
        </span>
      </div>
      {notes.length > 0 ? <p className="text-ink-2">{notes.join(', ')}</p> : null}
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

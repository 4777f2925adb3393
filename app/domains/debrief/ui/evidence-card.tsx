import { RatingState } from '#app/domains/scorecards/ui/rating-state.tsx'
import { CouldReadTag } from '#app/domains/scorecards/ui/could-read-tag.tsx'
import { ShadowTag } from '#app/domains/scorecards/ui/shadow-tag.tsx'
import type { ComparisonView } from '../comparison-view.ts'
import type { EvidenceEntry } from '../evidence-view.ts'
import { EvidenceWords } from './evidence-words.tsx'

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
      <EvidenceWords entry={entry} />
    </article>
  )
}

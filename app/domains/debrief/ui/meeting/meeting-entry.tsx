import { ArrowRight } from 'lucide-react'
import type { MeetingEntry } from '#app/domains/debrief/meeting/meeting-view.ts'
import type { ComparisonView } from '#app/domains/debrief/comparison-view.ts'
import { RatingState } from '#app/domains/scorecards/ui/rating-state.tsx'
import { CouldReadTag } from '#app/domains/scorecards/ui/could-read-tag.tsx'
import { ShadowTag } from '#app/domains/scorecards/ui/shadow-tag.tsx'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import { EvidenceWords } from '../evidence-words.tsx'
import { FinalForm } from './final-form.tsx'

type Levels = ComparisonView['scale']['levels']

export type Rater = {
  levels: Levels
  /** Cards whose ratings this person may change now; none while nothing can be changed. */
  ownCardIds: readonly string[]
}

type EntryProps = { entry: MeetingEntry; rater: Rater; topicKey: string }

/** What one person rated and why, with the final rating beside the initial one. */
export function EntryCard({ entry, rater, topicKey }: EntryProps) {
  const levels = entry.ownScale ?? rater.levels
  const notes = [
    entry.isOtherVersion ? 'Under another version of the panel.' : '',
    entry.ownScale ? 'With another scale, so not counted.' : '',
  ].filter(Boolean)
  return (
    <article className="break-inside-avoid text-dense">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <TwoRatings entry={entry} levels={levels} />
        <span className="flex flex-wrap items-baseline gap-x-2 text-ink-2">
          {entry.isShadow ? <ShadowTag /> : null}
          {entry.couldReadOthers ? <CouldReadTag /> : null}
          <TextLink to={paths.scorecard(entry.scorecardId)} look="plain">
            {entry.interviewerName}
          </TextLink>
        </span>
      </div>
      {entry.reason ? (
        <p className="mt-0.5 rounded-sm bg-accent-soft px-2 py-1 wrap-anywhere whitespace-pre-line">
          <b>Why it changed:</b> {entry.reason}
        </p>
      ) : null}
      {notes.length > 0 ? <p className="text-ink-2">{notes.join(' ')}</p> : null}
      <EvidenceWords entry={entry} />
      {rater.ownCardIds.includes(entry.scorecardId) && entry.rating.state === 'rated' ? (
        <FinalForm entry={entry} initial={entry.rating.level} levels={levels} topicKey={topicKey} />
      ) : null}
    </article>
  )
}

/** The initial rating, and the final one after an arrow where there is one. */
function TwoRatings({ entry, levels: given }: { entry: MeetingEntry; levels: Levels }) {
  const levels = given.map((level) => ({ ...level, meaning: '' }))
  if (entry.finalLevel === null) return <RatingState rating={entry.rating} levels={levels} />
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span className="sr-only">Initial:</span>
      <RatingState rating={entry.rating} levels={levels} isWordHidden />
      <ArrowRight aria-hidden className="text-ink-2" />
      <span className="sr-only">final:</span>
      <RatingState rating={{ state: 'rated', level: entry.finalLevel }} levels={levels} />
    </span>
  )
}

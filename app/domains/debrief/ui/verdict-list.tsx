import { recommendationWords } from '#app/domains/scorecards/scorecard.ts'
import { CouldReadTag } from '#app/domains/scorecards/ui/could-read-tag.tsx'
import { ShadowTag } from '#app/domains/scorecards/ui/shadow-tag.tsx'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import type { Verdict } from '../evidence-view.ts'

/** Every interviewer's recommendation with what speaks for and against. */
export function VerdictList({ verdicts }: { verdicts: readonly Verdict[] }) {
  return (
    <ul className="grid gap-x-8 gap-y-4 md:grid-cols-2">
      {verdicts.map((verdict) => (
        <li key={verdict.scorecardId} className="min-w-0 border-t border-line pt-2">
          <p className="flex flex-wrap justify-between gap-x-3">
            <span className="flex flex-wrap items-baseline gap-x-2">
              <b>{verdict.recommendation ? recommendationWords[verdict.recommendation] : 'None given'}</b>
              {verdict.isShadow ? <ShadowTag /> : null}
              {verdict.couldReadOthers ? <CouldReadTag /> : null}
            </span>
            <span className="text-dense text-ink-2">
              <TextLink to={paths.scorecard(verdict.scorecardId)}>{verdict.interviewerName}</TextLink>,{' '}
              {verdict.interview}
            </span>
          </p>
          {verdict.reason ? <p className="wrap-anywhere whitespace-pre-line">{verdict.reason}</p> : null}
          <Side label="For" text={verdict.summaryFor} />
          <Side label="Against" text={verdict.summaryAgainst} />
        </li>
      ))}
    </ul>
  )
}

function Side({ label, text }: { label: string; text: string }) {
  if (!text) return null
  return (
    <p className="mt-1 text-dense wrap-anywhere whitespace-pre-line">
      <b>{label}:</b> {text}
    </p>
  )
}

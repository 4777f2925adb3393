import { Link, useSearchParams } from '@remix-run/react'
import { recommendationWords } from '#app/domains/scorecards/scorecard.ts'
import { paths } from '#app/paths.ts'
import { IntervalBar } from '#app/ui/interval-bar.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { WordsButton } from '#app/ui/words-button.tsx'
import { writeExpectation } from '../calibrated-headline.ts'
import { formatScore, standingWords } from '../comparison-table.ts'
import type { ComparisonRow, ComparisonView } from '../comparison-view.ts'
import { readChoice, toggleKept, writeChoice, type ScoreKind } from '../comparison-choice.ts'
import type { Waiting } from '../waiting.ts'
import { DecisionChip } from './decision-chip.tsx'

type NameCellProps = {
  row: ComparisonRow
  isPast: boolean
  waiting: Waiting | undefined
}

/** The name leads to the candidate's page; those of a past round have none. */
export function NameCell({ row, isPast, waiting }: NameCellProps) {
  const [params] = useSearchParams()
  const { kept } = readChoice(params)
  const keepWords = kept.includes(row.applicationId) ? 'Let go' : 'Keep on top'
  return (
    <>
      {isPast ? (
        row.name
      ) : (
        <TextLink look="plain" to={paths.application(row.applicationId)}>
          {row.name}
        </TextLink>
      )}
      <span className="block text-label text-ink-2">
        {row.isWithdrawn ? 'withdrawn; ' : null}
        {waiting ? `${waiting.submitted} of ${waiting.owed} scorecards in` : standingWords(row)}
      </span>
      <DecisionChip applicationId={row.applicationId} />
      <Link
        to={`?${writeChoice(params, { kept: toggleKept(kept, row.applicationId) })}`}
        replace
        preventScrollReset
        aria-label={`${keepWords}: ${row.name}`}
        className="inline-flex min-h-6 items-center text-label text-ink-2 underline hover:text-ink print:hidden pointer-coarse:min-h-11"
      >
        {keepWords}
      </Link>
    </>
  )
}

type OverallCellProps = { row: ComparisonRow; kind: ScoreKind; scale: ComparisonView['scale'] }

/** The score over all competencies with its interval and the plain mean beside it; the mean alone where that is chosen. */
export function OverallCell({ row, kind, scale }: OverallCellProps) {
  const { calibrated, overall } = row
  if (!row.isOrderable || !overall)
    return <span className="text-ink-2">{row.visible === 0 ? 'Nothing to see yet' : 'Too few to say'}</span>
  const partial = overall.isPartial ? `partial, ${overall.scored} of ${overall.wanted}` : null
  if (kind === 'raw' || !calibrated)
    return (
      <>
        <b className="text-body">{formatScore(overall.mean)}</b>
        {partial ? <span className="block text-label text-ink-2">{partial}</span> : null}
      </>
    )
  const { mean, low, high } = calibrated
  return (
    <>
      <span className="flex items-baseline justify-between gap-2">
        <WordsButton
          words={writeExpectation(row.name, calibrated, overall.mean)}
          className="text-body font-bold"
        >
          {formatScore(mean)}
        </WordsButton>
        <span className="text-label text-ink-2">
          <span className="sr-only">nine times in ten from </span>
          {formatScore(low)} to {formatScore(high)}
        </span>
      </span>
      <IntervalBar
        isDecorative
        min={scale.least}
        max={scale.most}
        value={mean}
        low={low}
        high={high}
        rawMean={overall.mean}
      />
      <span className="flex flex-wrap gap-x-2 text-label text-ink-2">
        <span>raw {formatScore(overall.mean)}</span>
        {partial ? <span>{partial}</span> : null}
      </span>
    </>
  )
}

export function VotesCell({ row }: { row: ComparisonRow }) {
  if (row.recommendations.length === 0) return <span className="text-ink-2">none to see</span>
  return (
    <>
      {row.recommendations.map(({ recommendation, count }) => (
        <span key={recommendation} className="block whitespace-nowrap">
          {count} {recommendationWords[recommendation]}
        </span>
      ))}
    </>
  )
}

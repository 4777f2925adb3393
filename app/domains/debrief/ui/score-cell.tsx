import { DisagreementMark } from '#app/ui/disagreement-mark.tsx'
import { HeatCell } from '#app/ui/heat-cell.tsx'
import { IntervalBar } from '#app/ui/interval-bar.tsx'
import { StateMark, type MarkState } from '#app/ui/state-mark.tsx'
import type { ScoreKind } from '../comparison-choice.ts'
import { formatApart, formatScore } from '../comparison-table.ts'
import type { Cell, ComparisonView } from '../comparison-view.ts'
import { missingWords, type MissingState } from '../missing-state.ts'

const marks: Record<MissingState, MarkState> = {
  'not-tested': 'missing',
  'not-held': 'missing',
  waiting: 'missing',
  'not-asked': 'not-asked',
  'no-evidence': 'no-evidence',
  'not-given': 'missing',
  'other-scale': 'missing',
}

type ScoreCellProps = {
  cell: Cell
  view: Pick<ComparisonView, 'scale' | 'interviewers'>
  bar: number | null
  /** Without it calibrated where it can be. */
  kind?: ScoreKind | undefined
}

/** A score on its heat step, its interval, how many interviewers gave it, a tick for each, and what is amiss in words. */
export function ScoreCell({ cell, view, bar, kind = 'calibrated' }: ScoreCellProps) {
  const { score, missing } = cell
  const { least: min, most: max } = view.scale
  if (!score) {
    const state = missing ?? 'waiting'
    return <StateMark state={marks[state]} label={missingWords[state]} />
  }
  const calibrated = kind === 'calibrated' ? cell.calibrated : null
  const given = score.interviewers.map(
    ({ interviewerId, mean }) => `${view.interviewers[interviewerId] ?? 'Interviewer'} ${formatScore(mean)}`,
  )
  const words = [
    given.length === 1 ? '1 interviewer' : `${given.length} interviewers`,
    calibrated &&
      `nine times in ten from ${formatScore(calibrated.low)} to ${formatScore(calibrated.high)}; plain mean ${formatScore(score.mean)}`,
    given.join(', '),
  ]
    .filter(Boolean)
    .join('; ')
  return (
    <>
      <span className="flex min-h-[22px] items-center gap-1.5">
        <HeatCell value={calibrated?.mean ?? score.mean} min={min} max={max} title={words} />
        <span aria-hidden className="text-ink-2" title={`${given.length} gave it`}>
          {given.length}
        </span>
        <span className="ml-auto text-right leading-tight">
          <Flags cell={cell} />
        </span>
      </span>
      <IntervalBar
        words={words}
        min={min}
        max={max}
        value={calibrated?.mean}
        low={calibrated?.low}
        high={calibrated?.high}
        rawMean={score.mean}
        ratings={score.interviewers.map((entry) => entry.mean)}
        isSplit={cell.isDisagreement}
        gate={bar ?? undefined}
      />
      {cell.isOtherVersion ? <span className="text-label text-ink-2">other version</span> : null}
      {cell.couldRead > 0 ? (
        <span className="block text-label text-ink-2">{`${cell.couldRead} could read others first`}</span>
      ) : null}
    </>
  )
}

function Flags({ cell }: { cell: Cell }) {
  if (cell.isDisagreement)
    return <DisagreementMark apart={cell.apart} label={`${formatApart(cell.apart)} apart`} />
  if (cell.gate === 'not-met') return <b className="text-label text-amber">not met</b>
  if (cell.gate === 'unclear') return <b className="text-label text-amber">unclear</b>
  return null
}

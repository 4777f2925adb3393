import { StateMark } from '#app/ui/state-mark.tsx'
import { MinutesBar } from '#app/ui/minutes-bar.tsx'
import { classNames } from '#app/ui/class-names.ts'
import type { Coverage, CoverageCell, CoverageColumn, CoverageRow } from '../coverage.ts'
import { counted } from '../panel.ts'
import { InterviewLetter } from './interview-letter.tsx'

type CoverageGridProps = { coverage: Coverage; names: Readonly<Record<string, string>> }

/** Competency × interview in minutes: who tests what, for how long, and what is wanted and missing. */
export function CoverageGrid({ coverage, names }: CoverageGridProps) {
  return (
    <div>
      <div
        role="region"
        aria-label="Coverage: competency by interview"
        tabIndex={0}
        className="relative mt-2 overflow-x-auto print:overflow-visible"
      >
        <table
          className="w-full border-separate border-spacing-0 text-dense"
          style={{ minWidth: `${19 + coverage.columns.length * 7.5}rem` }}
        >
          <caption className="sr-only">Minutes of each competency in each interview</caption>
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky left-0 z-1 w-[11rem] border-b border-rule bg-paper pr-2 pb-1.5 text-left align-bottom font-normal text-ink-2 sm:w-[14rem]"
              >
                Competency, weight in %
              </th>
              {coverage.columns.map((column) => (
                <ColumnHead key={column.id} column={column} names={names} />
              ))}
              <th
                scope="col"
                className="w-[7rem] border-b border-l border-line border-b-rule pb-1.5 pl-2.5 text-left align-bottom font-normal text-ink-2"
              >
                Tested in
              </th>
            </tr>
          </thead>
          <tbody>
            {coverage.rows.map((row) => (
              <Row key={row.competencyId} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <GridLegend />
    </div>
  )
}

function ColumnHead({ column, names }: { column: CoverageColumn; names: Readonly<Record<string, string>> }) {
  return (
    <th
      scope="col"
      className="border-b border-l border-line border-b-rule px-2 pb-1.5 text-left align-bottom font-normal"
    >
      <span className="flex items-start gap-1.5 font-semibold">
        <InterviewLetter letter={column.letter} />
        <span className="wrap-anywhere">{column.focus}</span>
      </span>
      <span className="mt-0.5 mb-1.5 block text-ink-2">
        {column.interviewerIds.map((id) => names[id] ?? 'Somebody').join(', ') || 'no interviewer yet'}
      </span>
      <MinutesBar used={column.usedMinutes} slot={column.minutes} keptFree={column.freeMinutes} />
    </th>
  )
}

function Row({ row }: { row: CoverageRow }) {
  const isMustHave = row.gate !== null
  const isShort = row.testedIn < (isMustHave ? 2 : 1)
  const cell = classNames('border-b border-line py-1.5 align-middle', isShort && 'bg-amber-soft')
  return (
    <tr id={`competency-${row.competencyId}`}>
      <th
        scope="row"
        className={classNames(
          'sticky left-0 z-1 pr-2 text-left font-normal',
          cell,
          isShort ? 'font-semibold text-amber' : 'bg-paper',
        )}
      >
        <span className="flex items-center gap-1.5">
          <span className="min-w-0 wrap-anywhere">{row.name}</span>
          {isMustHave ? <StateMark state="gate" label={`Must-have, bar ${row.gate}`} isWordHidden /> : null}
          <span className="ml-auto pl-2">{row.weight}</span>
        </span>
      </th>
      {row.cells.map((item) => (
        <td key={item.interviewId} className={classNames('border-l border-line px-2', cell)}>
          <Cell cell={item} />
        </td>
      ))}
      <td className={classNames('border-l border-line pl-2.5', cell, isShort && 'font-semibold text-amber')}>
        {row.testedIn === 0 ? 'no interview' : counted(row.testedIn, 'interview')}
        {isMustHave && isShort ? ', needs 2' : ''}
      </td>
    </tr>
  )
}

function Cell({ cell }: { cell: CoverageCell }) {
  if (cell.blocks.length === 0)
    return cell.isWanted ? (
      <StateMark state="missing" label="none yet" />
    ) : (
      <span className="sr-only">none</span>
    )
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="flex flex-wrap gap-px">
        {cell.blocks.map((block) => (
          <span
            key={block.questionId}
            title={`${block.title}, ${block.minutes} min, ${block.isPrimary ? 'rated' : 'touched'}`}
            style={{ width: `${block.minutes * 1.5}px` }}
            className={classNames('h-3.5', block.isPrimary ? 'bg-accent' : 'border border-accent')}
          />
        ))}
      </span>
      <span className="whitespace-nowrap">
        {cell.ratedMinutes > 0 ? cell.ratedMinutes : null}
        <span className="sr-only">{cell.ratedMinutes > 0 ? ' minutes rated' : ''}</span>
        {cell.touchedMinutes > 0 ? (
          <span className="text-ink-2">
            {cell.ratedMinutes > 0 ? ' + ' : ''}
            {cell.touchedMinutes}
            <span className="sr-only"> minutes touched</span>
          </span>
        ) : null}
      </span>
    </span>
  )
}

function GridLegend() {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-dense text-ink-2">
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="h-3 w-4 bg-accent" /> one question rated for it, wide as its minutes
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="h-3 w-4 border border-accent" /> also touched, not rated
      </li>
      <li>
        <StateMark state="missing" label="wanted, none yet" />
      </li>
      <li>
        <StateMark state="gate" label="must-have" />
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="hatch h-1.5 w-5 outline-1 -outline-offset-1 outline-line-2" /> free time
      </li>
    </ul>
  )
}

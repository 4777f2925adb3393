import { StateMark } from '#app/ui/state-mark.tsx'
import { MinutesBar } from '#app/ui/minutes-bar.tsx'
import { classNames } from '#app/ui/class-names.ts'
import type { Coverage, CoverageCell, CoverageColumn, CoverageRow } from '../coverage.ts'
import { counted } from '../panel.ts'
import { GridLegend } from './coverage-legend.tsx'
import { InterviewLetter } from './interview-letter.tsx'
import { DifficultyCurve } from './mix-line.tsx'

type CoverageGridProps = {
  coverage: Coverage
  names: Readonly<Record<string, string>>
  /** Where an interview stands on the page, when it can be gone to. */
  toInterview?: ((id: string) => string) | undefined
}

/** Pixels for a minute: so many interviews stand side by side that a row stays one line. */
const pixelsFor = (columns: number): number => (columns <= 4 ? 1.5 : 0.8)

/**
 * The whole plan at a glance: competency × interview in minutes, who asks, minutes against the slot, how hard it gets, of what kinds.
 * As wide as its place as long as a column has room for its figures.
 */
export function CoverageGrid({ coverage, names, toInterview }: CoverageGridProps) {
  const { columns, rows } = coverage
  return (
    <div>
      <div
        role="region"
        aria-label="Coverage: competency by interview"
        tabIndex={0}
        className="@container relative mt-2 overflow-x-auto print:overflow-visible"
      >
        <table
          className="w-full table-fixed border-separate border-spacing-0 text-dense"
          style={{ minWidth: `${12 + columns.length * 4.5}rem` }}
        >
          <caption className="sr-only">Minutes of each competency in each interview</caption>
          <colgroup>
            <col className="w-30 @xl:w-40 @4xl:w-50" />
            {columns.map(({ id }) => (
              <col key={id} />
            ))}
            <col className="w-16" />
          </colgroup>
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky left-0 z-1 border-b border-rule bg-paper pr-2 pb-1.5 text-left align-bottom font-normal text-ink-2"
              >
                Competency, weight in %
              </th>
              {columns.map((column) => (
                <ColumnHead key={column.id} {...{ column, names, toInterview }} />
              ))}
              <th
                scope="col"
                className="border-b border-l border-line border-b-rule pb-1.5 pl-2 text-left align-bottom font-normal text-ink-2"
              >
                Tested in
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.competencyId} row={row} scale={pixelsFor(columns.length)} />
            ))}
          </tbody>
          {columns.some(({ questions }) => questions > 0) ? <Mix columns={columns} /> : null}
        </table>
      </div>
      <GridLegend />
    </div>
  )
}

type ColumnHeadProps = Omit<CoverageGridProps, 'coverage'> & { column: CoverageColumn }

function ColumnHead({ column, names, toInterview }: ColumnHeadProps) {
  const people = column.interviewerIds.map((id) => names[id] ?? 'Somebody')
  const title = (
    <>
      <InterviewLetter letter={column.letter} />
      <span className="mt-0.5 line-clamp-3 hyphens-auto wrap-break-word" title={column.focus}>
        {column.focus}
      </span>
    </>
  )
  return (
    <th
      scope="col"
      className="border-b border-l border-line border-b-rule px-1.5 pb-1.5 text-left align-bottom font-normal"
    >
      {toInterview ? (
        <a href={toInterview(column.id)} className="block font-semibold hover:underline">
          {title}
        </a>
      ) : (
        <span className="block font-semibold">{title}</span>
      )}
      <span className="mt-0.5 mb-1.5 line-clamp-3 text-ink-2" title={people.join(', ')}>
        {people.length === 0 ? (
          'no interviewer yet'
        ) : (
          <>
            <span aria-hidden>{people.map(shortenName).join(', ')}</span>
            <span className="sr-only">{people.join(', ')}</span>
          </>
        )}
      </span>
      <MinutesBar used={column.usedMinutes} slot={column.minutes} keptFree={column.freeMinutes} />
    </th>
  )
}

/** "Ikenna Obiora-Lund" as "Ikenna O.": the whole name stands in the title and is read aloud. */
function shortenName(name: string): string {
  const [first = '', ...rest] = name.split(' ')
  const last = rest.at(-1)
  return last ? `${first} ${[...last][0]}.` : first
}

function Row({ row, scale }: { row: CoverageRow; scale: number }) {
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
          <span className="min-w-0 hyphens-auto wrap-anywhere">{row.name}</span>
          {isMustHave ? <StateMark state="gate" label={`Must-have, bar ${row.gate}`} isWordHidden /> : null}
          <span className="ml-auto pl-1">{row.weight}</span>
        </span>
      </th>
      {row.cells.map((item) => (
        <td key={item.interviewId} className={classNames('border-l border-line px-1.5', cell)}>
          <Cell cell={item} scale={scale} />
        </td>
      ))}
      <td className={classNames('border-l border-line pl-2', cell, isShort && 'font-semibold text-amber')}>
        {row.testedIn}
        <span className="sr-only">{` ${counted(row.testedIn, 'interview').replace(/^\d+ /, '')}`}</span>
        {isShort ? `, needs ${isMustHave ? 2 : 1}` : ''}
      </td>
    </tr>
  )
}

function Cell({ cell, scale }: { cell: CoverageCell; scale: number }) {
  if (cell.blocks.length === 0)
    return cell.isWanted ? (
      <StateMark state="missing" label="none yet" />
    ) : (
      <span className="sr-only">none</span>
    )
  return (
    <span className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
      <span className="hidden flex-wrap gap-px @3xl:flex print:flex">
        {cell.blocks.map((block) => (
          <span
            key={block.questionId}
            title={`${block.title}, ${block.minutes} min, ${block.isPrimary ? 'rated' : 'touched'}`}
            style={{ width: `${block.minutes * scale}px` }}
            className={classNames('h-3.5', block.isPrimary ? 'bg-accent' : 'border border-accent')}
          />
        ))}
      </span>
      <span className="whitespace-nowrap">
        {cell.ratedMinutes > 0 ? <b className="font-semibold">{cell.ratedMinutes}</b> : null}
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

/** How hard each interview gets from question to question, and of what kinds it is made. */
function Mix({ columns }: { columns: readonly CoverageColumn[] }) {
  const head = 'sticky left-0 z-1 bg-paper py-1.5 pr-2 text-left font-normal text-ink-2'
  return (
    <tfoot>
      <tr>
        <th scope="row" className={head}>
          How hard, in order
        </th>
        {columns.map(({ id, mix }) => (
          <td key={id} className="border-l border-line px-1.5 py-1.5">
            {mix.curve.length > 0 ? <DifficultyCurve curve={mix.curve} /> : null}
          </td>
        ))}
        <td className="border-l border-line" />
      </tr>
      <tr>
        <th scope="row" className={head}>
          Kinds of questions
        </th>
        {columns.map(({ id, mix }) => (
          <td key={id} className="border-l border-line px-1.5 py-1.5" title={mix.kindWords}>
            <span aria-hidden>
              {mix.kinds.map(({ kind, count }) => `${count} ${kind.charAt(0).toUpperCase()}`).join(', ')}
            </span>
            <span className="sr-only">{mix.kindWords}</span>
          </td>
        ))}
        <td className="border-l border-line" />
      </tr>
    </tfoot>
  )
}

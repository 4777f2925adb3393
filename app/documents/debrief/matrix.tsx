import { StyleSheet, View } from '@react-pdf/renderer'
import { use } from 'react'
import type { Cell, ComparisonRow, ComparisonView } from '#app/domains/debrief/comparison-view.ts'
import { findTier, formatApart } from '#app/domains/debrief/comparison-table.ts'
import { missingWords } from '#app/domains/debrief/missing-state.ts'
import { nameTier } from '#app/domains/debrief/tier-words.ts'
import { recommendationWords } from '#app/domains/scorecards/scorecard.ts'
import { LookContext, type Look } from '#app/documents/parts/look.ts'
import { tagged } from '#app/documents/parts/tags.ts'
import { hairline, ink, shade } from '#app/documents/parts/theme.ts'
import { Words } from '#app/documents/parts/words.tsx'

const styles = StyleSheet.create({
  table: { borderTopWidth: 1.2, borderTopColor: ink },
  row: { flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: hairline },
  head: { backgroundColor: shade },
  name: { padding: 4 },
  overall: { padding: 4, borderLeftWidth: 0.5, borderLeftColor: hairline },
  cell: { flex: 1, padding: 4, borderLeftWidth: 0.5, borderLeftColor: hairline },
  votes: { padding: 4, borderLeftWidth: 0.5, borderLeftColor: hairline },
  legend: { marginTop: 6 },
})

/** Widths in compact print. */
const widths = { name: 118, overall: 62, votes: 84 } as const

/** More columns than these have no room for their names. */
const mostAcross = { compact: 8, clear: 5 } as const

type Competencies = ComparisonView['competencies']

/** How the figures of the matrix are read. */
export function MatrixLegend({ comparison }: { comparison: ComparisonView }) {
  return (
    <View style={styles.legend}>
      <Words as="label">
        {comparison.calibration.kind === 'calibrated'
          ? 'A score is what to expect if every interviewer had met the candidate, with the bounds that hold it nine times in ten; raw is the mean over interviewers, each counted once. '
          : 'Scores are raw: the mean over interviewers, each counted once. '}
        The number in brackets says how many interviewers gave it. What is missing is left out and named,
        never counted as nothing. A bar about which nothing is said is met; a bar never rejects by itself.
      </Words>
    </View>
  )
}

/** The competencies of each table. */
export function splitCompetencies(
  { competencies }: ComparisonView,
  { scale }: Pick<Look, 'scale'>,
): Competencies[] {
  const most = scale > 1 ? mostAcross.clear : mostAcross.compact
  const count = Math.max(1, Math.ceil(competencies.length / most))
  const each = Math.ceil(competencies.length / count)
  return Array.from({ length: count }, (_, i) => competencies.slice(i * each, (i + 1) * each))
}

type PartProps = {
  comparison: ComparisonView
  competencies: Competencies
  isFirst: boolean
  isLast: boolean
}

/** The names of the columns, with weights and bars. */
export function MatrixHead({ comparison, competencies, isFirst, isLast }: PartProps) {
  const { scale } = use(LookContext)
  const total = comparison.competencies.reduce((sum, { weight }) => sum + weight, 0)
  return (
    <View {...tagged('TR')} style={[styles.row, styles.table, styles.head]}>
      <View {...tagged('TH')} style={[styles.name, { width: widths.name * scale }]}>
        <Words as="strong">Candidate</Words>
        {!isFirst && <Words as="label">the other competencies</Words>}
      </View>
      {isFirst && (
        <View {...tagged('TH')} style={[styles.overall, { width: widths.overall * scale }]}>
          <Words as="strong">All</Words>
          <Words as="label">weighted</Words>
        </View>
      )}
      {competencies.map((competency) => (
        <View key={competency.id} {...tagged('TH')} style={styles.cell}>
          <Words as="small" isInCell>
            {competency.name}
          </Words>
          <Words as="label">
            {`${Math.round((competency.weight / total) * 100)} %${competency.gate === null ? '' : `, bar ${competency.gate.toFixed(1)}`}`}
          </Words>
        </View>
      ))}
      {isLast && (
        <View {...tagged('TH')} style={[styles.votes, { width: widths.votes * scale }]}>
          <Words as="strong">Votes</Words>
          <Words as="label">counted only</Words>
        </View>
      )}
    </View>
  )
}

/** One candidate. */
export function MatrixRow({
  row,
  comparison,
  competencies,
  isFirst,
  isLast,
  decision,
}: PartProps & { row: ComparisonRow; decision?: string | undefined }) {
  const { scale } = use(LookContext)
  const { calibration } = comparison
  const tier = findTier(row, comparison)
  const of = tier && calibration.kind === 'calibrated' ? `${nameTier(tier, calibration.groups)}, ` : ''
  return (
    <View {...tagged('TR')} style={styles.row} wrap={false}>
      <View {...tagged('TH', { scope: 'Row' })} style={[styles.name, { width: widths.name * scale }]}>
        <Words as="strong" isInCell>
          {row.name}
        </Words>
        {isFirst && (
          <Words as="label">
            {`${of}${row.submitted} of ${row.owed} cards${row.isWithdrawn ? ', withdrawn' : ''}`}
          </Words>
        )}
        {isFirst && decision && <Words as="label">{decision}</Words>}
      </View>
      {isFirst && <Overall row={row} />}
      {competencies.map((competency) => {
        const cell = row.cells.find((entry) => entry.competencyId === competency.id)
        return (
          <View key={competency.id} {...tagged('TD')} style={styles.cell}>
            {cell && <MatrixCell cell={cell} />}
          </View>
        )
      })}
      {isLast && (
        <View {...tagged('TD')} style={[styles.votes, { width: widths.votes * scale }]}>
          {row.recommendations.map(({ recommendation, count }) => (
            <Words key={recommendation} as="small">{`${count} ${recommendationWords[recommendation]}`}</Words>
          ))}
        </View>
      )}
    </View>
  )
}

function Overall({ row }: { row: ComparisonRow }) {
  const { scale } = use(LookContext)
  const { overall, calibrated } = row
  const score = calibrated ?? overall
  return (
    <View {...tagged('TD')} style={[styles.overall, { width: widths.overall * scale }]}>
      <Words as="strong">{row.isOrderable && score ? score.mean.toFixed(1) : '–'}</Words>
      {calibrated && overall && (
        <>
          <Words as="label">{`${calibrated.low.toFixed(1)} to ${calibrated.high.toFixed(1)}`}</Words>
          <Words as="label">{`raw ${overall.mean.toFixed(1)}`}</Words>
        </>
      )}
      {overall?.isPartial && <Words as="label">{`partial, ${overall.scored} of ${overall.wanted}`}</Words>}
      {!row.isOrderable && <Words as="label">not ordered</Words>}
    </View>
  )
}

function MatrixCell({ cell }: { cell: Cell }) {
  if (!cell.score)
    return (
      <Words as="label" isInCell>
        {cell.missing ? missingWords[cell.missing] : '–'}
      </Words>
    )
  const gate = cell.gate === 'not-met' ? 'under the bar' : cell.gate === 'unclear' ? 'bar unclear' : null
  return (
    <View>
      <Words as="body">
        {`${(cell.calibrated ?? cell.score).mean.toFixed(1)}  (${cell.score.interviewers.length})`}
      </Words>
      {cell.calibrated && (
        <Words as="label" isInCell>
          {`${cell.calibrated.low.toFixed(1)} to ${cell.calibrated.high.toFixed(1)}, raw ${cell.score.mean.toFixed(1)}`}
        </Words>
      )}
      {cell.isDisagreement && <Words as="label" isInCell>{`${formatApart(cell.apart)} apart`}</Words>}
      {gate && (
        <Words as="label" isInCell>
          {gate}
        </Words>
      )}
      {cell.isOtherVersion && (
        <Words as="label" isInCell>
          other version
        </Words>
      )}
      {cell.couldRead > 0 && <Words as="label" isInCell>{`${cell.couldRead} could read others first`}</Words>}
    </View>
  )
}

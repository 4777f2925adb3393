import { StyleSheet, View } from '@react-pdf/renderer'
import type { Cell, ComparisonRow, ComparisonView } from '#app/domains/debrief/comparison-view.ts'
import { missingWords } from '#app/domains/debrief/missing-state.ts'
import { recommendationWords } from '#app/domains/scorecards/scorecard.ts'
import { hairline, ink, shade } from '#app/documents/parts/theme.ts'
import { Words } from '#app/documents/parts/words.tsx'

const styles = StyleSheet.create({
  table: { borderTopWidth: 1.2, borderTopColor: ink },
  row: { flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: hairline },
  head: { backgroundColor: shade },
  name: { width: 118, padding: 4 },
  overall: { width: 62, padding: 4, borderLeftWidth: 0.5, borderLeftColor: hairline },
  cell: { flex: 1, padding: 4, borderLeftWidth: 0.5, borderLeftColor: hairline },
  votes: { width: 84, padding: 4, borderLeftWidth: 0.5, borderLeftColor: hairline },
  legend: { marginTop: 6 },
})

/** Candidates by competencies: score, number of interviewers, and what needs attention in words. */
export function Matrix({ comparison }: { comparison: ComparisonView }) {
  const isCalibrated = comparison.calibration.kind === 'calibrated'
  return (
    <View>
      <View style={styles.table}>
        <View style={[styles.row, styles.head]} fixed>
          <View style={styles.name}>
            <Words as="strong">Candidate</Words>
          </View>
          <View style={styles.overall}>
            <Words as="strong">All</Words>
            <Words as="label">weighted</Words>
          </View>
          {comparison.competencies.map((competency) => (
            <View key={competency.id} style={styles.cell}>
              <Words as="small">{competency.name}</Words>
              <Words as="label">
                {`${Math.round(competency.weight)} %${competency.gate === null ? '' : `, bar ${competency.gate.toFixed(1)}`}`}
              </Words>
            </View>
          ))}
          <View style={styles.votes}>
            <Words as="strong">Votes</Words>
            <Words as="label">counted only</Words>
          </View>
        </View>
        {comparison.rows.map((row) => (
          <MatrixRow key={row.applicationId} row={row} />
        ))}
      </View>
      <View style={styles.legend}>
        <Words as="label">
          {isCalibrated
            ? 'A score is what to expect if every interviewer had met the candidate, with the bounds that hold it nine times in ten; raw is the mean over interviewers, each counted once. '
            : 'Scores are raw: the mean over interviewers, each counted once. '}
          The number in brackets says how many interviewers gave it. What is missing is left out and named,
          never counted as nothing. A bar never rejects by itself.
        </Words>
      </View>
    </View>
  )
}

function MatrixRow({ row }: { row: ComparisonRow }) {
  const { overall, calibrated } = row
  const score = calibrated ?? overall
  return (
    <View style={styles.row} wrap={false}>
      <View style={styles.name}>
        <Words as="strong">{row.name}</Words>
        <Words as="label">{`${row.submitted} of ${row.owed} cards${row.isWithdrawn ? ', withdrawn' : ''}`}</Words>
      </View>
      <View style={styles.overall}>
        <Words as="strong">{row.isOrderable && score ? score.mean.toFixed(1) : '–'}</Words>
        {calibrated && overall && (
          <Words as="label">
            {`${calibrated.low.toFixed(1)} to ${calibrated.high.toFixed(1)}, raw ${overall.mean.toFixed(1)}`}
          </Words>
        )}
        {overall?.isPartial && <Words as="label">{`partial, ${overall.scored} of ${overall.wanted}`}</Words>}
        {!row.isOrderable && <Words as="label">not ordered</Words>}
      </View>
      {row.cells.map((cell) => (
        <View key={cell.competencyId} style={styles.cell}>
          <MatrixCell cell={cell} />
        </View>
      ))}
      <View style={styles.votes}>
        {row.recommendations.map(({ recommendation, count }) => (
          <Words key={recommendation} as="small">{`${count} ${recommendationWords[recommendation]}`}</Words>
        ))}
      </View>
    </View>
  )
}

function MatrixCell({ cell }: { cell: Cell }) {
  if (!cell.score) return <Words as="label">{cell.missing ? missingWords[cell.missing] : '–'}</Words>
  const gate = cell.gate === 'not-met' ? 'under the bar' : cell.gate === 'unclear' ? 'bar unclear' : null
  return (
    <View>
      <Words as="body">
        {`${(cell.calibrated ?? cell.score).mean.toFixed(1)}  (${cell.score.interviewers.length})`}
      </Words>
      {cell.calibrated && (
        <Words as="label">
          {`${cell.calibrated.low.toFixed(1)} to ${cell.calibrated.high.toFixed(1)}, raw ${cell.score.mean.toFixed(1)}`}
        </Words>
      )}
      {cell.isDisagreement && <Words as="label">{`${cell.apart.toFixed(1)} apart`}</Words>}
      {gate && <Words as="label">{gate}</Words>}
      {cell.isOtherVersion && <Words as="label">other version</Words>}
      {cell.couldRead > 0 && <Words as="label">{`${cell.couldRead} could read others first`}</Words>}
    </View>
  )
}

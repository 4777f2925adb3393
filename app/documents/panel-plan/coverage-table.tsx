import { StyleSheet, View } from '@react-pdf/renderer'
import { use } from 'react'
import type { CoverageCell, CoverageColumn, CoverageRow } from '#app/domains/panels/coverage.ts'
import { LookContext } from '#app/documents/parts/look.ts'
import { tagged } from '#app/documents/parts/tags.ts'
import { hairline, ink, shade } from '#app/documents/parts/theme.ts'
import { Words } from '#app/documents/parts/words.tsx'

const styles = StyleSheet.create({
  row: { flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: hairline },
  head: { backgroundColor: shade, borderTopWidth: 1.2, borderTopColor: ink, marginTop: 3 },
  name: { padding: 3 },
  figure: { padding: 3, borderLeftWidth: 0.5, borderLeftColor: hairline },
  cell: {
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: 0,
    paddingVertical: 3,
    paddingHorizontal: 2,
    borderLeftWidth: 0.5,
    borderLeftColor: hairline,
    alignItems: 'center',
  },
  legend: { marginTop: 4 },
})

/** Widths in compact print. */
const widths = { name: 140, weight: 40, bar: 32, tested: 66 } as const

/** The names of the columns: one for each interview, with its letter and minutes. */
export function GridHead({ columns }: { columns: readonly CoverageColumn[] }) {
  const { scale } = use(LookContext)
  return (
    <View {...tagged('TR')} style={[styles.row, styles.head]}>
      <View {...tagged('TH')} style={[styles.name, { width: widths.name * scale }]}>
        <Words as="strong">Competency</Words>
      </View>
      <View {...tagged('TH')} style={[styles.figure, { width: widths.weight * scale }]}>
        <Words as="label">Weight</Words>
      </View>
      <View {...tagged('TH')} style={[styles.figure, { width: widths.bar * scale }]}>
        <Words as="label">Bar</Words>
      </View>
      {columns.map((column) => (
        <View key={column.id} {...tagged('TH')} style={styles.cell}>
          <Words as="strong">{column.letter}</Words>
          <Words as="label">{`${column.minutes}`}</Words>
        </View>
      ))}
      <View {...tagged('TH')} style={[styles.figure, { width: widths.tested * scale }]}>
        <Words as="label">Tested in</Words>
      </View>
    </View>
  )
}

/** One competency: how many minutes of each interview go to it. */
export function GridRow({ row, share }: { row: CoverageRow; share: number }) {
  const { scale } = use(LookContext)
  const least = row.gate === null ? 1 : 2
  const isShort = row.testedIn < least
  return (
    <View {...tagged('TR')} style={styles.row}>
      <View {...tagged('TH', { scope: 'Row' })} style={[styles.name, { width: widths.name * scale }]}>
        <Words as={row.gate === null ? 'small' : 'strong'} isInCell>
          {row.name}
        </Words>
      </View>
      <View {...tagged('TD')} style={[styles.figure, { width: widths.weight * scale }]}>
        <Words as="small">{`${Math.round(share * 100)} %`}</Words>
      </View>
      <View {...tagged('TD')} style={[styles.figure, { width: widths.bar * scale }]}>
        <Words as="strong">{row.gate === null ? ' ' : row.gate.toFixed(1)}</Words>
      </View>
      {row.cells.map((cell) => (
        <View key={cell.interviewId} {...tagged('TD')} style={styles.cell}>
          <Minutes cell={cell} />
        </View>
      ))}
      <View {...tagged('TD')} style={[styles.figure, { width: widths.tested * scale }]}>
        <Words as={isShort ? 'strong' : 'small'} isInCell>
          {`${row.testedIn}${isShort ? `, needs ${least}` : ''}`}
        </Words>
      </View>
    </View>
  )
}

function Minutes({ cell }: { cell: CoverageCell }) {
  if (cell.ratedMinutes > 0) return <Words as="strong">{String(cell.ratedMinutes)}</Words>
  if (cell.touchedMinutes > 0) return <Words as="small">{`(${cell.touchedMinutes})`}</Words>
  return <Words as="small">{cell.isWanted ? '–' : ' '}</Words>
}

export function GridLegend() {
  return (
    <View style={styles.legend}>
      <Words as="label">
        A figure is minutes of questions that are rated for the competency; in brackets, minutes of questions
        that only touch it; a dash, what the interview should cover and has no question for. A competency with
        a bar is a must-have and is tested in two interviews.
      </Words>
    </View>
  )
}

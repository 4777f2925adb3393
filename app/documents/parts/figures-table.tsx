import { StyleSheet, View } from '@react-pdf/renderer'
import type { PlotTable } from '#app/domains/measurement/plots/plot.ts'
import { tagged } from './tags.ts'
import { hairline, ink } from './theme.ts'
import { Words } from './words.tsx'

const styles = StyleSheet.create({
  row: {
    flexDirection: 'row',
    gap: 6,
    borderBottomWidth: 0.5,
    borderBottomColor: hairline,
    paddingVertical: 2,
  },
  head: { borderBottomColor: ink },
  name: { flex: 2 },
  cell: { flex: 1 },
})

/** The figures of a plot on paper; names have twice the room. */
export function FiguresTable({ table, names = 1 }: { table: PlotTable; names?: number }) {
  return (
    <View {...tagged('Table')}>
      <View {...tagged('TR')} style={[styles.row, styles.head]} minPresenceAhead={30}>
        {table.columns.map((column, i) => (
          <View key={column} {...tagged('TH')} style={i < names ? styles.name : styles.cell}>
            <Words as="label">{column}</Words>
          </View>
        ))}
      </View>
      {table.rows.map((cells, i) => (
        <View key={i} {...tagged('TR')} style={styles.row} wrap={false}>
          {cells.map((cell, j) => (
            <View
              key={j}
              {...(j < names ? tagged('TH', { scope: 'Row' }) : tagged('TD'))}
              style={j < names ? styles.name : styles.cell}
            >
              <Words as="small">{cell}</Words>
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}

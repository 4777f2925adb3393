import { StyleSheet, View } from '@react-pdf/renderer'
import { MarkCircle } from './boxes.tsx'
import { ink } from './theme.ts'
import { Words } from './words.tsx'

const styles = StyleSheet.create({
  row: { flexDirection: 'row', borderWidth: 0.7, borderColor: ink, marginTop: 5 },
  cell: { flexGrow: 1, flexBasis: 0, padding: 4 },
  divided: { borderLeftWidth: 0.5, borderLeftColor: ink },
  chosen: { borderBottomWidth: 2.5, borderBottomColor: ink },
  head: { flexDirection: 'row', gap: 4, alignItems: 'center', marginBottom: 2 },
})

type Anchor = { level: number; label: string; text: string }

/** The levels side by side, each with its anchor and a circle; none is marked unless `chosen` says so. */
export function AnchorRow({
  anchors,
  chosen = null,
  isBrief = false,
}: {
  anchors: readonly Anchor[]
  chosen?: number | null
  isBrief?: boolean
}) {
  return (
    <View style={styles.row}>
      {anchors.map((anchor, i) => (
        <View
          key={anchor.level}
          style={[styles.cell, i > 0 ? styles.divided : {}, chosen === anchor.level ? styles.chosen : {}]}
        >
          <View style={styles.head}>
            <MarkCircle isMarked={chosen === anchor.level} />
            <Words as="strong">{`${anchor.level} ${anchor.label}`}</Words>
          </View>
          {!isBrief && <Words as="small">{anchor.text}</Words>}
        </View>
      ))}
    </View>
  )
}

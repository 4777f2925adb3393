import { StyleSheet, View } from '@react-pdf/renderer'
import type { DebriefView } from '#app/domains/debrief/debrief-view.ts'
import { TickBox } from '#app/documents/parts/boxes.tsx'
import { EvidenceLines } from '#app/documents/parts/evidence-lines.tsx'
import { hairline, ink } from '#app/documents/parts/theme.ts'
import { Words } from '#app/documents/parts/words.tsx'

const styles = StyleSheet.create({
  block: { borderTopWidth: 1.2, borderTopColor: ink, paddingTop: 5, marginTop: 12 },
  row: {
    flexDirection: 'row',
    alignItems: 'center',
    gap: 8,
    paddingVertical: 5,
    borderBottomWidth: 0.5,
    borderBottomColor: hairline,
  },
  name: { width: 150 },
  choice: { width: 84 },
  signatures: { flexDirection: 'row', flexWrap: 'wrap', gap: 14, marginTop: 10 },
  signature: { width: 160, borderTopWidth: 0.5, borderTopColor: ink, marginTop: 26, paddingTop: 2 },
})

/** Where the decision is written down and signed. */
export function DecisionPage({ debrief }: { debrief: DebriefView }) {
  return (
    <View style={styles.block}>
      <View minPresenceAhead={120}>
        <Words as="title">Decision</Words>
      </View>
      {debrief.comparison.rows.map((row) => (
        <View key={row.applicationId} style={styles.row} wrap={false}>
          <View style={styles.name}>
            <Words as="strong">{row.name}</Words>
          </View>
          {debrief.decisions.map((decision) => (
            <View key={decision} style={styles.choice}>
              <TickBox>{decision}</TickBox>
            </View>
          ))}
        </View>
      ))}
      <View wrap={false} style={{ marginTop: 8 }}>
        <EvidenceLines label="Reason" lines={4} />
      </View>
      <View style={styles.signatures} wrap={false}>
        {debrief.signatures.map((signature, i) => (
          <View key={`${signature.name}${i}`} style={styles.signature}>
            <Words as="strong">{signature.name === '' ? ' ' : signature.name}</Words>
            <Words as="label">{`${signature.part}, date`}</Words>
          </View>
        ))}
      </View>
    </View>
  )
}

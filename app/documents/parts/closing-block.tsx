import { StyleSheet, View } from '@react-pdf/renderer'
import { recommendations, recommendationWords } from '#app/domains/scorecards/scorecard.ts'
import { TickBox } from './boxes.tsx'
import { EvidenceLines } from './evidence-lines.tsx'
import { ink } from './theme.ts'
import { Words } from './words.tsx'

const styles = StyleSheet.create({
  block: { borderTopWidth: 1.2, borderTopColor: ink, paddingTop: 5 },
  columns: { flexDirection: 'row', gap: 12, marginTop: 4 },
  column: { flex: 1 },
  votes: { flexDirection: 'row', gap: 10, marginTop: 8 },
  vote: { width: 66 },
})

/** The end of a card to fill by hand: for, against, recommendation. */
export function ClosingBlock() {
  return (
    <View wrap={false} style={styles.block}>
      <Words as="head">After the interview</Words>
      <View style={styles.columns}>
        <View style={styles.column}>
          <EvidenceLines label="For" lines={4} />
        </View>
        <View style={styles.column}>
          <EvidenceLines label="Against" lines={4} />
        </View>
      </View>
      <View style={styles.votes}>
        <Words as="strong">Recommendation</Words>
        {recommendations.map((recommendation) => (
          <View key={recommendation} style={styles.vote}>
            <TickBox>{recommendationWords[recommendation]}</TickBox>
          </View>
        ))}
      </View>
      <View style={{ marginTop: 4 }}>
        <EvidenceLines label="Reason, needed for No decision" lines={1} />
      </View>
    </View>
  )
}

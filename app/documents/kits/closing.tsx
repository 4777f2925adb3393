import { StyleSheet, View } from '@react-pdf/renderer'
import { use } from 'react'
import { recommendations, recommendationWords } from '#app/domains/scorecards/scorecard.ts'
import { TickBox } from '#app/documents/parts/boxes.tsx'
import { LookContext } from '#app/documents/parts/look.ts'
import { Spot } from '#app/documents/parts/spot.tsx'
import { tagged } from '#app/documents/parts/tags.ts'
import { hairline } from '#app/documents/parts/theme.ts'
import { Words } from '#app/documents/parts/words.tsx'

const styles = StyleSheet.create({
  block: { borderTopWidth: 1, paddingTop: 5 },
  votes: { flexDirection: 'row', flexWrap: 'wrap', columnGap: 12, marginTop: 4 },
  reason: { flexDirection: 'row', gap: 6, marginTop: 8, alignItems: 'flex-end' },
  line: { flex: 1, borderBottomWidth: 0.5, borderBottomColor: hairline },
  columns: { flexDirection: 'row', gap: 14, marginTop: 8 },
  column: { flex: 1 },
})

/** The end of a card to fill by hand: recommendation, for, against; lines in two columns follow it. */
export function Closing() {
  const { accent, words } = use(LookContext)
  const voteWidth = words.small.fontSize * 8.6
  return (
    <View {...tagged('Sect')} style={[styles.block, { borderTopColor: accent }]}>
      <Words as="head" {...tagged('H2')}>
        After the interview: your recommendation
      </Words>
      <View {...tagged('L')} style={styles.votes}>
        {recommendations.map((recommendation) => (
          <View key={recommendation} style={{ width: voteWidth }}>
            <TickBox
              spot={{
                field: 'recommendation',
                state: recommendation,
                label: recommendationWords[recommendation],
              }}
            >
              {recommendationWords[recommendation]}
            </TickBox>
          </View>
        ))}
      </View>
      <View style={styles.reason}>
        <Words as="label">Reason, needed for No decision</Words>
        <Spot
          spot={{ field: 'recommendation:reason', label: 'Reason for the recommendation' }}
          style={styles.line}
        />
      </View>
      <View style={styles.columns}>
        {['For', 'Against'].map((side) => (
          <View key={side} style={styles.column}>
            <Words as="strong">{side}</Words>
          </View>
        ))}
      </View>
    </View>
  )
}

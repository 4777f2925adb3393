import { StyleSheet, View } from '@react-pdf/renderer'
import { use } from 'react'
import type { KitView } from '#app/domains/panels/kit-view.ts'
import { recommendations, recommendationWords } from '#app/domains/scorecards/scorecard.ts'
import { TickBox } from '#app/documents/parts/boxes.tsx'
import { LookContext } from '#app/documents/parts/look.ts'
import { Spot } from '#app/documents/parts/spot.tsx'
import { tagged } from '#app/documents/parts/tags.ts'
import { apart, hairline } from '#app/documents/parts/theme.ts'
import { Words } from '#app/documents/parts/words.tsx'
import { LevelWords } from './briefing.tsx'

const styles = StyleSheet.create({
  block: { borderTopWidth: 1, paddingTop: 4 },
  votes: { flexDirection: 'row', flexWrap: 'wrap', columnGap: 12, marginTop: 4 },
  reason: { flexDirection: 'row', gap: 6, marginTop: apart, alignItems: 'flex-end' },
  line: { flex: 1, borderBottomWidth: 0.5, borderBottomColor: hairline },
  columns: { flexDirection: 'row', gap: 14, marginTop: apart },
  levels: { marginTop: 3 },
  firstLine: { justifyContent: 'flex-end', borderBottomWidth: 0.5, borderBottomColor: hairline },
  column: { flex: 1 },
})

type ClosingProps = {
  /** Frames to type in follow, and no lines. */
  isOnScreen?: boolean
  /** What the levels mean, where it had no room before the questions. */
  levels?: KitView['levels'] | undefined
}

/** The end of a card: recommendation, for, against; lines in two columns follow it. */
export function Closing({ isOnScreen = false, levels }: ClosingProps) {
  const { accent, words, pitch } = use(LookContext)
  const voteWidth = words.small.fontSize * 8.6
  return (
    <View {...tagged('Sect')} style={[styles.block, { borderTopColor: accent }]}>
      <Words as="head" {...tagged('H2')}>
        After the interview: your recommendation
      </Words>
      {levels && (
        <View style={styles.levels}>
          <LevelWords levels={levels} />
        </View>
      )}
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
          <View key={side} style={[styles.column, isOnScreen ? {} : { ...styles.firstLine, height: pitch }]}>
            <Words as="strong">{side}</Words>
          </View>
        ))}
      </View>
    </View>
  )
}

import { StyleSheet, View } from '@react-pdf/renderer'
import type { KitView } from '#app/domains/panels/kit-view.ts'
import { hairline, shade } from './theme.ts'
import { Bold, Words } from './words.tsx'

const styles = StyleSheet.create({
  box: { flexDirection: 'row', gap: 14, backgroundColor: shade, padding: 7, marginBottom: 9 },
  half: { flex: 1 },
  gap: { marginTop: 3 },
  levels: { borderTopWidth: 0.5, borderTopColor: hairline, marginTop: 4, paddingTop: 3 },
})

/** What to know before going in: what this interview covers, what the others do, how to ask and rate. */
export function Briefing({ kit }: { kit: KitView }) {
  return (
    <View style={styles.box} wrap={false}>
      <View style={styles.half}>
        <Words as="small">
          <Bold>{`${kit.place}. You cover: `}</Bold>
          {kit.competencyNames.join(', ')}.
        </Words>
        {kit.others.map((other) => (
          <View key={other.letter} style={styles.gap}>
            <Words as="small">
              <Bold>{`${other.letter} ${other.focus}, ${other.minutes} min: `}</Bold>
              {other.competencyNames.join(', ')}
            </Words>
          </View>
        ))}
      </View>
      <View style={styles.half}>
        <Words as="small">
          <Bold>Do: </Bold>
          ask every question, in this order, in these words; write what you hear; rate each answer before the
          next one; leave the candidate five minutes for questions.
        </Words>
        <View style={styles.gap}>
          <Words as="small">
            <Bold>Don’t: </Bold>
            ask about family, health, age, origin, belief or plans for children; talk about this candidate
            with anybody until you have handed in your scorecard.
          </Words>
        </View>
        <View style={styles.levels}>
          <Words as="small">
            {kit.levels.map((level) => `${level.value} ${level.label}: ${level.meaning}`).join('  ')}
          </Words>
        </View>
      </View>
    </View>
  )
}

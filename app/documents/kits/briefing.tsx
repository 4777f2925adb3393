import { StyleSheet, View } from '@react-pdf/renderer'
import type { KitView } from '#app/domains/panels/kit-view.ts'
import { hairline, shade } from '#app/documents/parts/theme.ts'
import { Bold, Words } from '#app/documents/parts/words.tsx'

const styles = StyleSheet.create({
  box: { backgroundColor: shade, paddingVertical: 6, paddingHorizontal: 8 },
  halves: { flexDirection: 'row', gap: 16 },
  half: { flex: 1 },
  gap: { marginTop: 1.5 },
  levels: { borderTopWidth: 0.5, borderTopColor: hairline, marginTop: 5, paddingTop: 4 },
})

/** What to know before going in: what this interview covers, what the others do, how to ask and rate. */
export function Briefing({ kit }: { kit: KitView }) {
  return (
    <View style={styles.box}>
      <View style={styles.halves}>
        <View style={styles.half}>
          <Words as="small">
            <Bold>{`${kit.place}. You cover: `}</Bold>
            {kit.competencyNames.join(', ')}.
          </Words>
          <View style={styles.gap}>
            <Words as="small">
              <Bold>Do: </Bold>
              ask every question, in this order, in these words; write what you hear; rate each answer before
              the next one; leave the candidate five minutes for questions.
            </Words>
          </View>
          <View style={styles.gap}>
            <Words as="small">
              <Bold>Don’t: </Bold>
              ask about family, health, age, origin, belief or plans for children; talk about this candidate
              with anybody until you have handed in your scorecard.
            </Words>
          </View>
        </View>
        <View style={styles.half}>
          {kit.others.map((other, i) => (
            <View key={other.letter} style={i > 0 ? styles.gap : {}}>
              <Words as="small">
                <Bold>{`${other.letter} ${other.focus}, ${other.minutes} min: `}</Bold>
                {other.competencyNames.join(', ')}
              </Words>
            </View>
          ))}
        </View>
      </View>
      <View style={styles.levels}>
        <LevelWords levels={kit.levels} />
      </View>
    </View>
  )
}

/** What each level of the scale means, on one line as far as it goes. */
export function LevelWords({ levels }: { levels: KitView['levels'] }) {
  return (
    <Words as="small">
      {levels.map((level, i) => [
        <Bold key={level.value}>{`${i > 0 ? '    ' : ''}${level.value} ${level.label}: `}</Bold>,
        level.meaning,
      ])}
    </Words>
  )
}

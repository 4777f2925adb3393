import { StyleSheet, View } from '@react-pdf/renderer'
import type { ChangedRating } from '#app/domains/debrief/meeting/changed-ratings.ts'
import { hairline, ink } from '#app/documents/parts/theme.ts'
import { Words } from '#app/documents/parts/words.tsx'

const styles = StyleSheet.create({
  row: {
    flexDirection: 'row',
    gap: 8,
    borderBottomWidth: 0.5,
    borderBottomColor: hairline,
    paddingVertical: 3,
  },
  head: { borderBottomColor: ink },
  question: { width: 150 },
  who: { width: 90 },
  level: { width: 40 },
  reason: { flex: 1 },
})

/** The final ratings beside the initial ones, with why they were changed. */
export function ChangedRatings({ ratings }: { ratings: readonly ChangedRating[] }) {
  return (
    <View>
      <View minPresenceAhead={50}>
        <Words as="head">Ratings that the debrief changed</Words>
        <Words as="label">
          What was rated alone stays on the scorecard and is what the comparison counts. The final level
          stands beside it.
        </Words>
      </View>
      {ratings.length === 0 ? (
        <View style={{ marginTop: 3 }}>
          <Words>None: every rating stands as it was given.</Words>
        </View>
      ) : (
        <View style={[styles.row, styles.head]} minPresenceAhead={30}>
          <Cell style={styles.question} label="Question" />
          <Cell style={styles.who} label="Interviewer" />
          <Cell style={styles.level} label="Initial" />
          <Cell style={styles.level} label="Final" />
          <Cell style={styles.reason} label="Why" />
        </View>
      )}
      {ratings.map((rating) => (
        <View key={`${rating.scorecardId} ${rating.questionId}`} style={styles.row} wrap={false}>
          <View style={styles.question}>
            <Words as="small">{rating.questionTitle}</Words>
            <Words as="label">{rating.competencyName}</Words>
          </View>
          <View style={styles.who}>
            <Words as="small">{rating.interviewerName}</Words>
          </View>
          <View style={styles.level}>
            <Words>{String(rating.initial)}</Words>
          </View>
          <View style={styles.level}>
            <Words as="strong">{String(rating.final)}</Words>
          </View>
          <View style={styles.reason}>
            <Words as="small">{rating.reason || 'No reason is kept.'}</Words>
          </View>
        </View>
      ))}
    </View>
  )
}

function Cell({ style, label }: { style: (typeof styles)[keyof typeof styles]; label: string }) {
  return (
    <View style={style}>
      <Words as="label">{label}</Words>
    </View>
  )
}

import { StyleSheet, View } from '@react-pdf/renderer'
import { use, type ReactNode } from 'react'
import type { ChangedRating } from '#app/domains/debrief/meeting/changed-ratings.ts'
import { LookContext } from '#app/documents/parts/look.ts'
import { tagged } from '#app/documents/parts/tags.ts'
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
})

/** Widths in compact print; what is left is for the reason. */
const columns = {
  question: { width: 150 },
  who: { width: 90 },
  level: { width: 40 },
  reason: { flex: 1 },
} as const

type Column = keyof typeof columns

/** The final ratings beside the initial ones, with why they were changed. */
export function ChangedRatings({ ratings }: { ratings: readonly ChangedRating[] }) {
  return (
    <View>
      <View minPresenceAhead={50}>
        <Words as="head" {...tagged('H3')}>
          Ratings that the debrief changed
        </Words>
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
        <View {...tagged('TR')} style={[styles.row, styles.head]} minPresenceAhead={30}>
          <Cell is="TH" column="question">
            <Words as="label">Question</Words>
          </Cell>
          <Cell is="TH" column="who">
            <Words as="label">Interviewer</Words>
          </Cell>
          <Cell is="TH" column="level">
            <Words as="label">Initial</Words>
          </Cell>
          <Cell is="TH" column="level">
            <Words as="label">Final</Words>
          </Cell>
          <Cell is="TH" column="reason">
            <Words as="label">Why</Words>
          </Cell>
        </View>
      )}
      {ratings.map((rating) => (
        <View
          key={`${rating.scorecardId} ${rating.questionId}`}
          {...tagged('TR')}
          style={styles.row}
          wrap={false}
        >
          <Cell is="row head" column="question">
            <Words as="small">{rating.questionTitle}</Words>
            <Words as="label">{rating.competencyName}</Words>
          </Cell>
          <Cell column="who">
            <Words as="small">{rating.interviewerName}</Words>
          </Cell>
          <Cell column="level">
            <Words>{String(rating.initial)}</Words>
          </Cell>
          <Cell column="level">
            <Words as="strong">{String(rating.final)}</Words>
          </Cell>
          <Cell column="reason">
            <Words as="small">{rating.reason || 'No reason is kept.'}</Words>
          </Cell>
        </View>
      ))}
    </View>
  )
}

function Cell({
  column,
  is = 'TD',
  children,
}: {
  column: Column
  is?: 'TH' | 'TD' | 'row head'
  children: ReactNode
}) {
  const { scale } = use(LookContext)
  const style = columns[column]
  const own = is === 'row head' ? tagged('TH', { scope: 'Row' }) : tagged(is)
  return (
    <View {...own} style={'width' in style ? { width: style.width * scale } : style}>
      {children}
    </View>
  )
}

import { StyleSheet, View } from '@react-pdf/renderer'
import { use } from 'react'
import type { DebriefView } from '#app/domains/debrief/debrief-view.ts'
import { decisionOutcomes, outcomeWords } from '#app/domains/debrief/meeting/decision.ts'
import type { DebriefRecord } from '#app/domains/debrief/meeting/record-view.ts'
import { TickBox } from '#app/documents/parts/boxes.tsx'
import { EvidenceLines } from '#app/documents/parts/evidence-lines.tsx'
import { LookContext } from '#app/documents/parts/look.ts'
import { tagged } from '#app/documents/parts/tags.ts'
import { hairline, ink } from '#app/documents/parts/theme.ts'
import { Words } from '#app/documents/parts/words.tsx'

const styles = StyleSheet.create({
  block: { borderTopWidth: 1.2, borderTopColor: ink, paddingTop: 5, marginTop: 12 },
  row: {
    flexDirection: 'row',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: 8,
    paddingVertical: 5,
    borderBottomWidth: 0.5,
    borderBottomColor: hairline,
  },
  signatures: { flexDirection: 'row', flexWrap: 'wrap', gap: 14, marginTop: 10 },
  signature: { width: 160, borderTopWidth: 0.5, borderTopColor: ink, marginTop: 26, paddingTop: 2 },
})

/** Where decisions are written down and signed by hand; those of a started debrief stand on pages of their own. */
export function DecisionPage({
  debrief,
  records,
}: {
  debrief: DebriefView
  records: readonly DebriefRecord[]
}) {
  const { scale } = use(LookContext)
  const recordOf = (applicationId: string) => records.find((record) => record.applicationId === applicationId)
  const { rows } = debrief.comparison
  const hasOpen = rows.some((row) => !recordOf(row.applicationId))
  // One candidate's record says it all.
  if (rows.length === 1 && !hasOpen) return null
  return (
    <View {...tagged('Sect')} style={styles.block}>
      <View minPresenceAhead={120}>
        <Words as="title" {...tagged('H2')}>
          Decision
        </Words>
      </View>
      {rows.map((row) => (
        <View key={row.applicationId} {...tagged('LI')} style={styles.row} wrap={false}>
          <View {...tagged('Lbl')} style={{ width: 150 * scale }}>
            <Words as="strong">{row.name}</Words>
          </View>
          <Choices record={recordOf(row.applicationId)} />
        </View>
      ))}
      {hasOpen && (
        <View wrap={false} style={{ marginTop: 8 }}>
          <EvidenceLines label="Reason" lines={4} />
        </View>
      )}
      {hasOpen && (
        <View style={styles.signatures} wrap={false}>
          {debrief.signatures.map((signature, i) => (
            <View key={`${signature.name}${i}`} style={styles.signature}>
              <Words as="strong">{signature.name === '' ? ' ' : signature.name}</Words>
              <Words as="label">{`${signature.part}, date`}</Words>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}

function Choices({ record }: { record: DebriefRecord | undefined }) {
  const { scale } = use(LookContext)
  if (record?.decision.outcome)
    return (
      <Words
        {...tagged('LBody')}
      >{`${record.decision.outcomeWords}, ${record.isLocked ? 'locked' : 'draft: not locked'}`}</Words>
    )
  return decisionOutcomes.map((outcome) => (
    <View key={outcome} {...tagged('LBody')} style={{ width: 84 * scale }}>
      <TickBox>{outcomeWords[outcome]}</TickBox>
    </View>
  ))
}

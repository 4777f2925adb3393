import { StyleSheet, View } from '@react-pdf/renderer'
import { use } from 'react'
import { decisionOutcomes, outcomeWords } from '#app/domains/debrief/meeting/decision.ts'
import type { PrintedDecision, PrintedSigner } from '#app/domains/debrief/meeting/record-view.ts'
import { TickBox } from '#app/documents/parts/boxes.tsx'
import { EvidenceLines } from '#app/documents/parts/evidence-lines.tsx'
import { LookContext } from '#app/documents/parts/look.ts'
import { tagged } from '#app/documents/parts/tags.ts'
import { hairline, ink } from '#app/documents/parts/theme.ts'
import { Bold, Words } from '#app/documents/parts/words.tsx'

const styles = StyleSheet.create({
  outcomes: { flexDirection: 'row', flexWrap: 'wrap', columnGap: 10, marginTop: 3, marginBottom: 4 },
  reason: { borderLeftWidth: 1.5, borderLeftColor: hairline, paddingLeft: 6, marginVertical: 4 },
  signer: {
    flexDirection: 'row',
    gap: 10,
    borderBottomWidth: 0.5,
    borderBottomColor: hairline,
    paddingVertical: 4,
  },
  what: { flex: 1 },
  line: { height: 20, borderBottomWidth: 0.7, borderBottomColor: ink },
})

/** What was decided, why, and by whom; what is not written yet leaves room for a hand. */
export function Decided({ decision }: { decision: PrintedDecision }) {
  const { scale } = use(LookContext)
  return (
    <View>
      <View {...tagged('L')} style={styles.outcomes} wrap={false} minPresenceAhead={40}>
        {decisionOutcomes.map((outcome) => (
          <View key={outcome} style={{ width: 96 * scale }}>
            <TickBox isTicked={outcome === decision.outcome}>{outcomeWords[outcome]}</TickBox>
          </View>
        ))}
      </View>
      {decision.competencyNames.length > 0 && (
        <Words>
          <Bold>To ask about: </Bold>
          {decision.competencyNames.join(', ')}
        </Words>
      )}
      {decision.reason === '' ? (
        <View wrap={false} style={{ marginTop: 4 }}>
          <EvidenceLines label="Reason" lines={4} />
        </View>
      ) : (
        <View style={styles.reason}>
          <Words>{decision.reason}</Words>
        </View>
      )}
    </View>
  )
}

/** The names under a decision; whoever has not signed finds a line to sign on. */
export function Signatures({ signers }: { signers: readonly PrintedSigner[] }) {
  const { scale } = use(LookContext)
  return (
    <View {...tagged('L')}>
      {signers.map((signer, i) => (
        <View key={`${signer.name}${i}`} {...tagged('LI')} style={styles.signer} wrap={false}>
          <View {...tagged('Lbl')} style={{ width: 150 * scale }}>
            <Words as="strong">{signer.name}</Words>
            <Words as="label">{signer.part}</Words>
          </View>
          <View {...tagged('LBody')} style={styles.what}>
            <Words as="small">{signer.standing}</Words>
            {signer.signedAt !== null && <Words as="label">{signer.signedAt}</Words>}
            {signer.dissent !== null && (
              <Words as="small">
                <Bold>Dissent: </Bold>
                {signer.dissent || 'no reason is kept'}
              </Words>
            )}
          </View>
          {signer.isMissing && (
            <View {...tagged('LBody')}>
              <View style={[styles.line, { width: 170 }]} />
              <Words as="label">Signature, date</Words>
            </View>
          )}
        </View>
      ))}
    </View>
  )
}

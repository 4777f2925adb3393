import { StyleSheet, View } from '@react-pdf/renderer'
import { use } from 'react'
import type { CandidateEvidence } from '#app/domains/debrief/evidence-view.ts'
import { couldReadTag } from '#app/domains/scorecards/could-read.ts'
import { recommendationWords } from '#app/domains/scorecards/scorecard.ts'
import { LookContext } from '#app/documents/parts/look.ts'
import { tagged } from '#app/documents/parts/tags.ts'
import { hairline, ink } from '#app/documents/parts/theme.ts'
import { Bold, Words } from '#app/documents/parts/words.tsx'

const styles = StyleSheet.create({
  block: { borderTopWidth: 1.2, borderTopColor: ink, paddingTop: 5, marginTop: 8 },
  verdict: {
    flexDirection: 'row',
    gap: 10,
    borderBottomWidth: 0.5,
    borderBottomColor: hairline,
    paddingVertical: 3,
  },
  text: { flex: 1 },
})

/** The name over what interviewers recommend. */
export function SummaryHead({ row, verdicts }: Pick<CandidateEvidence, 'row' | 'verdicts'>) {
  return (
    <View style={styles.block}>
      <Words as="head" {...tagged('H3')}>
        {row.name}
      </Words>
      {verdicts.length === 0 && (
        <Words as="label">{`${row.submitted} of ${row.owed} scorecards are in; none can be read yet.`}</Words>
      )}
    </View>
  )
}

/** What one interviewer recommends, and why. */
export function Verdict({ verdict }: { verdict: CandidateEvidence['verdicts'][number] }) {
  const { scale } = use(LookContext)
  return (
    <View {...tagged('LI')} style={styles.verdict}>
      <View {...tagged('Lbl')} style={{ width: 130 * scale }}>
        <Words as="strong">
          {verdict.recommendation ? recommendationWords[verdict.recommendation] : 'No recommendation'}
        </Words>
        <Words as="label">{`${verdict.interviewerName}, ${verdict.interview}`}</Words>
        {verdict.isShadow && <Words as="label">Shadow, not counted</Words>}
        {verdict.couldReadOthers && <Words as="label">{couldReadTag}</Words>}
      </View>
      <View {...tagged('LBody')} style={styles.text}>
        {verdict.reason !== '' && <Words as="small">{verdict.reason}</Words>}
        <Words as="small">
          <Bold>For: </Bold>
          {verdict.summaryFor || 'nothing written'}
        </Words>
        <Words as="small">
          <Bold>Against: </Bold>
          {verdict.summaryAgainst || 'nothing written'}
        </Words>
      </View>
    </View>
  )
}

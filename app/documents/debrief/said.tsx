import { View } from '@react-pdf/renderer'
import { noCalibrationWords, writeOtherScale } from '#app/domains/debrief/comparison-ratings.ts'
import type { ComparisonView } from '#app/domains/debrief/comparison-view.ts'
import type { DebriefView } from '#app/domains/debrief/debrief-view.ts'
import { nameTier, writeAgreement, writeLead } from '#app/domains/debrief/tier-words.ts'
import { countCouldRead } from '#app/domains/scorecards/could-read.ts'
import { tagged } from '#app/documents/parts/tags.ts'
import { Bold, Words } from '#app/documents/parts/words.tsx'

/** What the scores allow to be said, over the matrix: the headline, tiers, agreement, and what was left out or is marked. */
export function Said({ debrief }: { debrief: Pick<DebriefView, 'headline' | 'comparison'> }) {
  const { comparison, headline } = debrief
  const { calibration, facts } = comparison
  const otherScale = writeOtherScale(calibration.otherScale)
  return (
    <View style={{ marginBottom: 8 }}>
      <Words as="head" {...tagged('H2')}>
        {headline.title}
      </Words>
      <View style={{ marginTop: 2 }}>
        <Words>{headline.detail}</Words>
        {calibration.kind === 'none' ? (
          <Words>{noCalibrationWords[calibration.why]}</Words>
        ) : (
          <Tiers comparison={comparison} />
        )}
        {calibration.kind === 'calibrated' && <Words>{writeAgreement(calibration.agreement)}</Words>}
        {otherScale !== null && <Words>{otherScale}</Words>}
        {facts.couldRead > 0 && <Words>{`Counted in: ${countCouldRead(facts.couldRead)}.`}</Words>}
      </View>
    </View>
  )
}

function Tiers({ comparison }: { comparison: ComparisonView }) {
  const { calibration } = comparison
  if (calibration.kind === 'none') return null
  const names = new Map(comparison.rows.map((row) => [row.applicationId, row.name]))
  const nameOf = (id: string) => names.get(id) ?? ''
  return calibration.tiers.map((tier) => {
    const own = tier.applicationIds.filter((id) => names.has(id)).map(nameOf)
    const lead = writeLead(tier, nameOf)
    if (own.length === 0) return null
    return (
      <Words key={tier.key}>
        <Bold>{`${nameTier(tier, calibration.groups)}: `}</Bold>
        {`${own.join(', ')}.${lead ? ` ${lead.title}; ${lead.detail}.` : ''}`}
      </Words>
    )
  })
}

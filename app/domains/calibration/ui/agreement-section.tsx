import { agreementFormula } from '#app/domains/measurement/reliability.ts'
import { FiguresTable } from '#app/ui/figures-table.tsx'
import { Section } from '#app/ui/section.tsx'
import type { CalibrationPage } from '../calibration-page.ts'

type Row = CalibrationPage['panelAgreements'][number]

/** How well interviewers agree, one number for each panel. */
export function AgreementSection({ panels }: { panels: readonly Row[] }) {
  return (
    <Section title="Agreement">
      <FiguresTable
        caption="Agreement by panel"
        columns={['Panel', 'Candidates', 'Agreement', 'Nine times in ten']}
        rows={panels.map(({ name, candidates, agreement }) => [
          name,
          candidates,
          agreement.kind === 'estimated' ? agreement.value.toFixed(2) : agreement.kind,
          agreement.kind === 'estimated' && agreement.q05 !== null && agreement.q95 !== null
            ? `${agreement.q05.toFixed(2)} to ${agreement.q95.toFixed(2)}`
            : '–',
        ])}
      />
      <p className="mt-2 max-w-measure text-dense text-ink-2">
        {agreementFormula}: 0 is no agreement, 1 is full. It needs five candidates. Ratings that are all the
        same have no variation, which is not agreement.
      </p>
    </Section>
  )
}

import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SegmentedLinks } from '#app/ui/segmented-control.tsx'
import type { BuilderView } from '../panel-views.ts'

/** Which form's questions the builder shows, once a draft has two. */
export function FormSwitch({ page: { head, form, forms } }: { page: BuilderView }) {
  if (forms === null && form === 'A') return null
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <SegmentedLinks
        label="Form"
        options={[
          { to: paths.editPanel(head.id), label: 'Form A', isOn: form === 'A' },
          { to: paths.editPanel(head.id, { form: 'B' }), label: 'Form B', isOn: form === 'B' },
        ]}
      />
      <LinkButton to={paths.panelForms(head.id)} variant="quiet" size="small">
        Side by side
      </LinkButton>
      <span className="text-dense text-ink-2">
        {forms === null
          ? 'This panel has no form B yet: the first question you add here begins it.'
          : form === 'B'
            ? 'Questions are those of form B; interviews, people, minutes and weights are common to both forms.'
            : 'Interviews, people, minutes and weights are common to both forms.'}
      </span>
    </div>
  )
}

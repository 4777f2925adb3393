import { paths } from '#app/paths.ts'
import { PageTabs } from '#app/ui/segmented-control.tsx'

/** Leads from the roles to the competencies that they weigh, and back. */
export function DefinitionTabs({ at }: { at: 'roles' | 'competencies' }) {
  return (
    <PageTabs
      label="Roles and competencies"
      options={[
        { to: paths.roles(), label: 'Roles', isOn: at === 'roles' },
        { to: paths.competencies(), label: 'Competencies', isOn: at === 'competencies' },
      ]}
    />
  )
}

import type { PanelOfRole } from '#app/domains/question-bank/roles/role-view.ts'
import { paths } from '#app/paths.ts'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

/** The panels planned for a role; a change of the role leaves them as they are. */
export function PanelsOfRole({ panels }: { panels: readonly PanelOfRole[] }) {
  return (
    <Section title="Panels for it" aside="a change of the role leaves them as they are">
      {panels.length === 0 ? (
        <p className="text-ink-2">No panel is planned for it yet.</p>
      ) : (
        <ul className="grid gap-1">
          {panels.map((panel) => (
            <li key={panel.id}>
              <TextLink to={paths.panel(panel.id)}>{panel.name}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

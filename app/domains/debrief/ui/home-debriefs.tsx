import { HomeList } from '#app/domains/scheduling/ui/home-list.tsx'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Section } from '#app/ui/section.tsx'
import type { HomeDebriefs as Panels } from '#app/domains/debrief/meeting/standing.ts'

/** Debriefs that are open, and panels with some that can be started, on Home. */
export function HomeDebriefs({ panels }: { panels: readonly Panels[] }) {
  const lines = panels.flatMap(({ panelId, panelName, ready, candidates, open }) => [
    ...open.map(({ applicationId, name, words }) => ({
      id: applicationId,
      title: name,
      detail: `${words}. ${panelName}`,
      action: <LinkButton to={paths.debrief(applicationId)}>Join the debrief</LinkButton>,
    })),
    ...(ready > 0
      ? [
          {
            id: panelId,
            title: panelName,
            detail: `Ready to debrief: ${ready} of ${candidates} candidates`,
            action: (
              <span className="flex flex-wrap gap-2">
                <LinkButton to={paths.comparison(panelId)}>Compare</LinkButton>
                <LinkButton to={paths.panelDebriefs(panelId)}>Debriefs</LinkButton>
              </span>
            ),
          },
        ]
      : []),
  ])
  if (lines.length === 0) return null
  return (
    <Section title="Debriefs" aside={lines.length}>
      <HomeList lines={lines} />
    </Section>
  )
}

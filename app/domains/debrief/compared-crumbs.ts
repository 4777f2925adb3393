import { paths } from '#app/paths.ts'

/** Where a comparison stands: under its panel, or under its past round. */
export function comparedCrumbs(of: { panelId: string; panelName: string; isPast: boolean }) {
  const { panelId, panelName, isPast } = of
  const panels = { to: paths.panels(), label: 'Panels' }
  return isPast
    ? [
        panels,
        { to: paths.pastRounds(), label: 'Past rounds' },
        { to: paths.pastRound(panelId), label: panelName },
      ]
    : [panels, { to: paths.panel(panelId), label: panelName }]
}

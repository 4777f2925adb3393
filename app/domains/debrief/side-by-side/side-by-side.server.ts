import type { Ctx } from '#app/domains/people/context.ts'
import { notFound, ok, type Result } from '#app/lib/result.ts'
import { readChances } from '../calibration-summary.ts'
import { calibrateCompared, findCompared, readWaiting } from '../compare.server.ts'
import { compareCandidates } from '../comparison-view.ts'
import { fitsSideBySide, type SideChoice } from './side-choice.ts'
import { setSideBySide, type SideBySidePage } from './side-by-side.ts'

/**
 * Candidates of a panel side by side, from the cards that this person may see.
 * @returns not found when one of the ids is no candidate of the panel, or none that this person may see
 */
export async function getSideBySide(
  ctx: Ctx,
  { panelId, ...choice }: { panelId: string } & SideChoice,
): Promise<Result<SideBySidePage>> {
  const found = findCompared(ctx, { panelId })
  if (!found.ok) return found
  const { compared, visible } = found.value
  const known = new Set(compared.candidates.map((candidate) => candidate.applicationId))
  if (choice.ids.some((id) => !known.has(id))) return notFound
  const calibration = await calibrateCompared(compared)
  const view = compareCandidates(compared, calibration)
  const chance = calibration ? readChances(calibration) : () => 0.5
  const waiting = visible
    .filter((entry) => entry.isWaiting && choice.ids.includes(entry.applicationId))
    .map((entry) => [entry.applicationId, readWaiting(entry)] as const)
  return ok({
    isPast: view.isPast,
    panelId,
    panelName: view.panelName,
    scale: view.scale,
    interviewers: view.interviewers,
    choices: view.rows
      .map(({ applicationId, name }) => ({ applicationId, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    side: fitsSideBySide(choice.ids.length) ? setSideBySide({ compared, view, chance, choice }) : null,
    waiting: Object.fromEntries(waiting),
  })
}

import { runCalibration } from '#app/domains/calibration/run-calibration.server.ts'
import type { Calibration } from '#app/domains/measurement/calibration-types.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { findNextSealingAt } from '#app/domains/scorecards/use-cases.server.ts'
import { pack } from '#app/lib/pack.ts'
import { ok, type Result } from '#app/lib/result.ts'
import { findCompared, listWaiting } from './compare.server.ts'
import { planCalibration } from './comparison-ratings.ts'
import { compareCandidates } from './comparison-view.ts'
import type { Compared } from './scored-card.ts'
import { readComparisonStamp } from './store.server.ts'

/** What the page of a comparison is sent. `packed` is a `Comparison`, its figures as exact as they are shown. */
export type ComparisonPage = { panelId: string; panelName: string; packed: string }

/**
 * An answer and when it holds: for the one person it was made for, until anything is written to a table that it was read from, and
 * within the times between which no card is sealed or opened again by the clock alone.
 */
type Kept = { stamp: string; fromMs: number; untilMs: number; page: ComparisonPage }

/** Beyond so many ratings the page does not wait for calibrated scores. */
const mostAwaited = 4_000
const decimals = 2
const mostCharactersKept = 32_000_000
const keptOf = new WeakMap<object, Map<string, Kept>>()

/** The comparison of a panel as its page shows it, from the cards that this person may see of the candidates they may see. */
export async function getComparisonPage(
  ctx: Ctx,
  input: { panelId: string },
): Promise<Result<ComparisonPage>> {
  const all = findKept(ctx)
  const key = `${ctx.user.id} ${ctx.user.access} ${input.panelId}`
  const stamp = readComparisonStamp(ctx.db)
  const kept = all.get(key)
  if (kept?.stamp === stamp && kept.fromMs <= ctx.now && ctx.now < kept.untilMs) return ok(kept.page)
  all.delete(key)
  // Names that were erased since must not outlast it here.
  for (const [other, entry] of all) if (entry.stamp !== stamp) all.delete(other)

  const found = findCompared(ctx, input, 'scores')
  if (!found.ok) return found
  const untilMs = findNextSealingAt(ctx) ?? Infinity
  const { compared, visible } = found.value
  const { calibration, running } = await calibrateInTime(compared)
  const view = compareCandidates(compared, calibration)
  const page = {
    panelId: view.panelId,
    panelName: view.panelName,
    packed: pack({ view, waiting: listWaiting(visible) }, decimals),
  }
  const entry = { stamp, fromMs: ctx.now, untilMs, page }
  all.set(key, entry)
  dropOldest(all)
  const forget = () => void (all.get(key) === entry && all.delete(key))
  void running?.then(forget, forget)
  return ok(page)
}

/** Waits for few ratings; of many it takes what is there, and gives what is still running. */
async function calibrateInTime(
  compared: Compared,
): Promise<{ calibration: Calibration | 'under-way' | undefined; running?: Promise<Calibration> }> {
  const { input } = planCalibration(compared)
  if (!input) return { calibration: undefined }
  const running = runCalibration(input)
  if (input.ratings.length <= mostAwaited) return { calibration: await running }
  const isLate = new Promise<undefined>((resolve) => setImmediate(resolve, undefined))
  const calibration = await Promise.race([running, isLate])
  return calibration ? { calibration } : { calibration: 'under-way', running }
}

function findKept({ db }: Ctx): Map<string, Kept> {
  let all = keptOf.get(db.$client)
  if (!all) keptOf.set(db.$client, (all = new Map()))
  return all
}

function dropOldest(all: Map<string, Kept>): void {
  let characters = [...all.values()].reduce((sum, { page }) => sum + page.packed.length, 0)
  for (const [key, { page }] of all) {
    if (characters <= mostCharactersKept) return
    characters -= page.packed.length
    all.delete(key)
  }
}

import type { Arrangement } from './panel.ts'
import { buildPlan, type PlanSources } from './build-plan.ts'
import type { PanelSnapshot } from './panel-snapshot.schema.ts'
import { listProblems, type Problem } from './problems.ts'

export type SnapshotResult = { ok: true; snapshot: PanelSnapshot } | { ok: false; problems: Problem[] }

/**
 * The draft with its question bodies and scale as a snapshot that can be printed and scored for ever.
 * @returns the snapshot, or every reason why it may not be published yet
 */
export function buildSnapshot(draft: Arrangement, sources: PlanSources): SnapshotResult {
  const snapshot = buildPlan(draft, sources)
  const problems = listProblems(snapshot).filter((problem) => problem.isBlocking)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, snapshot }
}

import type { Db } from '#db/client.server.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { ok, type Result } from '#app/lib/result.ts'
import { ThreadLostError } from '#app/lib/worker-thread.server.ts'
import type { PanelRow } from '../store.server.ts'
import { panelFor } from '../panel-access.server.ts'
import type { PlanRequest, Planning, Proposed } from './proposal.ts'
import { preparePlan } from './propose.server.ts'

/** How a plan ended. */
type Outcome = Extract<Planning, { state: 'done' | 'stopped' | 'failed' }>

/** A plan that the thread of the planner works at or has in its queue. */
type Job = {
  panelId: string
  startedAtMs: number
  step: number
  questions: number
  /** Whether somebody was told to wait for it, who then finds what came of it. */
  isAwaited: boolean
  outcome: Promise<Outcome>
  stop: () => void
  stopLater: NodeJS.Timeout
}

/** Whoever leaves finds the plan again for so long; then the work is called off. */
const forgottenAfterMs = 30_000
/** What came of an awaited plan stays for everybody who waits for it, and no longer, since the bank may change. */
const keptMs = 5_000

const jobsOf = new WeakMap<Db, Map<string, Job>>()

/**
 * The plan that is asked for, or how far it is. All who ask for the same plan of the same draft wait for the same work.
 * @param patienceMs how long to wait before telling how far it is
 */
export async function followPlan(
  ctx: Ctx,
  request: PlanRequest,
  { patienceMs }: { patienceMs: number },
): Promise<Result<Planning>> {
  const allowed = panelFor(ctx, request.panelId, 'panel.edit')
  if (!allowed.ok) return allowed
  const row = allowed.value
  const jobs = listJobs(ctx.db)
  const key = keyOf(row, request)
  const known = jobs.get(key)
  const begun = known ? ok(known) : beginJob(ctx, { row, request, key, jobs })
  if (!begun.ok) return begun
  const job = begun.value
  job.stopLater.refresh()
  const outcome = await waitFor(job.outcome, patienceMs)
  if (outcome) return ok(outcome)
  job.isAwaited = true
  const seconds = Math.max(0, Math.round((ctx.now + patienceMs - job.startedAtMs) / 1_000))
  const { step, questions } = job
  return ok({ state: 'working', ...frameOf(row, request), step, questions, seconds })
}

/** Calls off whatever is being planned for a panel, for everybody who waits for it; nothing was changed by it. */
export function stopPlans(ctx: Ctx, panelId: string): Result<void> {
  const allowed = panelFor(ctx, panelId, 'panel.edit')
  if (!allowed.ok) return allowed
  for (const job of listJobs(ctx.db).values()) if (job.panelId === panelId) job.stop()
  return ok()
}

/** What the page says of a plan that was called off. */
export function describeStopped(ctx: Ctx, request: PlanRequest): Result<Planning> {
  const allowed = panelFor(ctx, request.panelId, 'panel.edit')
  if (!allowed.ok) return allowed
  return ok({ state: 'stopped', ...frameOf(allowed.value, request) })
}

type Begin = { row: PanelRow; request: PlanRequest; key: string; jobs: Map<string, Job> }

function beginJob(ctx: Ctx, { row, request, key, jobs }: Begin): Result<Job> {
  // A draft that has moved on needs no plan any more.
  for (const [other, { stop }] of jobs) if (isOlder(other, key)) stop()
  const prepared = preparePlan(ctx, { ...request, row })
  if (!prepared.ok) return prepared
  const { questions, plan } = prepared.value
  const leaving = new AbortController()
  const stop = (): void => leaving.abort(new Error('The plan was called off.'))
  const onStep = (step: number): void => {
    job.step = step
  }
  const frame = frameOf(row, request)
  const outcome = plan({ onStep, signal: leaving.signal }).then(
    (proposed): Outcome => ({ state: 'done', proposed }),
    (error: unknown): Outcome => {
      if (leaving.signal.aborted) return { state: 'stopped', ...frame }
      if (error instanceof ThreadLostError) return { state: 'failed', ...frame }
      throw error
    },
  )
  const stopLater = setTimeout(stop, forgottenAfterMs).unref()
  const job: Job = {
    panelId: row.id,
    startedAtMs: ctx.now,
    step: 0,
    questions,
    isAwaited: false,
    outcome,
    stop,
    stopLater,
  }
  jobs.set(key, job)
  const forget = (): void => {
    if (jobs.get(key) === job) jobs.delete(key)
  }
  const end = (): void => {
    clearTimeout(stopLater)
    if (job.isAwaited) setTimeout(forget, keptMs).unref()
    else forget()
  }
  // A failure reaches those who wait for the outcome.
  outcome.then(end, end)
  return ok(job)
}

function listJobs(db: Db): Map<string, Job> {
  const known = jobsOf.get(db)
  if (known) return known
  const jobs = new Map<string, Job>()
  jobsOf.set(db, jobs)
  return jobs
}

type Key = [panelId: string, mode: string, why: string, isMoreAsked: boolean, revision: number, form: string]

function keyOf(row: PanelRow, { mode, why, isMoreAsked = false, form = 'A' }: PlanRequest): string {
  return JSON.stringify([row.id, mode, why ?? '', isMoreAsked, row.revision, form] satisfies Key)
}

/** Whether one key asks the same as another of an older draft. */
function isOlder(key: string, than: string): boolean {
  const { 4: before, ...one }: Key = JSON.parse(key)
  const { 4: now, ...other }: Key = JSON.parse(than)
  return before < now && JSON.stringify(one) === JSON.stringify(other)
}

function frameOf(
  row: PanelRow,
  { mode }: PlanRequest,
): { head: Proposed['head']; mode: PlanRequest['mode'] } {
  return { head: { id: row.id, name: row.name }, mode }
}

/** What a promise gives within a time; undefined when it takes longer. */
async function waitFor<T>(promise: Promise<T>, patienceMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs)
  })
  try {
    return await Promise.race([promise, patience])
  } finally {
    clearTimeout(timer)
  }
}

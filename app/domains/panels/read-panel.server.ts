import type { Db } from '#db/client.server.ts'
import { can, canEver } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { listAlike } from '#app/domains/question-bank/near-duplicates/use-cases.server.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import type { BankChanges } from './bank-changes.ts'
import { readBankChanges } from './bank-changes-store.server.ts'
import { buildPlan } from './build-plan.ts'
import { computeCoverage } from './coverage.ts'
import { readHistory } from './edit-history.ts'
import {
  hasFormB,
  readFormShare,
  seenAsForm,
  type DraftForm,
  type FormShare,
  type VersionForm,
} from './forms/panel-form.ts'
import { statusOf, statusWords, type Arrangement, type PanelPlan } from './panel.ts'
import { panelFor, relationTo } from './panel-access.server.ts'
import {
  trimPlan,
  type BuilderView,
  type PanelHead,
  type PanelListItem,
  type PanelPage,
  type PlanningView,
  type PlanView,
  type VersionItem,
} from './panel-views.ts'
import { listProblems } from './problems.ts'
import {
  listInterviewers,
  listOpenCompetencies,
  listOpenRoles,
  listQuestionBodies,
  listScales,
  readNames,
  readPlanSources,
} from './sources-store.server.ts'
import {
  hasSubmittedScorecard,
  listEdits,
  listPanelRows,
  readArrangement,
  type PanelRow,
} from './store.server.ts'
import { findPanelVersion, listVersions } from './versions-store.server.ts'

/** Every panel, changed last first; archived ones too. */
export function listPanels(ctx: Ctx): Result<{ panels: PanelListItem[]; mayCreate: boolean }> {
  if (!can(ctx.user.access, 'panel.read', 'other')) return forbidden
  const panels = listPanelRows(ctx.db).map((row) => {
    const status = statusOf(row)
    const { id, name, roleId, roleName, ownerName, interviews, questions, minutes, candidates, updatedAtMs } =
      row
    const words = statusWords(status, row.versionNumber)
    const figures = { interviews, questions, minutes, candidates }
    return {
      id,
      name,
      roleId,
      roleName,
      ownerId: row.createdBy,
      ownerName,
      status,
      statusWords: words,
      ...figures,
      updatedAtMs,
    }
  })
  return ok({ panels, mayCreate: can(ctx.user.access, 'panel.create', 'own') })
}

/** What the form for a new panel offers. */
export function getNewPanelChoices(ctx: Ctx): Result<{
  roles: { id: string; name: string }[]
  panels: { id: string; name: string; roleName: string }[]
}> {
  if (!can(ctx.user.access, 'panel.create', 'own')) return forbidden
  const panels = listPanelRows(ctx.db).map(({ id, name, roleName }) => ({ id, name, roleName }))
  return ok({ roles: listOpenRoles(ctx.db), panels })
}

/**
 * A panel to read: the version asked for, else the newest, else the draft.
 * @param input `version` is a number, or 'draft'; `form` B means the form B of it, which is not found where there is none
 */
export function getPanelPage(
  ctx: Ctx,
  input: { panelId: string; version?: number | 'draft' | undefined; form?: DraftForm },
): Result<PanelPage> {
  const allowed = panelFor(ctx, input.panelId, 'panel.read')
  if (!allowed.ok) return allowed
  const row = allowed.value
  const stored = listVersions(ctx.db, row.id)
  const names = readNames(
    ctx.db,
    stored.map((version) => version.publishedBy),
  )
  const items = stored.map((version): VersionItem => ({
    number: version.number,
    form: version.form,
    publisherName: names[version.publishedBy] ?? 'Somebody',
    publishedAtMs: version.publishedAtMs,
  }))
  const versions = items.filter((item) => item.form !== 'B')
  const { form = 'A' } = input
  const wanted = input.version === 'draft' ? undefined : (input.version ?? stored[0]?.number)
  const bank = readBankChanges(ctx.db, row)
  const head = headOf(ctx, row, { versions, bank })
  if (wanted === undefined) {
    const { plan, arrangement } = draftOf(ctx.db, row, form)
    // Whichever form is seen, the other holds questions where there are two.
    const isPair = hasFormB(arrangement) && hasFormB(seenAsForm(arrangement, 'B'))
    if (form === 'B' && !isPair) return notFound
    return ok({ head, shown: null, versions, form: isPair ? form : null, ...viewOf(ctx, plan, bank) })
  }
  const isWanted = (item: { number: number; form: VersionForm }) =>
    item.number === wanted && (form === 'B') === (item.form === 'B')
  const version = stored.find(isWanted)
  const snapshot = version && findPanelVersion(ctx.db, version.id)?.snapshot
  if (!snapshot) return notFound
  const shown = items.find(isWanted) ?? null
  return ok({
    head,
    shown,
    versions,
    form: version.form === 'only' ? null : version.form,
    ...viewOf(ctx, snapshot),
  })
}

/** One form of a panel's draft with what its builder offers. */
export function getBuilderPage(ctx: Ctx, input: { panelId: string; form?: DraftForm }): Result<BuilderView> {
  const allowed = panelFor(ctx, input.panelId, 'panel.edit')
  if (!allowed.ok) return allowed
  const row = allowed.value
  const { undo, redo } = readHistory(listEdits(ctx.db, row.id))
  const bank = readBankChanges(ctx.db, row)
  const { form = 'A' } = input
  const { plan, arrangement } = draftOf(ctx.db, row, form)
  return ok({
    ...viewOf(ctx, plan, bank),
    head: headOf(ctx, row, { versions: listVersions(ctx.db, row.id), bank }),
    planning: readPlanning(ctx.db, arrangement),
    form,
    forms: readFormShare(arrangement),
    revision: row.revision,
    updatedAtMs: row.updatedAtMs,
    undo: undo?.words ?? null,
    redo: redo?.words ?? null,
    people: listInterviewers(ctx.db),
    scales: listScales(ctx.db),
    competencies: listOpenCompetencies(ctx.db),
    hasScorecards: hasSubmittedScorecard(ctx.db, row.id),
  })
}

function readPlanning(db: Db, { interviews, minBehavioural, bannedIds }: Arrangement): PlanningView {
  const titles = new Map(
    listQuestionBodies(db, bannedIds).map((body) => [body.questionId, body.content.title]),
  )
  return {
    minBehavioural,
    banned: bannedIds.map((id) => ({
      id,
      title: titles.get(id) ?? 'a question that the bank no longer has',
    })),
    interviews: Object.fromEntries(
      interviews.map(({ id, pinnedIds, wishes }) => [id, { pinnedIds, wishes }]),
    ),
  }
}

/** One form of a panel's draft, with everything that it names as the bank holds it now. */
export function draftOf(
  db: Db,
  row: PanelRow,
  form: DraftForm = 'A',
): { plan: PanelPlan; arrangement: Arrangement } {
  const arrangement = seenAsForm(readArrangement(db, row), form)
  const sources = readPlanSources(db, { panelId: row.id, roleId: row.roleId, arrangement })
  return { plan: buildPlan(arrangement, sources), arrangement }
}

function viewOf(ctx: Ctx, whole: PanelPlan, bank?: BankChanges): PlanView {
  const plan = trimPlan(whole)
  const coverage = computeCoverage(plan)
  const names = readNames(
    ctx.db,
    plan.interviews.flatMap((interview) => interview.interviewerIds),
  )
  const asked = plan.interviews.flatMap((interview) => interview.questions.map((item) => item.questionId))
  const found = listAlike(ctx, asked)
  const alike = found.ok ? found.value : []
  return { plan, coverage, problems: listProblems(plan, { coverage, alike, bank }), names }
}

function headOf(
  ctx: Ctx,
  row: PanelRow,
  { versions, bank }: { versions: readonly { number: number }[]; bank: BankChanges },
): PanelHead {
  const { access, id } = ctx.user
  const edit = can(access, 'panel.edit', relationTo(ctx.db, row, id))
  const publish = can(access, 'panel.publish', 'other')
  const versionNumber = versions[0]?.number ?? null
  const stored = statusOf(row)
  // The draft takes its wording from the bank, so a reworded question changes it as an edit does.
  const status = stored === 'published' && bank.reworded.length > 0 ? 'changed' : stored
  return {
    id: row.id,
    name: row.name,
    status,
    statusWords: statusWords(status, versionNumber),
    ownerName: readNames(ctx.db, [row.createdBy])[row.createdBy] ?? 'Somebody',
    versionNumber,
    may: {
      edit: edit && status !== 'archived',
      publish: publish && status !== 'archived',
      archive: edit && (publish || versionNumber === null),
      copy: can(access, 'panel.create', 'own'),
      readCandidates: canEver(access, 'candidate.read'),
    },
  }
}

/** The draft of a panel as somebody who publishes reads it. */
export function getPublishPage(
  ctx: Ctx,
  input: { panelId: string },
): Result<PlanView & { head: PanelHead; forms: FormShare | null; revision: number; hasScorecards: boolean }> {
  const allowed = panelFor(ctx, input.panelId, 'panel.publish')
  if (!allowed.ok) return allowed
  const row = allowed.value
  const bank = readBankChanges(ctx.db, row)
  const { plan, arrangement } = draftOf(ctx.db, row)
  const view = viewOf(ctx, plan, bank)
  const forms = readFormShare(arrangement)
  const ofB = forms ? viewOf(ctx, draftOf(ctx.db, row, 'B').plan, bank).problems : []
  const said = new Set(view.problems.map(({ text }) => text))
  const problems = [
    ...view.problems,
    ...ofB.filter(({ text }) => !said.has(text)).map((problem) => ({ ...problem, form: 'B' as const })),
  ]
  return ok({
    ...view,
    problems: problems.toSorted((a, b) => Number(b.isBlocking) - Number(a.isBlocking)),
    forms,
    head: headOf(ctx, row, { versions: listVersions(ctx.db, row.id), bank }),
    revision: row.revision,
    hasScorecards: hasSubmittedScorecard(ctx.db, row.id),
  })
}

import { expect, test } from 'vitest'
import { setDefinitionArchived } from '#app/domains/question-bank/definitions/archive-definition.server.ts'
import { getRoleForm } from '#app/domains/question-bank/roles/read-role.server.ts'
import { saveRole } from '#app/domains/question-bank/roles/use-cases.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import type { Result } from '#app/lib/result.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addRound } from '#tests/support/round.ts'
import { createPanel } from './create-panel.server.ts'
import { getNewPanelChoices, getPanelPage } from './read-panel.server.ts'

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function start() {
  const db = openTestDatabase()
  const round = addRound(db)
  const ctx = { db, user: round.manager, now: 5 }
  const roleId = round.snapshot.role.id
  const draft = { name: 'A draft', roleId, start: { from: 'recommended' } as const }
  const { panelId: draftId } = valueOf(createPanel(ctx, { formKey: newId(), ...draft }))
  return { ctx, round, roleId, draftId }
}

test('a role that changes leaves the weights, bars and questions of its panels as they are', () => {
  const { ctx, round, roleId, draftId } = start()
  const plans = () =>
    [round.panelId, draftId].map(
      (panelId) => valueOf(getPanelPage(ctx, { panelId, version: undefined })).plan,
    )
  const before = plans()
  const { form, base } = valueOf(getRoleForm(ctx, { id: roleId }))
  const competencies = form.competencies.map((row, i) => ({
    ...row,
    gate: '',
    weight: i === 0 ? String(100 - (form.competencies.length - 1)) : '1',
  }))
  const interviews = form.interviews
    .slice(0, 1)
    .map((row) => ({ ...row, questions: row.questions.slice(0, 1) }))
  expect(valueOf(saveRole(ctx, { id: roleId, base, form: { ...form, competencies, interviews } }))).toEqual({
    outcome: 'saved',
  })
  expect(plans()).toEqual(before)
  const { panelId } = valueOf(
    createPanel(ctx, { formKey: newId(), name: 'After it', roleId, start: { from: 'recommended' } }),
  )
  const { plan } = valueOf(getPanelPage(ctx, { panelId, version: undefined }))
  expect(plan.interviews).toHaveLength(1)
  expect(plan.competencies.map((item) => item.gate)).toEqual(competencies.map(() => null))
})

test('a new panel is offered roles in use and no archived one', () => {
  const { ctx, roleId } = start()
  const offered = () => valueOf(getNewPanelChoices(ctx)).roles.some((role) => role.id === roleId)
  const create = () =>
    createPanel(ctx, { formKey: newId(), name: 'Another', roleId, start: { from: 'recommended' } })
  valueOf(setDefinitionArchived(ctx, { kind: 'role', id: roleId, isArchived: true }))
  expect(offered()).toBe(false)
  expect(create()).toMatchObject({ error: { kind: 'invalid' } })
  valueOf(setDefinitionArchived(ctx, { kind: 'role', id: roleId, isArchived: false }))
  expect(offered()).toBe(true)
  expect(create().ok).toBe(true)
})

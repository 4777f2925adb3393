import { expect, test } from 'vitest'
import type { Access } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import type { Db } from '#db/client.server.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addContent, addPerson, roundStartMs } from '#tests/support/round.ts'
import { createPanel } from './create-panel.server.ts'
import type { PanelStart } from './panel.ts'
import { publishPanel } from './publish-panel.server.ts'
import { findPanel, readArrangement } from './store.server.ts'
import { findCurrentVersion, listVersions } from './versions-store.server.ts'

function setUp(): { db: Db; as: (access: Access) => Ctx } {
  const db = openTestDatabase()
  addContent(db)
  return { db, as: (access) => ({ db, user: addPerson(db, { access }), now: roundStartMs }) }
}

function make(ctx: Ctx, start: PanelStart = { from: 'recommended' }, formKey = 'form-key-1'): string {
  const made = createPanel(ctx, {
    formKey,
    name: 'Autumn panel',
    roleId: 'api-integration-specialist',
    start,
  })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value.panelId
}

test('a panel from the recommended one holds its interviews and questions in order', () => {
  const { db, as } = setUp()
  const panel = findPanel(db, make(as('interviewer')))
  if (!panel) throw new Error('no panel')
  const draft = readArrangement(db, panel)
  expect([panel.name, draft.name]).toEqual(['Autumn panel', 'Autumn panel'])
  expect(draft.interviews.map((item) => item.focus)[0]).toBe('API craft')
  expect(draft.interviews[0]?.questionIds[0]).toBe('api-wait-or-queue')
  expect(draft.competencies.reduce((sum, item) => sum + item.weight, 0)).toBe(100)
})

test('a panel from nothing has the weights of its role and no interview', () => {
  const { db, as } = setUp()
  const panel = findPanel(db, make(as('manager'), { from: 'nothing' }))
  expect(panel && readArrangement(db, panel).interviews).toEqual([])
})

test('a copy has the same questions and interviews of its own', () => {
  const { db, as } = setUp()
  const ctx = as('manager')
  const source = findPanel(db, make(ctx))
  if (!source) throw new Error('no panel')
  const copy = findPanel(db, make(ctx, { from: 'copy', panelId: source.id }, 'form-key-2'))
  if (!copy) throw new Error('no copy')
  const [a, b] = [readArrangement(db, source), readArrangement(db, copy)]
  expect(b.interviews.map((item) => item.questionIds)).toEqual(a.interviews.map((item) => item.questionIds))
  expect(b.interviews[0]?.id).not.toBe(a.interviews[0]?.id)
})

test('the same form posted twice makes one panel', () => {
  const { as } = setUp()
  const ctx = as('manager')
  expect(make(ctx)).toBe(make(ctx))
})

test('a coordinator and an observer may not make panels', () => {
  const { as } = setUp()
  for (const access of ['coordinator', 'observer'] as const) {
    const input = { formKey: 'form-key-1', name: 'Panel', roleId: 'x', start: { from: 'nothing' } } as const
    expect(createPanel(as(access), input)).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
  }
})

test('an unknown role is refused at its field', () => {
  const { as } = setUp()
  const input = { formKey: 'form-key-1', name: 'Panel', roleId: 'x', start: { from: 'nothing' } } as const
  expect(createPanel(as('manager'), input)).toMatchObject({
    ok: false,
    error: { kind: 'invalid', errors: { roleId: [expect.any(String)] } },
  })
})

test('publishing freezes version 1, and the same form posted twice makes no second one', () => {
  const { db, as } = setUp()
  const ctx = as('manager')
  const panelId = make(ctx)
  const input = { panelId, revision: 1, formKey: 'publish-1' }
  expect(publishPanel(ctx, input)).toMatchObject({ ok: true, value: { number: 1 } })
  expect(publishPanel(ctx, input)).toMatchObject({ ok: true, value: { number: 1 } })
  expect(publishPanel(ctx, { ...input, formKey: 'publish-2' })).toMatchObject({
    ok: true,
    value: { number: 1 },
  })
  expect(listVersions(db, panelId)).toHaveLength(1)
  expect(findCurrentVersion(db, panelId)?.snapshot.interviews).toHaveLength(4)
  expect(findPanel(db, panelId)).toMatchObject({ publishedRevision: 1 })
})

test('a draft that has moved on since it was read is not published', () => {
  const { as } = setUp()
  const ctx = as('manager')
  const panelId = make(ctx)
  expect(publishPanel(ctx, { panelId, revision: 7, formKey: 'publish-1' })).toMatchObject({
    ok: false,
    error: { kind: 'conflict' },
  })
})

test('a draft with blocking problems is refused with the reasons and may be published once mended', () => {
  const { as } = setUp()
  const ctx = as('manager')
  const panelId = make(ctx, { from: 'nothing' })
  const refused = publishPanel(ctx, { panelId, revision: 1, formKey: 'publish-1' })
  expect(refused).toMatchObject({ ok: false, error: { kind: 'invalid' } })
})

test('an interviewer may not publish, not even the panel they made', () => {
  const { as } = setUp()
  const ctx = as('interviewer')
  const input = { panelId: make(ctx), revision: 1, formKey: 'publish-1' }
  expect(publishPanel(ctx, input)).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
})

test('a panel that is not there is not found', () => {
  const { as } = setUp()
  const input = { panelId: 'nowhere', revision: 1, formKey: 'publish-1' }
  expect(publishPanel(as('manager'), input)).toMatchObject({ ok: false, error: { kind: 'not-found' } })
})

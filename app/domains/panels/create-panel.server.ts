import { write, type Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { once } from '#db/receipts.server.ts'
import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { forbidden, invalid, ok, type Result } from '#app/lib/result.ts'
import type { Role } from '#rubrics/content.schema.ts'
import { usualWishes, type Arrangement, type PanelStart } from './panel.ts'
import { findOpenRole, findUsableQuestion, listInterviewers } from './sources-store.server.ts'
import { createPanelRow, findPanel, readArrangement, replaceArrangement } from './store.server.ts'

/**
 * Makes a panel's draft. The same form posted twice makes one.
 * @returns the panel's id
 */
export function createPanel(
  ctx: Ctx,
  input: { formKey: string; name: string; roleId: string; start: PanelStart },
): Result<{ panelId: string }> {
  if (!can(ctx.user.access, 'panel.create', 'own')) return forbidden
  const copied = input.start.from === 'copy' ? findPanel(ctx.db, input.start.panelId) : undefined
  if (input.start.from === 'copy' && !copied) return invalid('copyOf', 'Choose the panel to copy.')
  const role = copied ? undefined : findOpenRole(ctx.db, input.roleId)
  if (!copied && !role) return invalid('roleId', 'Choose the role that you hire for.')
  const panelId = write(ctx.db, (tx) =>
    once(tx, { key: input.formKey, userId: ctx.user.id, now: ctx.now }, () => {
      const id = newId()
      const arrangement = copied
        ? copyArrangement(tx, readArrangement(tx, copied))
        : role && arrangementOf(tx, role, input.start.from === 'recommended')
      if (!arrangement) throw new Error('a panel starts from a role or from a copy')
      createPanelRow(tx, {
        id,
        roleId: copied?.roleId ?? input.roleId,
        scaleId: arrangement.scaleId,
        name: input.name,
        revision: 1,
        createdBy: ctx.user.id,
        createdAtMs: ctx.now,
        updatedAtMs: ctx.now,
      })
      replaceArrangement(tx, id, { ...arrangement, name: input.name })
      recordAuditEvent(tx, {
        atMs: ctx.now,
        actorId: ctx.user.id,
        action: 'panel.create',
        subjectKind: 'panel',
        subjectId: id,
      })
      return id
    }),
  )
  return ok({ panelId })
}

function arrangementOf(tx: Tx, role: Role, isRecommended: boolean): Arrangement {
  const { scale, interviews } = role.recommendedPanel
  return {
    name: role.name,
    scaleId: scale,
    competencies: role.competencies.map(({ competency, weight, gate }) => ({
      competencyId: competency,
      weight,
      gate,
    })),
    minBehavioural: 0,
    bannedIds: [],
    interviews: (isRecommended ? interviews : []).map((item) => ({
      id: newId(),
      focus: item.focus,
      minutes: item.minutes,
      competencyIds: item.competencies,
      questionIds: item.questions.filter((id) => findUsableQuestion(tx, id) !== undefined),
      formBIds: [],
      interviewerIds: [],
      pinnedIds: [],
      wishes: usualWishes,
    })),
  }
}

function copyArrangement(tx: Tx, source: Arrangement): Arrangement {
  const people = new Set(listInterviewers(tx).map((person) => person.id))
  return {
    ...source,
    interviews: source.interviews.map((item) => ({
      ...item,
      id: newId(),
      questionIds: item.questionIds.filter((id) => findUsableQuestion(tx, id) !== undefined),
      formBIds: item.formBIds.filter((id) => findUsableQuestion(tx, id) !== undefined),
      interviewerIds: item.interviewerIds.filter((id) => people.has(id)),
    })),
  }
}

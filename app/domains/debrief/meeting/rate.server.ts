import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { conflict, forbidden, invalid, notFound, ok, type Result } from '#app/lib/result.ts'
import { changeDebrief, findChangeableDebrief } from './gate.server.ts'
import { checkFinalRating, listCurrentFinals } from './final-ratings.ts'
import type { RateForm } from './meeting.schema.ts'
import { gatherMeeting } from './read.server.ts'
import { createFinalRating, listFinalRatings } from './store.server.ts'
import { recordDebriefEvent } from './use-cases.server.ts'

/**
 * Gives a final rating beside the initial one on one's own card, changes it or takes it back. What the card says
 * stays as it is, and every change is kept.
 * @param input `level` null takes the final rating back; `base` is the number of changes that the writer had before them
 */
export function giveFinalRating(
  ctx: Ctx,
  input: { applicationId: string } & Omit<RateForm, 'intent'>,
): Result<void> {
  if (!can(ctx.user.access, 'debrief.rate', 'own')) return forbidden
  const door = findChangeableDebrief(ctx, input)
  if (!door.ok) return door
  const { debrief, visible } = door.value
  const { scorecardId, questionId, base, level, reason } = input
  if (visible.shadows.some((card) => card.isOwn && card.scorecardId === scorecardId)) {
    return conflict('A shadow’s ratings count in no score, so there is none to change.')
  }
  const card = visible.cards.find((entry) => entry.isOwn && entry.scorecardId === scorecardId)
  const rating = card?.record.questions[questionId]?.rating
  const compared = gatherMeeting(ctx, door.value)
  if (!compared.ok) return compared
  const scale = card && compared.value.versions.get(card.panelVersionId)?.scale
  if (!card || !scale || rating?.state !== 'rated') return notFound
  return changeDebrief(ctx, debrief, (tx) => {
    const present = listCurrentFinals(listFinalRatings(tx, debrief.id)).find(
      (final) => final.scorecardId === scorecardId && final.questionId === questionId,
    )
    if ((present?.version ?? 0) !== base) {
      return conflict(
        'This rating was changed on another device meanwhile. Look at it, then change it again.',
      )
    }
    const problem = checkFinalRating({
      initial: rating.level,
      present: present?.level ?? null,
      level,
      reason,
      scale: scale.levels.map((entry) => entry.value),
    })
    if (problem) return invalid(problem.field, problem.message)
    createFinalRating(tx, {
      debriefId: debrief.id,
      scorecardId,
      questionId,
      version: base + 1,
      level,
      reason: reason === '' ? null : reason,
      userId: ctx.user.id,
      atMs: ctx.now,
    })
    recordDebriefEvent(tx, ctx, {
      action: 'debrief.rate',
      id: debrief.id,
      detail: { scorecardId, questionId, version: base + 1 },
    })
    return ok()
  })
}

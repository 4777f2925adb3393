import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { displayNameOf } from '#app/domains/scheduling/candidate.ts'
import { viewAsOthersRead } from '#app/domains/scorecards/read.server.ts'
import {
  listVisibilityOverrides,
  listVisibleScorecards,
  type VisibleScorecards,
} from '#app/domains/scorecards/use-cases.server.ts'
import { formatPrinted } from '#app/lib/dates.ts'
import { conflict, forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { write } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { readWaiting } from '../compare.server.ts'
import { listDebriefs } from '#app/domains/debrief/meeting/decision-store.server.ts'
import { isOpenTo } from '#app/domains/debrief/meeting/gate.server.ts'
import { readRecord } from '#app/domains/debrief/meeting/packet.server.ts'
import { listApplications, listSessions, listVersions, type ApplicationRow } from '../store.server.ts'
import { explainWaiting } from '../waiting.ts'
import { planWords, type AccessCopy, type CopiedApplication, type CopiedCard } from './access-copy.ts'
import { createNameReplacer, letterAlias, replaceIn, type KnownName } from './replace-names.ts'
import * as store from './store.server.ts'

type Zoned = Ctx & { zone: string }

type CopyInput = { candidateId: string; zone: string }

/**
 * Everything held about one candidate that whoever asks may read, to be handed out. Every copy that is made is audited.
 * @param input `zone` of whoever prints
 * @returns what `readAccessCopy` does
 */
export function makeAccessCopy(ctx: Ctx, input: CopyInput): Result<AccessCopy> {
  const copy = readAccessCopy(ctx, input)
  if (!copy.ok) return copy
  write(ctx.db, (tx) =>
    recordAuditEvent(tx, {
      atMs: ctx.now,
      actorId: ctx.user.id,
      action: 'candidate.copy',
      subjectKind: 'candidate',
      subjectId: input.candidateId,
    }),
  )
  return copy
}

/**
 * What a copy would hold, with other people's names taken out, for whoever may make it. It leaves the program only as a copy that was made.
 * @param input `zone` of whoever prints
 * @returns a conflict while cards of the candidate are closed to them, and for a candidate who was erased
 */
export function readAccessCopy(ctx: Ctx, input: CopyInput): Result<AccessCopy> {
  if (!can(ctx.user.access, 'candidate.copy', 'other')) return forbidden
  const candidate = store.findHeldCandidate(ctx.db, input.candidateId)
  if (!candidate) return notFound
  if (candidate.erasedAtMs !== null)
    return conflict('This candidate was erased. Nothing is left that a copy could be made of.')
  const closed = findWhyNoCopy(ctx, input)
  if (closed !== null) return conflict(closed)
  const held = store.listHeldApplications(ctx.db, candidate.id)
  const visible = readCards(ctx, held)
  const zoned = { ...ctx, zone: input.zone }
  const applications = held.flatMap((row, i) => {
    const cards = visible[i]
    return cards ? copyApplication(zoned, { ...row, visible: cards }) : []
  })
  const known = listKnownNames(ctx, { candidateId: candidate.id, applications })
  const name = displayNameOf(candidate)
  const replace = createNameReplacer(known, { name, email: candidate.email })
  return ok({
    candidate: {
      name,
      code: candidate.code,
      email: candidate.email,
      cvUrl: candidate.cvUrl,
      added: formatPrinted(candidate.createdAtMs, input.zone),
    },
    applications: applications.map(({ copied }) => replaceIn(copied, replace, planWords)),
  })
}

/** Why no copy of a candidate can be made yet, in words; null where one can. */
export function findWhyNoCopy(ctx: Ctx, input: { candidateId: string }): string | null {
  const visible = readCards(ctx, store.listHeldApplications(ctx.db, input.candidateId))
  const closed = visible.find((entry) => entry.owedCount > 0 && !isOpenTo(entry, true))
  if (!closed) return null
  return `A copy can be made once the scorecards are open to you. ${explainWaiting(readWaiting(closed))}`
}

function readCards(ctx: Ctx, held: readonly { applicationId: string }[]): VisibleScorecards[] {
  return listVisibleScorecards(
    ctx,
    held.map((row) => row.applicationId),
  )
}

type Gathered = { row: ApplicationRow; copied: CopiedApplication; closeIds: string[] }

function copyApplication(
  ctx: Zoned,
  given: { applicationId: string; createdAtMs: number; visible: VisibleScorecards },
): Gathered | [] {
  const { applicationId, visible } = given
  const [row] = listApplications(ctx.db, { applicationId, interviewerId: null })
  if (!row) return []
  const versions = listVersions(ctx.db, row.panelId)
  const current = versions.find((version) => version.isCurrent) ?? versions[0]
  const sessions = listSessions(ctx.db, [applicationId])
  const handedIn = [...visible.cards, ...visible.shadows].filter((card) => card.isSealed)
  const say = (atMs: number) => formatPrinted(atMs, ctx.zone)
  const record = readStartedRecord(ctx, row)
  return {
    row,
    closeIds: [
      ...handedIn.map((card) => card.interviewerId),
      ...sessions.flatMap((session) => session.interviewers.map((person) => person.id)),
    ],
    copied: {
      panelName: row.panelName,
      roleName: current?.snapshot.role.name ?? '',
      added: say(given.createdAtMs),
      withdrawn: row.withdrawnAtMs === null ? null : say(row.withdrawnAtMs),
      sessions: sessions.map((session) => {
        const interview = versions
          .find((version) => version.id === session.panelVersionId)
          ?.snapshot.interviews.find((entry) => entry.id === session.interviewId)
        return {
          interview: interview ? `${interview.letter} ${interview.focus}` : 'Interview',
          when: session.startsAtMs === null ? 'no time given' : say(session.startsAtMs),
          state: sessionStates[session.status],
          people: session.interviewers.map(({ name, seat }) =>
            seat === 'shadow' ? `${name} (in training)` : name,
          ),
        }
      }),
      cards: handedIn.flatMap((card) => copyCard(ctx, card)),
      missing: visible.owedCount - visible.cards.filter((card) => card.isSealed).length,
      early: listVisibilityOverrides(ctx, applicationId).map((override) => ({
        who: override.userName,
        reason: override.reason,
        when: say(override.atMs),
      })),
      record,
    },
  }
}

const sessionStates = { planned: 'planned or held', cancelled: 'cancelled', 'no-show': 'missed' } as const

function readStartedRecord(ctx: Zoned, row: ApplicationRow): CopiedApplication['record'] {
  const [debrief] = listDebriefs(ctx.db, [row.applicationId])
  if (!debrief) return null
  const candidateName = displayNameOf(row)
  const [record = null] = [readRecord(ctx, { debrief, candidateName, zone: ctx.zone })].flat()
  return record
}

/** A private note is never in it: only its writer reads it. */
function copyCard(ctx: Zoned, card: VisibleScorecards['cards'][number]): CopiedCard | [] {
  const view = viewAsOthersRead(ctx, card)
  if (!view || card.submittedAtMs === null) return []
  const say = (atMs: number) => formatPrinted(atMs, ctx.zone)
  const asked = view.questions.map(({ prompt, competencyName, ratingWords, evidence, answer, signals }) => ({
    prompt,
    competencyName,
    ratingWords,
    evidence,
    answer,
    signals,
  }))
  const added = view.added.map(({ prompt, title, ratingWords, evidence, answer }) => ({
    prompt: prompt || title || 'A question beside the plan',
    competencyName: 'Asked beside the plan, counted in no score',
    ratingWords,
    evidence,
    answer,
    signals: [],
  }))
  return {
    writer: card.interviewerName,
    isShadow: view.isShadow,
    interview: `${view.interviewLetter} ${view.focus}`,
    submitted: say(card.submittedAtMs),
    recommendation: view.recommendationWords,
    recommendationReason: view.recommendationReason,
    summaryFor: view.summaryFor,
    summaryAgainst: view.summaryAgainst,
    deviations: view.deviations,
    questions: [...asked, ...added],
    amendments: view.amendments.map(({ atMs, ...change }) => ({ ...change, when: say(atMs) })),
  }
}

/** Interviewers by letters in the order of their sessions; of everybody else no more than what they are. */
function listKnownNames(
  ctx: Ctx,
  given: { candidateId: string; applications: readonly Gathered[] },
): KnownName[] {
  const people = store.listPeopleNames(ctx.db)
  const interviewers = [...new Set(given.applications.flatMap(({ closeIds }) => closeIds))]
  const panels = new Set(given.applications.map(({ row }) => row.panelId))
  const others = store.listCandidateNames(ctx.db).filter(({ id }) => id !== given.candidateId)
  const named = (rows: readonly { name: string | null }[], alias: string, isClose: boolean): KnownName[] =>
    rows.flatMap(({ name }) => (name === null ? [] : [{ name, alias, isClose }]))
  const past = store.listPastNames(ctx.db)
  return [
    ...interviewers.flatMap((id, at) => {
      const person = people.find((entry) => entry.id === id)
      return person ? [{ name: person.name, alias: letterAlias('Interviewer', at), isClose: true }] : []
    }),
    ...named(
      people.filter(({ id }) => !interviewers.includes(id)),
      'a colleague',
      true,
    ),
    ...named(
      others.filter(({ panelId }) => panelId !== null && panels.has(panelId)),
      'another candidate',
      true,
    ),
    ...named(others, 'another candidate', false),
    ...named(
      past.filter(({ part }) => part === 'interviewer'),
      'a colleague',
      false,
    ),
    ...named(
      past.filter(({ part }) => part === 'candidate'),
      'another candidate',
      false,
    ),
  ]
}

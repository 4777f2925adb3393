import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSubmit, type MetaFunction } from '@remix-run/react'
import { z } from 'zod'
import { findUnprintable } from '#app/documents/print.server.ts'
import { checkInWords } from '#app/domains/scheduling/check-in-words.ts'
import { sessionFormSchema, type SessionForm } from '#app/domains/scheduling/session-form.schema.ts'
import {
  changeInterviewers,
  changeSeat,
  getSessionPage,
  rescheduleSession,
  setSessionStatus,
} from '#app/domains/scheduling/session-use-cases.server.ts'
import { guestToasts } from '#app/domains/scheduling/guests/guest-toasts.ts'
import { listGuestViews } from '#app/domains/scheduling/guests/guest-use-cases.server.ts'
import { seatToasts } from '#app/domains/scheduling/seat-toasts.ts'
import { SessionBody } from '#app/domains/scheduling/ui/session-body.tsx'
import { formatWhen, localOf, momentOf } from '#app/lib/dates.ts'
import { parseForm, parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { invalid, type Result } from '#app/lib/result.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { paths } from '#app/paths.ts'
import { DoneToast } from '#app/ui/done-toast.tsx'

export const handle = { rule: 'session.read' } satisfies RouteHandle

const paramsSchema = z.object({ sessionId: z.string().min(1).max(64) })

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.session.candidateName}, ${data.session.focus} · Panelist` : 'Session · Panelist' },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { sessionId } = parseOr404(paramsSchema, args.params)
  const session = unwrap(getSessionPage(ctx, { sessionId }))
  const zone = zoneOf(args.request)
  const { startsAtMs } = session
  return {
    session,
    zone,
    when: startsAtMs === null ? null : formatWhen(startsAtMs, { now: ctx.now, zone }),
    local: startsAtMs === null ? null : localOf(startsAtMs, zone),
    checkedIn: Object.fromEntries(
      session.people.flatMap(({ userId, checkedInAtMs }) =>
        checkedInAtMs === null ? [] : [[userId, checkInWords({ checkedInAtMs, startsAtMs }, zone)]],
      ),
    ),
    guests: listGuestViews(ctx, sessionId).map((guest) => ({
      ...guest,
      ends: formatWhen(guest.endsAtMs, { now: ctx.now, zone }),
    })),
    unprintable: await findUnprintable([
      session.candidateName,
      ...session.people.map((person) => person.name),
    ]),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, 'session.schedule')
  const { sessionId } = parseOr404(paramsSchema, args.params)
  const form = await parseForm(args.request, sessionFormSchema)
  if (!form.ok) return { errors: form.errors }
  const result = runIntent(ctx, sessionId, form.value)
  if (!result.ok && result.error.kind === 'invalid') return { errors: result.error.errors }
  if (!result.ok && result.error.kind === 'conflict') return { errors: { '': [result.error.message] } }
  unwrap(result)
  throw redirect(`${paths.session(sessionId)}?done=${doneWord(form.value)}`)
}

function runIntent(ctx: Ctx, sessionId: string, form: SessionForm): Result<void> {
  switch (form.intent) {
    case 'reschedule': {
      const startsAtMs = momentOf(form)
      if (startsAtMs === undefined) return invalid('date', 'Choose a date and a time that exist.')
      return rescheduleSession(ctx, { sessionId, startsAtMs })
    }
    case 'status':
      return setSessionStatus(ctx, { sessionId, status: form.status })
    case 'interviewers':
      return changeInterviewers(ctx, {
        sessionId,
        addId: form.addId,
        seat: form.seat,
        removeId: form.removeId,
      })
    case 'seat':
      return changeSeat(ctx, { sessionId, personId: form.personId, seat: form.seat })
  }
}

function doneWord(form: SessionForm): string {
  switch (form.intent) {
    case 'status':
      return form.status
    case 'seat':
      return `${form.seat}-${form.personId}`
    case 'reschedule':
    case 'interviewers':
      return form.intent
  }
}

export default function Session() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const submit = useSubmit()
  const planAgain = () => submit({ intent: 'status', status: 'planned' }, { method: 'post' })
  const seats = seatToasts(data.session.people, (personId, seat) =>
    submit({ intent: 'seat', personId, seat }, { method: 'post' }),
  )
  const guests = guestToasts(data.guests, (guestId) =>
    submit(
      { intent: 'restore', guestId },
      { method: 'post', action: paths.sessionGuests(data.session.sessionId) },
    ),
  )
  return (
    <>
      <DoneToast
        words={{
          ...seats.words,
          ...guests.words,
          reschedule: 'Moved. Tell the candidate and the interviewers.',
          cancelled: 'Cancelled. You can plan it again below.',
          'no-show': 'Recorded that the candidate did not come.',
          planned: 'Planned again.',
          interviewers: 'The interviewers are changed.',
        }}
        undo={{ ...seats.undo, ...guests.undo, cancelled: planAgain, 'no-show': planAgain }}
      />
      <SessionBody {...data} errors={answer?.errors} />
    </>
  )
}

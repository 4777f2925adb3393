import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import {
  useActionData,
  useLoaderData,
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/react'
import { Lock } from 'lucide-react'
import { useEffect } from 'react'
import { z } from 'zod'
import { applyDecisionForm } from '#app/domains/debrief/meeting/decide.server.ts'
import { getDecisionPanel } from '#app/domains/debrief/meeting/decision-panel.server.ts'
import type { MeetingAnswer } from '#app/domains/debrief/meeting/meeting-answer.ts'
import { meetingFormSchema } from '#app/domains/debrief/meeting/meeting.schema.ts'
import { decideKey } from '#app/domains/debrief/meeting/meeting-view.ts'
import { giveFinalRating } from '#app/domains/debrief/meeting/rate.server.ts'
import { getDebriefPage } from '#app/domains/debrief/meeting/read.server.ts'
import { leadDebrief, saveTopicNote, startDebrief } from '#app/domains/debrief/meeting/use-cases.server.ts'
import { DebriefPage, debriefCrumbs } from '#app/domains/debrief/ui/meeting/debrief-page.tsx'
import { DecisionPanel } from '#app/domains/debrief/ui/meeting/decision-panel.tsx'
import { keepPage, loadOrKeep, sendOrRefuse } from '#app/domains/debrief/ui/meeting/lost-connection.ts'
import { explainWaiting } from '#app/domains/debrief/waiting.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { parseForm, parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import type { Result } from '#app/lib/result.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

export const handle = { rule: 'debrief.read' } satisfies RouteHandle

const paramsSchema = z.object({ applicationId: z.string().min(1).max(64) })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `Debrief${loaded ? ` of ${loaded.page.head.candidateName}` : ''} · Panelist` },
]

/** A refused form changes the page as well: it then shows the present state. */
export const shouldRevalidate = () => true

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { applicationId } = parseOr404(paramsSchema, args.params)
  const page = unwrap(getDebriefPage(ctx, { applicationId }))
  const personId = ctx.user.id
  if (page.kind === 'waiting' || !page.meeting) return { personId, page, decision: null }
  const decision = unwrap(getDecisionPanel(ctx, { applicationId, zone: zoneOf(args.request) }))
  return { personId, page, decision }
}

export function clientLoader({ params, serverLoader }: ClientLoaderFunctionArgs) {
  return loadOrKeep(params.applicationId ?? '', () => serverLoader<typeof loader>())
}

export function clientAction({ serverAction }: ClientActionFunctionArgs) {
  return sendOrRefuse(() => serverAction<typeof action>())
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { applicationId } = parseOr404(paramsSchema, args.params)
  const sent = await parseForm(args.request, meetingFormSchema)
  if (!sent.ok)
    return refuse(sent.values['form'] ?? '', { errors: sent.errors, values: sent.values, status: 422 })
  const form = sent.value
  const result = applyForm(ctx, applicationId, form)
  if (result.ok) {
    if (form.answer === 'data') return { ok: true } satisfies MeetingAnswer
    return redirect(paths.debrief(applicationId, placeOf(form)))
  }
  const { error } = result
  const values = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value ?? '')]))
  if (error.kind === 'invalid') return refuse(form.form, { errors: error.errors, values, status: 422 })
  if (error.kind === 'conflict') {
    return refuse(form.form, { errors: { '': [error.message] }, values, status: 409 })
  }
  return unwrap(result)
}

/** A form of a point leads back to it; the meeting may be at another. */
function placeOf(form: z.infer<typeof meetingFormSchema>): { topic?: string } {
  if ('topicKey' in form) return form.intent === 'topic' ? {} : { topic: form.topicKey }
  return 'version' in form ? { topic: decideKey } : {}
}

function applyForm(ctx: Ctx, applicationId: string, form: z.infer<typeof meetingFormSchema>): Result<void> {
  switch (form.intent) {
    case 'start':
      return startDebrief(ctx, { applicationId })
    case 'note':
      return saveTopicNote(ctx, { applicationId, ...form })
    case 'rate':
      return giveFinalRating(ctx, { applicationId, ...form })
    case 'write-decision':
    case 'sign-decision':
    case 'unsign-decision':
    case 'lock-decision':
    case 'reopen-decision':
      return applyDecisionForm(ctx, { applicationId, form })
    default:
      return leadDebrief(ctx, { applicationId, move: form })
  }
}

function refuse(
  form: string,
  given: { errors: Record<string, string[]>; values: Record<string, string>; status: 409 | 422 },
) {
  const { errors, values, status } = given
  return data({ ok: false, form, errors, values, isConflict: status === 409 } satisfies MeetingAnswer, status)
}

export default function Debrief() {
  const loaded = useLoaderData<typeof loader>()
  const { personId, page, decision } = loaded
  const { applicationId } = page.head
  useEffect(() => keepPage({ applicationId, personId, loaded }), [applicationId, personId, loaded])
  const answered = useActionData<MeetingAnswer>()
  if (page.kind === 'open') {
    const panel = decision ? <DecisionPanel view={decision} /> : null
    return <DebriefPage page={page} answered={answered} decision={panel} />
  }
  return (
    <>
      <PageHead title={`Debrief: ${page.head.candidateName}`} crumbs={debriefCrumbs(page.head)} />
      <Note tone="calm" icon={Lock} title={explainWaiting(page.waiting)} className="mt-4 max-w-measure">
        Everybody rates for themselves first, so that nobody’s view colours another’s.
      </Note>
    </>
  )
}

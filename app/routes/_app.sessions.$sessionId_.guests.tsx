import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { z } from 'zod'
import { guestMessage } from '#app/domains/scheduling/guests/guest-message.ts'
import { guestFormSchema } from '#app/domains/scheduling/guests/guest.schema.ts'
import {
  addGuest,
  mailAccess,
  renewGuest,
  restoreGuest,
  revokeGuest,
  type GivenAccess,
} from '#app/domains/scheduling/guests/guest-use-cases.server.ts'
import { getSessionPage } from '#app/domains/scheduling/session-use-cases.server.ts'
import { GuestForm } from '#app/domains/scheduling/ui/guest-form.tsx'
import { GuestHandover, type Handover } from '#app/domains/scheduling/ui/guest-handover.tsx'
import { formatExactly } from '#app/lib/dates.ts'
import {
  baseUrlOf,
  formRefusal,
  parseForm,
  parseOr404,
  requirePerson,
  unwrap,
  type RouteHandle,
} from '#app/lib/http.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions } from '#app/ui/form-actions.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

export const handle = { rule: 'session.schedule' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Invite a guest · Panelist' }]

const paramsSchema = z.object({ sessionId: z.string().min(1).max(64) })

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { sessionId } = parseOr404(paramsSchema, args.params)
  const session = unwrap(getSessionPage(ctx, { sessionId }))
  return {
    sessionId,
    title: `${session.candidateName}, ${session.focus}`,
    isToCome: session.startsAtMs !== null && session.startsAtMs > ctx.now,
    formKey: newId(),
    sendsMail: args.context.services.sendMail !== null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { sessionId } = parseOr404(paramsSchema, args.params)
  const parsed = await parseForm(args.request, guestFormSchema)
  if (!parsed.ok) return formRefusal({ kind: 'invalid', errors: parsed.errors }, parsed.values)
  const form = parsed.value
  switch (form.intent) {
    case 'revoke':
    case 'restore':
      unwrap((form.intent === 'revoke' ? revokeGuest : restoreGuest)(ctx, { ...form, sessionId }))
      throw redirect(`${paths.session(sessionId)}?done=${form.intent}-${form.guestId}`)
    case 'renew':
      return answerOnce(args, unwrap(renewGuest(ctx, { ...form, sessionId })), {
        host: ctx.user.name,
        before: 'The former code opens nothing any more. ',
      })
    case 'add': {
      const { name, note = '', email = '', hours } = form
      const result = addGuest(ctx, { ...form, sessionId })
      if (!result.ok) return formRefusal(result.error, { name, note, email, hours: String(hours) })
      return answerOnce(args, result.value, { host: ctx.user.name, to: form.email })
    }
  }
}

/** The code is not in the database and not in an address: this answer is the one place where it can be read. */
async function answerOnce(
  args: ActionFunctionArgs,
  access: GivenAccess,
  given: { host: string; to?: string | undefined; before?: string },
) {
  const { host, to, before = '' } = given
  const base = baseUrlOf(args)
  const { name, code } = access
  const link = base + paths.guestLink(code)
  const ends = formatExactly(access.endsAtMs, zoneOf(args.request))
  const text = guestMessage({ host, link, entry: base + paths.guestEntry(), code, ends })
  const isMailed = to !== undefined && (await mailAccess(args.context.services, { to, text }))
  const handover: Handover = { name, code, link, message: text, ends }
  const mail = isMailed ? `It was mailed to ${to}. ` : 'The mail could not be sent. '
  const said = to === undefined ? before : mail
  return data({ handover, said, errors: undefined, values: undefined }, 201)
}

export default function Guests() {
  const { sessionId, title, ...form } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const crumbs = [
    { to: paths.schedule(), label: 'Schedule' },
    { to: paths.session(sessionId), label: title },
  ]
  if (answer && 'handover' in answer)
    return (
      <>
        <PageHead
          title={`Access for ${answer.handover.name}`}
          crumbs={crumbs}
          lead={`${answer.said}Hand on the message, the link or the code; they are shown only now. They work until ${answer.handover.ends}.`}
        />
        <GuestHandover {...answer.handover} />
        <FormActions>
          <LinkButton to={paths.session(sessionId)}>Back to the session</LinkButton>
          <LinkButton to={paths.sessionGuests(sessionId)} reloadDocument>
            Invite another guest
          </LinkButton>
        </FormActions>
      </>
    )
  return (
    <>
      <PageHead
        title="Invite a guest"
        crumbs={crumbs}
        lead="A guest needs no account: a code opens this one session and a scorecard of their own. They never see another scorecard."
      />
      <GuestForm {...form} errors={answer?.errors} values={answer?.values} />
    </>
  )
}

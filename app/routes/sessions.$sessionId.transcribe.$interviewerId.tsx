import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { readPostedCard } from '#app/domains/scorecards/posted-card.ts'
import { getTranscription, saveTranscription } from '#app/domains/scorecards/transcribe.server.ts'
import { PlainCardPage } from '#app/domains/scorecards/ui/plain-card-page.tsx'
import {
  parseOr404,
  readForm,
  requirePerson,
  typedValues,
  unwrap,
  type RouteHandle,
} from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'

export const handle = { rule: 'scorecard.transcribe' } satisfies RouteHandle

const idSchema = z.string().min(1).max(64)
const paramsSchema = z.object({ sessionId: idSchema, interviewerId: idSchema })

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Enter a paper card${data ? ` for ${data.view.interviewerName}` : ''} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const of = parseOr404(paramsSchema, args.params)
  const { view, fields, newAddedId } = unwrap(getTranscription(ctx, of))
  return { view, fields, newAddedId, sessionId: of.sessionId }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const of = parseOr404(paramsSchema, args.params)
  const form = await readForm(args.request)
  const outcome = unwrap(saveTranscription(ctx, { ...of, fields: readPostedCard(form) }))
  if (outcome.conflicts.length + outcome.refusals.length > 0) return { outcome, values: typedValues(form) }
  throw redirect(`${paths.transcribeScorecard(of.sessionId, of.interviewerId)}?saved=1`)
}

export default function TranscribeScorecard() {
  const { view, fields, newAddedId, sessionId } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const [search] = useSearchParams()
  const isSaved = search.get('saved') === '1' && !posted
  return (
    <PlainCardPage
      {...{ view, fields, newAddedId }}
      title={`Paper card of ${view.interviewerName}`}
      hasPrivateNotes={false}
      outcome={posted?.outcome}
      values={posted?.values}
      keyed={
        <Button type="submit" variant="primary">
          Save for {view.interviewerName}
        </Button>
      }
      note={
        isSaved
          ? `Saved. ${view.interviewerName} sees it, checks it and submits it; until then it does not count.`
          : `Enter what stands on the paper, nothing else. ${view.interviewerName} checks and submits it.`
      }
    >
      <Button type="submit" variant="primary">
        Save for {view.interviewerName}
      </Button>
      <LinkButton to={paths.session(sessionId)} variant="quiet">
        Back to the session
      </LinkButton>
    </PlainCardPage>
  )
}

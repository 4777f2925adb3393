import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Printer } from 'lucide-react'
import { z } from 'zod'
import { couldReadWords } from '#app/domains/scorecards/could-read.ts'
import { getScorecardPage, undoSubmission } from '#app/domains/scorecards/read.server.ts'
import { CardReading } from '#app/domains/scorecards/ui/card-reading.tsx'
import { CouldReadTag } from '#app/domains/scorecards/ui/could-read-tag.tsx'
import { ShadowTag } from '#app/domains/scorecards/ui/shadow-tag.tsx'
import { UndoSubmission } from '#app/domains/scorecards/ui/undo-submission.tsx'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

export const handle = { rule: 'scorecard.read' } satisfies RouteHandle

const paramsSchema = z.object({ scorecardId: z.string().min(1).max(64) })

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? `${data.view.candidateName}, card of ${data.view.interviewerName} · Panelist`
      : 'Scorecard · Panelist',
  },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { scorecardId } = parseOr404(paramsSchema, args.params)
  const page = unwrap(getScorecardPage(ctx, scorecardId))
  return { ...page, nowMs: ctx.now }
}

export function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { scorecardId } = parseOr404(paramsSchema, args.params)
  const result = undoSubmission(ctx, scorecardId)
  if (!result.ok && result.error.kind === 'invalid') {
    return { message: Object.values(result.error.errors).flat().join(' ') }
  }
  unwrap(result)
  throw redirect(paths.fillScorecard(scorecardId))
}

export default function ReadScorecard() {
  const { view, initial, isOwn, undoUntilMs, nowMs, canAmend, canFill } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <PageHead
        title={
          isOwn
            ? `Your scorecard of ${view.candidateName}`
            : `${view.interviewerName} on ${view.candidateName}`
        }
        status={
          <>
            <StatusTag status={view.status} />
            {view.isShadow ? <ShadowTag /> : null}
            {view.couldReadOthers ? <CouldReadTag /> : null}
          </>
        }
        lead={`${view.interviewLetter}, ${view.focus}. ${view.panelName}`}
        actions={
          <>
            {canFill ? (
              <LinkButton to={paths.fillScorecard(view.scorecardId)} variant="primary">
                {view.enteredByName ? 'Check and submit' : 'Fill it'}
              </LinkButton>
            ) : null}
            <LinkButton to={paths.print('scorecard', view.scorecardId)}>
              <Printer aria-hidden /> Print
            </LinkButton>
            {canAmend ? <LinkButton to={paths.amendScorecard(view.scorecardId)}>Amend</LinkButton> : null}
          </>
        }
      />
      <div className="mt-3 grid gap-3">
        {refused ? (
          <div role="alert">
            <Note tone="stop">{refused.message}</Note>
          </div>
        ) : null}
        {undoUntilMs === null ? null : (
          <UndoSubmission leftMs={undoUntilMs - nowMs}>
            <Form method="post">
              <Button type="submit">Undo the submission</Button>
            </Form>
          </UndoSubmission>
        )}
        {view.isDraft && view.enteredByName ? (
          <Note title={`${view.enteredByName} entered this scorecard from paper.`}>
            {isOwn
              ? 'Check it, correct what is wrong and submit it. It does not count before that.'
              : 'It does not count until the interviewer has submitted it.'}
          </Note>
        ) : null}
        {view.isDraft ? <Note tone="calm">This is a draft. Nobody but you sees it.</Note> : null}
      </div>
      <Facts
        facts={[
          { label: 'Candidate', value: view.candidateName, detail: view.candidateCode },
          { label: view.isShadow ? 'Shadow' : 'Interviewer', value: view.interviewerName },
          { label: 'Session', value: view.startsAtMs === null ? 'No date' : moment(view.startsAtMs) },
          { label: 'Submitted', value: view.submittedAtMs === null ? 'Not yet' : moment(view.submittedAtMs) },
          {
            label: 'Panel version',
            value:
              view.panelForm === 'only' ? view.panelVersion : `${view.panelVersion}, form ${view.panelForm}`,
            detail: view.enteredByName ? `entered from paper by ${view.enteredByName}` : undefined,
          },
        ]}
      />
      {initial ? (
        <p className="mt-3 text-dense text-ink-2">
          Amended since it was submitted. First recommendation: {initial.recommendationWords}. Every change
          stands at the end, before and after.
        </p>
      ) : null}
      {view.couldReadOthers ? (
        <p className="mt-3 max-w-measure text-dense text-ink-2">{couldReadWords}</p>
      ) : null}
      <CardReading view={view} />
    </>
  )
}

function moment(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData, useNavigate, useSearchParams } from '@remix-run/react'
import { useEffect, useMemo } from 'react'
import { z } from 'zod'
import { getFillForm, saveForm } from '#app/domains/scorecards/fill.server.ts'
import { readHidden, readLivePrefs } from '#app/domains/scorecards/live/live-prefs.ts'
import { cardWordsOf } from '#app/domains/scorecards/saving/card-words.ts'
import { readPostedCard } from '#app/domains/scorecards/posted-card.ts'
import { LiveCard } from '#app/domains/scorecards/ui/live-card.tsx'
import { PlainCardPage } from '#app/domains/scorecards/ui/plain-card-page.tsx'
import { useSaveQueue } from '#app/domains/scorecards/ui/saving/use-save-queue.ts'
import { useUnsentWork } from '#app/domains/scorecards/ui/saving/use-unsent-work.tsx'
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

export const handle = { rule: 'scorecard.fill' } satisfies RouteHandle

const paramsSchema = z.object({ scorecardId: z.string().min(1).max(64) })

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.view.candidateName}, ${data.view.focus} · Panelist` : 'Scorecard · Panelist' },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { scorecardId } = parseOr404(paramsSchema, args.params)
  const result = unwrap(getFillForm(ctx, scorecardId))
  if (result.state === 'submitted') throw redirect(paths.scorecard(scorecardId))
  const cookies = args.request.headers.get('Cookie')
  return {
    ...result.form,
    nowMs: ctx.now,
    personId: ctx.user.id,
    prefs: readLivePrefs(cookies, ctx.user.id),
    isHidden: readHidden(cookies),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { scorecardId } = parseOr404(paramsSchema, args.params)
  const form = await readForm(args.request)
  const outcome = unwrap(
    saveForm(ctx, {
      scorecardId,
      fields: readPostedCard(form),
      submit: form.get('intent') === 'submit',
    }),
  )
  if (outcome.isSubmitted) throw redirect(paths.scorecard(scorecardId))
  if (outcome.conflicts.length + outcome.refusals.length === 0) throw redirect(paths.fillPlainly(scorecardId))
  return { outcome, values: typedValues(form) }
}

// The page holds what was typed; loading it anew while somebody types would only cost time.
export const shouldRevalidate = () => false

export default function FillScorecard() {
  const [search] = useSearchParams()
  return search.get('plain') === '1' ? <PlainFill /> : <LiveFill />
}

function LiveFill() {
  const { view, fields, sessionId, checkedInAtMs, savedAtMs, nowMs, personId, prefs, isHidden } =
    useLoaderData<typeof loader>()
  const { scorecardId } = view
  const checkInTo = checkedInAtMs === null ? sessionId : null
  const navigate = useNavigate()
  const words = useMemo(() => cardWordsOf(view), [view])
  const { notices } = useUnsentWork({ personId, exceptCardId: scorecardId })
  const { queue, state } = useSaveQueue({ personId, scorecardId, fields, savedAtMs }, words)
  const isGone = state.status === 'gone'
  useEffect(() => {
    if (isGone) void navigate(paths.scorecard(scorecardId))
  }, [isGone, scorecardId, navigate])

  async function submit(): Promise<string | null> {
    const result = await queue.submit()
    if (!result.isSubmitted) return result.message
    void navigate(paths.scorecard(scorecardId))
    return null
  }

  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={`0;url=${paths.fillPlainly(view.scorecardId)}`} />
        <p className="p-4">
          This page saves as you type and needs scripts for it.{' '}
          <a href={paths.fillPlainly(view.scorecardId)}>Use the form that is saved by a button.</a>
        </p>
      </noscript>
      {notices}
      <LiveCard
        {...{ view, fields, queue, state, nowMs, personId, prefs, isHidden, checkInTo }}
        onSubmit={submit}
      />
    </>
  )
}

function PlainFill() {
  const { view, fields, newAddedId } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  return (
    <PlainCardPage
      {...{ view, fields, newAddedId }}
      title={`Scorecard: ${view.candidateName}`}
      hasPrivateNotes
      outcome={posted?.outcome}
      values={posted?.values}
      note={
        view.enteredByName
          ? `${view.enteredByName} entered this scorecard from your paper one. Check it, correct what is wrong, then submit it.`
          : undefined
      }
    >
      <Button type="submit" name="intent" value="save">
        Save the draft
      </Button>
      <Button type="submit" variant="primary" name="intent" value="submit">
        Save and submit
      </Button>
      <LinkButton to={paths.fillScorecard(view.scorecardId)} variant="quiet">
        Fill it question by question
      </LinkButton>
    </PlainCardPage>
  )
}

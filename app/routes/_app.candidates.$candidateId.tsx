import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSubmit, type MetaFunction } from '@remix-run/react'
import { findUnprintable } from '#app/documents/print.server.ts'
import { findWhyNoCopy } from '#app/domains/debrief/access-copy/use-cases.server.ts'
import { findDayGoneFromBackups } from '#app/domains/people/installation/use-cases.server.ts'
import { candidateFormSchema } from '#app/domains/scheduling/candidate.schema.ts'
import { addToPanel, setCvUrl, setWithdrawn } from '#app/domains/scheduling/candidate-use-cases.server.ts'
import { eraseCandidate } from '#app/domains/scheduling/erase-use-cases.server.ts'
import { getCandidatePage } from '#app/domains/scheduling/read-candidates.server.ts'
import { AccessCopy } from '#app/domains/scheduling/ui/access-copy.tsx'
import { CandidateApplication } from '#app/domains/scheduling/ui/candidate-application.tsx'
import { ChangeCv, CvLink } from '#app/domains/scheduling/ui/cv-link.tsx'
import { EraseCandidate } from '#app/domains/scheduling/ui/erase-candidate.tsx'
import { PutOnPanel } from '#app/domains/scheduling/ui/put-on-panel.tsx'
import { UnprintableNote } from '#app/domains/scheduling/ui/unprintable-note.tsx'
import { formRefusal, parseForm, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import type { FieldErrors } from '#app/lib/result.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { DoneToast } from '#app/ui/done-toast.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Moment } from '#app/ui/moment.tsx'

export const handle = { rule: 'candidate.read' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.candidate.name ?? 'Candidate'} · Panelist` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const candidateId = args.params.candidateId ?? ''
  const zone = zoneOf(args.request)
  const page = unwrap(getCandidatePage(ctx, { candidateId, zone }))
  const goneOn = page.mayErase ? findDayGoneFromBackups(args.context.services, { now: ctx.now, zone }) : null
  const whyNoCopy = page.mayCopy ? findWhyNoCopy(ctx, { candidateId }) : null
  return { ...page, whyNoCopy, goneOn, unprintable: await findUnprintable([page.candidate.name]) }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const candidateId = args.params.candidateId ?? ''
  const form = await parseForm(args.request, candidateFormSchema)
  if (!form.ok) return data({ errors: form.errors, values: form.values }, 422)
  const input = form.value
  const to = (done: string) => redirect(`${paths.candidate(candidateId)}?done=${done}`)
  switch (input.intent) {
    case 'withdraw':
    case 'restore': {
      const isWithdrawn = input.intent === 'withdraw'
      const result = setWithdrawn(ctx, { applicationId: input.applicationId, isWithdrawn })
      if (!result.ok) return formRefusal(result.error)
      const done = isWithdrawn ? `withdrawn-${input.applicationId}` : 'restored'
      return redirect(`${paths.candidate(result.value.candidateId)}?done=${done}`)
    }
    case 'put-on-panel': {
      const result = addToPanel(ctx, { candidateId, panelId: input.panelId })
      return result.ok ? to('on-panel') : formRefusal(result.error)
    }
    case 'cv': {
      const result = setCvUrl(ctx, { candidateId, cvUrl: input.cvUrl })
      return result.ok ? to('cv') : formRefusal(result.error, { cvUrl: input.cvUrl ?? '' })
    }
    case 'erase': {
      const result = eraseCandidate(ctx, { candidateId, confirmation: input.confirmation })
      return result.ok ? to('erased') : formRefusal(result.error, { confirmation: input.confirmation })
    }
  }
}

export default function Candidate() {
  const { candidate, applications, openPanels, unprintable, goneOn, ...may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errors: FieldErrors | undefined = answer?.errors
  const typed: Record<string, string> = answer?.values ?? {}
  const submit = useSubmit()
  const words: Record<string, string> = {
    added: `${candidate.name} is added.`,
    restored: 'Restored to the panel.',
    'on-panel': 'Put on the panel.',
    cv: candidate.cvUrl === null ? 'The link to the CV is taken away.' : 'The link to the CV is saved.',
    planned: 'The interviews are planned.',
    erased: 'The candidate is erased.',
  }
  const undo: Record<string, () => void> = {}
  for (const { id, panel } of applications) {
    words[`withdrawn-${id}`] = `Withdrawn from ${panel.name}.`
    undo[`withdrawn-${id}`] = () => submit({ intent: 'restore', applicationId: id }, { method: 'post' })
  }
  return (
    <>
      <DoneToast words={words} undo={undo} />
      <PageHead title={candidate.name} crumbs={[{ to: paths.candidates(), label: 'Candidates' }]} />
      <Facts
        facts={[
          { label: 'Code', value: <code>{candidate.code}</code> },
          ...(candidate.email ? [{ label: 'E-mail', value: candidate.email, isWide: true }] : []),
          ...(candidate.cvUrl
            ? [{ label: 'CV', value: <CvLink href={candidate.cvUrl} />, isWide: true }]
            : []),
          { label: 'Added', value: <Moment when={candidate.added} />, isWide: true },
        ]}
      />
      <UnprintableNote characters={unprintable} />
      {may.mayEdit && !candidate.isErased ? (
        <ChangeCv cvUrl={candidate.cvUrl} typed={typed.cvUrl} errors={errors} />
      ) : null}
      {applications.length === 0 && !candidate.isErased ? (
        <div className="mt-6">
          <EmptyState level={2} title="On no panel yet">
            {may.mayEdit
              ? 'Put the candidate on a panel below; then their interviews can be planned.'
              : 'Once the candidate is on a panel, their interviews stand here.'}
          </EmptyState>
        </div>
      ) : null}
      {applications.map((application, i) => (
        <CandidateApplication
          key={application.id}
          application={application}
          isFirst={i === 0}
          mayEdit={may.mayEdit}
          maySchedule={may.maySchedule}
          isErased={candidate.isErased}
        />
      ))}
      {may.mayEdit && !candidate.isErased && openPanels.length > 0 ? (
        <PutOnPanel
          openPanels={openPanels}
          isFirst={applications.length === 0}
          errors={errors?.confirmation || errors?.cvUrl ? undefined : errors}
        />
      ) : null}
      {may.mayCopy && !candidate.isErased ? (
        <AccessCopy candidateId={candidate.id} whyNot={may.whyNoCopy} />
      ) : null}
      {may.mayErase && !candidate.isErased ? (
        <EraseCandidate
          name={candidate.name}
          goneOn={goneOn}
          errors={errors?.confirmation ? errors : undefined}
        />
      ) : null}
    </>
  )
}

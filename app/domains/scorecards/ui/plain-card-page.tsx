import { versionWords } from '#app/domains/panels/forms/panel-form.ts'
import type { ReactNode } from 'react'
import { fieldPlaceInView } from '#app/domains/scorecards/scorecard-view.ts'
import type { ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import type { PostedOutcome } from '#app/domains/scorecards/posted-field.ts'
import { listWordingFlags } from '#app/domains/scorecards/wording-flags.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { CardForm } from './card-form.tsx'
import { recordOf } from './live-values.ts'
import { WordingList } from './review-findings.tsx'
import { ShadowTag } from './shadow-tag.tsx'

type PlainCardPageProps = {
  view: ScorecardView
  fields: Readonly<Record<string, { version: number; value: unknown }>>
  title: string
  note?: ReactNode
  hasPrivateNotes: boolean
  outcome?: PostedOutcome | undefined
  values?: Readonly<Record<string, string>> | undefined
  newAddedId: string
  /** See `CardForm`. */
  keyed?: ReactNode
  children: ReactNode
}

/** A page with the whole card as one form; a conflict shows the other text beside what was posted. */
export function PlainCardPage({
  view,
  fields,
  title,
  note,
  hasPrivateNotes,
  outcome,
  values,
  newAddedId,
  keyed,
  children,
}: PlainCardPageProps) {
  const conflicts = outcome?.conflicts ?? []
  const record = recordOf(view, fields)
  const stored = Object.entries(fields).map(([field, state]) => [field, state.version] as const)
  // Sent again, the person's own text is their choice over the one they were shown.
  const versions = Object.fromEntries([...stored, ...conflicts.map((c) => [c.field, c.version] as const)])
  const errors: Record<string, string[]> = {}
  for (const { field, message } of outcome?.refusals ?? [])
    errors[field] = [...(errors[field] ?? []), message]
  for (const { field, theirs } of conflicts) {
    errors[field] = [
      `This was changed elsewhere meanwhile to: “${wordsOf(theirs)}”. Join the two here, then save again.`,
    ]
  }
  return (
    <main id="main" className="mx-auto max-w-content px-4 py-6 sm:px-8">
      <PageHead
        title={title}
        status={view.isShadow ? <ShadowTag /> : null}
        lead={`${view.focus}, ${view.roleName}`}
      />
      <Facts
        facts={[
          { label: view.isShadow ? 'Shadow' : 'Interviewer', value: view.interviewerName },
          { label: 'Candidate', value: view.candidateName, detail: view.candidateCode },
          {
            label: 'Panel',
            value: view.panelName,
            detail: versionWords({ number: view.panelVersion, form: view.panelForm }),
          },
        ]}
      />
      {note ? <Note className="mt-4">{note}</Note> : null}
      <div className="mt-4">
        <ErrorSummary errors={namedErrors(errors, view)} title="Not everything was saved" />
      </div>
      <WordingList flags={listWordingFlags(record, view.questions)} />
      <CardForm {...{ view, versions, errors, hasPrivateNotes, values, newAddedId, keyed }}>
        {children}
      </CardForm>
    </main>
  )
}

function namedErrors(errors: Record<string, string[]>, view: ScorecardView): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, messages]) => [
      field,
      field === '' ? messages : messages.map((message) => `${fieldPlaceInView(field, view)}: ${message}`),
    ]),
  )
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

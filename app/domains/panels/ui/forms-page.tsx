import { Form, useNavigation } from '@remix-run/react'
import { Pencil, Shuffle, Trash2 } from 'lucide-react'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Facts } from '#app/ui/facts.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { FormFigures, FormsPage as Page, FormsView } from '#app/domains/panels/forms/forms-view.ts'
import { FormPairs } from './form-pairs.tsx'

type FormsPageProps = { page: Page; errors: FieldErrors | undefined }

/** Two forms of one panel beside each other, or what a second form is for and how to make it. */
export function FormsPage({ page, errors }: FormsPageProps) {
  const { head, forms, may } = page
  return (
    <>
      <PageHead
        title="Form A and form B"
        crumbs={[
          { to: paths.panels(), label: 'Panels' },
          { to: paths.panel(head.id), label: head.name },
        ]}
        lead="Two forms of one plan, for candidates who may talk with each other: the same interviews, competencies, weights and minutes, with other questions."
        actions={forms ? <Actions page={page} /> : null}
      />
      <div className="mt-3 empty:hidden">
        <ErrorSummary errors={errors} title="Nothing was changed" />
      </div>
      {head.isArchived ? (
        <Note tone="calm" title="This panel is archived" className="mt-3">
          Restore it on its page, then its forms can be changed.
        </Note>
      ) : null}
      {forms ? <Forms forms={forms} panelId={head.id} mayEdit={may.edit} /> : <NoFormB page={page} />}
    </>
  )
}

function NoFormB({ page: { asked, head, may, revision } }: Pick<FormsPageProps, 'page'>) {
  return (
    <div className="mt-6">
      <EmptyState
        level={2}
        title="This panel has one form"
        action={
          !may.edit ? null : asked === 0 ? (
            <LinkButton to={paths.editPanel(head.id)}>Fill the panel first</LinkButton>
          ) : (
            <MakeForm revision={revision} label="Make form B" isPrimary />
          )
        }
      >
        {asked === 0
          ? 'Form B is made to match the questions of form A, and there are none yet.'
          : 'Every candidate is asked the same. If they may tell each other, make a form B: for each question another one of the bank, as like it as can be had, and no near-duplicate of it. Both forms are compared as one panel.'}
      </EmptyState>
    </div>
  )
}

function Actions({ page: { head, may, revision } }: Pick<FormsPageProps, 'page'>) {
  if (!may.edit) return null
  return (
    <>
      <Form method="post">
        <input type="hidden" name="revision" value={revision} />
        <Button type="submit" name="intent" value="remove-form" variant="quiet">
          <Trash2 aria-hidden /> Remove form B
        </Button>
      </Form>
      <MakeForm revision={revision} label="Make it anew" />
      <LinkButton to={paths.editPanel(head.id, { form: 'B' })}>
        <Pencil aria-hidden /> Edit form B
      </LinkButton>
      {may.publish ? (
        <LinkButton to={paths.publishPanel(head.id)} variant="primary">
          Publish
        </LinkButton>
      ) : null}
    </>
  )
}

function MakeForm({
  revision,
  label,
  isPrimary = false,
}: {
  revision: number
  label: string
  isPrimary?: boolean
}) {
  const { state, formData } = useNavigation()
  const isMaking = state !== 'idle' && formData?.get('intent') === 'make-form'
  return (
    <Form method="post">
      <input type="hidden" name="revision" value={revision} />
      <Button type="submit" name="intent" value="make-form" variant={isPrimary ? 'primary' : 'plain'}>
        <Shuffle aria-hidden /> {isMaking ? 'Matching questions…' : label}
      </Button>
    </Form>
  )
}

function Forms({ forms, panelId, mayEdit }: { forms: FormsView; panelId: string; mayEdit: boolean }) {
  const { a, b, inCommon, shared, differences, alike, interviews } = forms
  const warnings = [
    ...shared.map(({ id, title }) => ({
      id,
      words: `Both forms ask “${title}”. Swap it for another in form B, or write one if the bank has none.`,
    })),
    ...alike,
  ]
  return (
    <>
      <Facts
        facts={[
          { label: 'Questions', value: `${a.questions} and ${b.questions}`, detail: 'in A and B' },
          { label: 'Minutes', value: `${a.minutes} and ${b.minutes}` },
          {
            label: 'Mean difficulty',
            value: `${writeDifficulty(a)} and ${writeDifficulty(b)}`,
            detail: '1 easy, 3 hard',
          },
          {
            label: 'Asked in both',
            value: inCommon === null ? 'Too few to say' : `${Math.round(inCommon * 100)} %`,
            detail: `${shared.length} of ${a.questions + b.questions - shared.length}`,
          },
        ]}
      />
      {warnings.length > 0 ? (
        <Section title="What candidates could tell each other" aside={warnings.length}>
          <ul className="grid max-w-measure gap-1.5 text-dense">
            {warnings.map(({ id, words }) => (
              <li key={id}>
                {words}{' '}
                {mayEdit ? (
                  <TextLink to={paths.editPanel(panelId, { form: 'B', swap: id })}>Swap it</TextLink>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title="What differs" aside={differences.length}>
        {differences.length === 0 ? (
          <p className="text-dense text-ink-2">
            Nothing but the questions: each interview has the same number of easy and hard ones, the same
            minutes, and every competency is rated as often.
          </p>
        ) : (
          <ul className="grid max-w-measure gap-1 text-dense">
            {differences.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Interview by interview">
        <div className="grid gap-y-8">
          {interviews.map((interview) => (
            <FormPairs key={interview.id} interview={interview} />
          ))}
        </div>
      </Section>
    </>
  )
}

function writeDifficulty({ meanDifficulty }: FormFigures): string {
  return meanDifficulty === null ? 'none' : meanDifficulty.toFixed(1)
}

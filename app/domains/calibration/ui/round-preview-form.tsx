import { Form } from '@remix-run/react'
import { counted } from '#app/domains/panels/panel.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { DefaultSubmit } from '#app/ui/default-submit.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { KnownScale } from '#app/domains/calibration/past-rounds/import/rating-value.ts'
import type { RoundPreview } from '#app/domains/calibration/past-rounds/import/round-preview.ts'
import { leavesOpen, RoundOpenQuestions } from './round-open-questions.tsx'
import { ReadingFields, ScaleFields } from './round-reading-fields.tsx'

type RoundPreviewFormProps = {
  preview: RoundPreview
  scales: readonly KnownScale[]
  /** Rounds that came from the same file, with when. */
  earlier: readonly { id: string; name: string; at: string }[]
  /** What goes back with the form: the file and what was seen of it. */
  carried: Readonly<Record<'text' | 'fileName' | 'formKey' | 'seen', string>>
  /** Whether somebody has tried to import it. */
  isTried: boolean
  /** Of the form as a whole. */
  problem: string | undefined
}

/** What a file would give, everything that can be said about it, and the button that stores it. */
export function RoundPreviewForm(props: RoundPreviewFormProps) {
  const { preview, scales, earlier, carried, isTried, problem } = props
  const { counts, errors, settings, groups } = preview
  const open = Object.values(errors ?? {}).flatMap((messages) => messages ?? [])
  return (
    <Form method="post" encType="multipart/form-data" className="mt-5">
      <DefaultSubmit name="intent" value="look" />
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {isTried ? (
        <ErrorSummary
          errors={{ ...(problem === undefined ? {} : { '': [problem] }), ...errors }}
          title="Nothing is imported yet"
        />
      ) : null}
      <Facts
        facts={[
          { label: 'Candidates', value: counts.candidates },
          { label: 'Interviewers', value: counts.interviewers },
          { label: 'Competencies', value: counts.competencies },
          { label: 'Ratings', value: counts.ratings },
          { label: 'Without a rating', value: counts.missing, detail: 'cells' },
        ]}
      />
      {earlier.map(({ id, name, at }) => (
        <Note key={id} className="mt-3 max-w-measure" title="This file was imported before">
          <TextLink to={paths.comparison(id)}>{name}</TextLink>, {at}. Importing it again makes a second
          round.
        </Note>
      ))}
      {groups.length > 1 ? (
        <Note
          className="mt-3 max-w-measure"
          title={`${groups.length} groups of candidates share no interviewer`}
        >
          They have {groups.slice(0, 8).join(', ')}
          {groups.length > 8 ? '…' : ''} candidates. Scores are compared within a group only.
        </Note>
      ) : null}
      {leavesOpen(preview) ? (
        <Section title="What the file leaves open">
          <RoundOpenQuestions preview={preview} isTried={isTried} />
        </Section>
      ) : null}
      <Section title="How the file is read">
        <ReadingFields preview={preview} />
      </Section>
      <Section title="Scale">
        <ScaleFields preview={preview} scales={scales} />
      </Section>
      {preview.competencies.length > 0 ? (
        <Section title="Competencies" aside="weights count by how they stand to each other">
          <CompetencyFields preview={preview} />
        </Section>
      ) : null}
      <Section title="Import">
        <TextField
          name="name"
          label="Name of the round"
          className="max-w-130"
          defaultValue={settings.name}
          errors={errors}
        />
        {open.length > 0 ? (
          <Note className="mt-4 max-w-measure" title="Before it can be imported">
            <ul className="list-disc pl-4">
              {open.map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </Note>
        ) : null}
        <FormActions>
          <Button type="submit" variant={open.length > 0 ? 'primary' : undefined} name="intent" value="look">
            Look again
          </Button>
          {open.length > 0 ? null : (
            <Button type="submit" variant="primary" name="intent" value="import">
              Import {counted(counts.ratings, 'rating')}
            </Button>
          )}
          <LinkButton to={paths.pastRounds()}>Cancel</LinkButton>
        </FormActions>
        <p className="mt-2 max-w-measure text-dense text-ink-2">
          After a change above, look again before you import. The round is read only: it makes no candidate,
          no panel and no account.
        </p>
      </Section>
    </Form>
  )
}

function CompetencyFields({ preview }: { preview: RoundPreview }) {
  const { competencies, errors } = preview
  return (
    <ul className="border-y border-line">
      {competencies.map(({ name, ratings, weight, bar }, i) => (
        <li
          key={name}
          className="grid grid-cols-2 items-end gap-x-4 gap-y-1 border-b border-line py-2 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_8rem_8rem]"
        >
          <span className="col-span-2 self-center text-dense wrap-anywhere sm:col-span-1">
            <b>{name}</b> <span className="text-ink-2">{counted(ratings, 'rating')}</span>
          </span>
          <input type="hidden" name={`competency.${i}`} value={name} />
          <TextField
            name={`weight.${i}`}
            label={
              <>
                Weight<span className="sr-only"> of {name}</span>
              </>
            }
            inputMode="decimal"
            defaultValue={weight}
            errors={errors}
          />
          <TextField
            name={`bar.${i}`}
            label={
              <>
                Bar<span className="sr-only"> of {name}</span>
              </>
            }
            inputMode="decimal"
            placeholder="none"
            defaultValue={bar}
            errors={errors}
          />
        </li>
      ))}
    </ul>
  )
}

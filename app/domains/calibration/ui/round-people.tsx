import { paths } from '#app/paths.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EraseForm } from '#app/ui/erase-form.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import { FiguresTable } from '#app/ui/figures-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { RoundPage } from '#app/domains/calibration/past-rounds/round-page.ts'

type RoundPeopleProps = Pick<RoundPage, 'candidates' | 'interviewers'> & {
  roundId: string
  /** The candidate whose erasure is being asked for. */
  erase: string | null
  errors: FieldErrors
}

/** Who is in a round; a candidate can be erased from it. */
export function RoundPeople({ roundId, candidates, interviewers, erase, errors }: RoundPeopleProps) {
  const chosen = candidates.find((candidate) => candidate.id === erase && !candidate.isErased)
  return (
    <>
      <Section title="Candidates" aside={candidates.length}>
        {chosen ? (
          <div className="mb-4 max-w-measure border-l-3 border-red pl-3.5">
            <EraseForm
              name={chosen.name}
              intent="erase"
              label="Erase for good"
              values={{ candidateId: chosen.id }}
              errors={errors}
            >
              <p>
                The name and every note about this candidate are removed from the round; the ratings stay
                under a code, so that the figures do not change. This cannot be undone. The file itself, and
                backups made before now, still hold them.
              </p>
            </EraseForm>
          </div>
        ) : null}
        <FiguresTable
          caption="Candidates of the round"
          columns={['Candidate', 'Ratings', 'Erase']}
          rows={candidates.map(({ id, name, ratings, isErased }) => [
            name,
            ratings,
            isErased ? (
              <span key="erase" className="text-ink-2">
                erased
              </span>
            ) : (
              <TextLink key="erase" to={paths.pastRound(roundId, { erase: id })}>
                Erase<span className="sr-only"> {name}</span>
              </TextLink>
            ),
          ])}
        />
      </Section>
      <Section title="Interviewers" aside={interviewers.length}>
        <FiguresTable
          caption="Interviewers of the round"
          columns={['Interviewer', 'Ratings']}
          rows={interviewers.map(({ name, ratings }) => [name, ratings])}
        />
      </Section>
    </>
  )
}

/** Deleting stands at the end of the page, folded. */
export function DeleteRound({ name, errors }: { name: string; errors: FieldErrors }) {
  return (
    <div className="mt-10 max-w-measure border-t border-line pt-3 print:hidden">
      <Disclosure title="Delete this round" isOpen={errors !== undefined && errors !== null}>
        <EraseForm name={name} intent="delete" label="Delete for good" errors={errors}>
          <p>
            The round with all its names, ratings and notes is removed. This cannot be undone; importing the
            file again makes a new round. Backups made before now still hold it.
          </p>
        </EraseForm>
      </Disclosure>
    </div>
  )
}

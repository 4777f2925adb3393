import { Form } from '@remix-run/react'
import { ShadowTag } from '#app/domains/scorecards/ui/shadow-tag.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { SessionPage } from '../session-page.ts'
import { ReaderWarnings } from './reader-warnings.tsx'

/** Who interviews or sits in as a shadow, with what an organiser may change. */
export function SessionPeople({
  session,
  checkedIn,
}: {
  session: SessionPage
  /** When people checked in, in words, by their id. */
  checkedIn: Readonly<Record<string, string>>
}) {
  const { people, may, available, readers, sessionId, status } = session
  const mayChange = may.schedule && status === 'planned'
  const replaceable = people.filter(
    (person) => !person.isRemoved && !person.isGuest && person.isHandedIn === false,
  )
  return (
    <>
      <ul className="grid">
        {people.map((person) => (
          <li
            key={person.userId}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-2"
          >
            <div className="min-w-0 flex-1 basis-48">
              <p className="flex flex-wrap items-baseline gap-x-2 font-semibold wrap-anywhere">
                {person.name}
                {person.isShadow ? <ShadowTag /> : null}
              </p>
              <p className="text-dense text-ink-2">{standingOf(person, checkedIn[person.userId])}</p>
            </div>
            {may.transcribe && !person.isRemoved && person.isHandedIn === false ? (
              <div className="grid gap-y-1">
                <TextLink to={paths.transcribeScorecard(sessionId, person.userId)}>
                  Type in the paper card of {person.name}
                </TextLink>
                <TextLink to={paths.print('form-for', sessionId, { interviewerId: person.userId })}>
                  Form for {person.name} to fill offline
                </TextLink>
              </div>
            ) : null}
            {mayChange && !person.isRemoved && person.isHandedIn === false ? (
              <div className="flex flex-wrap gap-2">
                <SetSeat person={person} />
                {person.isGuest ? null : (
                  <Form method="post">
                    <input type="hidden" name="intent" value="interviewers" />
                    <input type="hidden" name="removeId" value={person.userId} />
                    <Button type="submit" size="small" aria-label={`Take ${person.name} out`}>
                      Take out
                    </Button>
                  </Form>
                )}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {people.length === 0 ? <p className="text-ink-2">Nobody yet.</p> : null}
      {mayChange && available.length > 0 ? (
        <>
          <Form method="post" className="mt-3 flex flex-wrap items-end gap-2">
            <input type="hidden" name="intent" value="interviewers" />
            <SelectField
              name="addId"
              label="Add somebody"
              options={available.map(({ id, name }) => ({
                value: id,
                label: readers.some((reader) => reader.userId === id) ? `${name} (will be marked)` : name,
              }))}
            />
            <SelectField name="seat" label="Seat" options={seatOptions} />
            {replaceable.length > 0 ? (
              <SelectField
                name="removeId"
                label="Instead of"
                placeholder="Nobody"
                options={replaceable.map((person) => ({ value: person.userId, label: person.name }))}
              />
            ) : null}
            <Button type="submit">Add</Button>
          </Form>
          <ReaderWarnings readers={readers} />
        </>
      ) : null}
    </>
  )
}

const seatOptions = [
  { value: 'interviewer', label: 'Interviewer' },
  { value: 'shadow', label: 'Shadow, not counted' },
]

function SetSeat({ person }: { person: SessionPage['people'][number] }) {
  const words = person.isShadow ? 'Make interviewer' : 'Make shadow'
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="seat" />
      <input type="hidden" name="personId" value={person.userId} />
      <input type="hidden" name="seat" value={person.isShadow ? 'interviewer' : 'shadow'} />
      <Button type="submit" size="small" aria-label={`${words}: ${person.name}`}>
        {words}
      </Button>
    </Form>
  )
}

function standingOf(person: SessionPage['people'][number], checkedIn: string | undefined): string {
  if (person.isRemoved) return 'Taken out; what they wrote stays theirs'
  const card =
    person.isHandedIn === null
      ? person.isShadow
        ? 'Sits in to learn'
        : 'Interviewer'
      : person.isHandedIn
        ? 'Scorecard handed in'
        : 'Scorecard not handed in'
  return checkedIn === undefined ? card : `${card}, ${checkedIn}`
}

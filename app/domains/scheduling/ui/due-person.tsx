import { Form } from '@remix-run/react'
import { Mail } from 'lucide-react'
import type { DuePersonRow, DueRow } from '#app/domains/scheduling/due/due-page.ts'
import { ShadowTag } from '#app/domains/scorecards/ui/shadow-tag.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { CopyReminder } from './copy-reminder.tsx'

type DuePersonProps = { person: DuePersonRow; sendsMail: boolean }

/** One person with the scorecards they owe, and the ways to remind them of all of them. */
export function DuePerson({ person, sendsMail }: DuePersonProps) {
  const { personId, name, rows, owed, reminded, mail, text } = person
  return (
    <Section title={name} aside={owed === 1 ? 'owes 1 scorecard' : `owes ${owed} scorecards`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <CopyReminder
          about={name}
          text={text}
          personId={personId}
          label={owed > 1 ? 'Copy reminder of all' : undefined}
        />
        {sendsMail && mail === 'may' ? (
          <Form method="post">
            <input type="hidden" name="personId" value={personId} />
            <Button type="submit" name="intent" value="send" aria-label={`Send reminder to ${name}`}>
              <Mail aria-hidden />
              Send reminder
            </Button>
          </Form>
        ) : null}
        <p className="text-dense text-ink-2">
          {reminded ? (
            <>
              Last reminded <Moment when={reminded} />
            </>
          ) : (
            'Not reminded yet'
          )}
          {sendsMail ? mailWords[mail] : null}
        </p>
      </div>
      {person.isClosed ? (
        <p className="mt-1 text-dense font-semibold text-amber">
          This account is closed. Take {name} out of the session, so that nobody waits for the scorecard.
        </p>
      ) : null}
      <ul className="mt-1">
        {rows.map((row) => (
          <DueLine key={row.sessionId} row={row} name={name} isOnly={owed === 1} />
        ))}
      </ul>
    </Section>
  )
}

const mailWords: Record<DuePersonRow['mail'], string> = {
  may: '',
  guest: '. A guest has no address here: copy the reminder.',
  closed: '',
  'too-soon': '. A mail can go out an hour after the last reminder.',
  'nothing-owed': '',
}

const stateWords: Record<DueRow['state'], string> = { 'not-begun': 'Not begun', draft: 'Draft' }

function DueLine({ row, name, isOnly }: { row: DueRow; name: string; isOnly: boolean }) {
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-line py-2.5 text-dense last:border-b-0 sm:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(12rem,auto)] sm:items-start">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2 text-body font-semibold wrap-anywhere">
          <TextLink look="plain" to={paths.session(row.sessionId)}>
            {row.candidateName}
          </TextLink>
          {row.seat === 'shadow' ? <ShadowTag /> : null}
        </p>
        <p className="text-ink-2">
          {row.interview}, {row.panelName}
        </p>
        <p className="text-ink-2">
          Held <Moment when={row.held} />
        </p>
      </div>
      <div>
        {row.late === null ? (
          <StatusTag status="due" label={`Due ${row.due.text}`} />
        ) : (
          <span title={`Due ${row.due.exact}`}>
            <StatusTag status="late" label={row.late} />
          </span>
        )}
        <p className="text-ink-2">{stateWords[row.state]}</p>
        {row.reminded ? (
          <p className="text-ink-2">
            Reminded <Moment when={row.reminded} />
          </p>
        ) : null}
      </div>
      {isOnly ? null : (
        <CopyReminder
          about={`${name}, ${row.candidateName}`}
          text={row.text}
          personId={row.personId}
          sessionId={row.sessionId}
          size="small"
        />
      )}
    </li>
  )
}

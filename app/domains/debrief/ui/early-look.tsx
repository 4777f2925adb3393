import { Form } from '@remix-run/react'
import { Lock } from 'lucide-react'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Note } from '#app/ui/note.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { ApplicationPage } from '../application-page.ts'
import { explainWaiting } from '../waiting.ts'

type EarlyLookProps = {
  page: Pick<ApplicationPage, 'waiting' | 'mayOverride' | 'overrides'>
  errors: string[] | undefined
  reason: string | undefined
}

/** What is waiting and why; for planners the way to look before the rule lets them, with a reason that all see. */
export function EarlyLook({ page, errors, reason }: EarlyLookProps) {
  const { waiting, mayOverride, overrides } = page
  return (
    <div className="mt-4 grid gap-3">
      {waiting ? (
        <Note tone="calm" icon={Lock} title={explainWaiting(waiting)}>
          Everybody rates for themselves first, so that nobody’s view colours another’s.
        </Note>
      ) : null}
      {mayOverride ? (
        <Disclosure title="See the submitted scorecards early" isOpen={errors !== undefined}>
          <Form method="post" className="grid max-w-130 justify-items-start gap-3">
            <TextAreaField
              name="reason"
              label="Why do you need to read them now?"
              description="Your name and this reason are recorded and shown on this page."
              rows={2}
              required
              minLength={10}
              maxLength={1000}
              defaultValue={reason}
              errors={{ reason: errors ?? [] }}
              className="w-full"
            />
            <Button type="submit">See them early</Button>
          </Form>
        </Disclosure>
      ) : null}
      {overrides.map((entry) => (
        <Note key={`${entry.userName} ${entry.atMs}`} title={`${entry.userName} looked at scorecards early.`}>
          {entry.reason}
        </Note>
      ))}
    </div>
  )
}

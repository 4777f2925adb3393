import { Form } from '@remix-run/react'
import type { When } from '#app/lib/dates.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Moment } from '#app/ui/moment.tsx'
import type { GuestView } from '#app/domains/scheduling/guests/guest.ts'

export type ListedGuest = GuestView & { ends: When }

type SessionGuestsProps = { sessionId: string; isPlanned: boolean; guests: readonly ListedGuest[] }

/** The guests of a session and where their access stands, with what an organiser may change. */
export function SessionGuests({ sessionId, isPlanned, guests }: SessionGuestsProps) {
  return (
    <>
      <h3 className="mt-6 font-semibold">Guests</h3>
      {guests.length === 0 ? (
        <p className="max-w-measure text-dense text-ink-2">
          Somebody without an account can fill a scorecard of this one session, by a code that ends.
        </p>
      ) : (
        <ul className="grid">
          {guests.map((guest) => (
            <li
              key={guest.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-2"
            >
              <div className="min-w-0 flex-1 basis-48">
                <p className="font-semibold wrap-anywhere">{guest.name}</p>
                <p className="text-dense text-ink-2">
                  <Standing guest={guest} />
                </p>
              </div>
              <div className="flex flex-wrap gap-2">
                {isPlanned ? (
                  <GuestButton sessionId={sessionId} guest={guest} intent="renew" label="New code" />
                ) : null}
                {guest.state === 'revoked' || (guest.state === 'expired' && guest.isHandedIn) ? null : (
                  <GuestButton sessionId={sessionId} guest={guest} intent="revoke" label="Revoke" />
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {isPlanned ? (
        <div className="mt-3">
          <LinkButton to={paths.sessionGuests(sessionId)}>Invite a guest</LinkButton>
        </div>
      ) : null}
    </>
  )
}

function Standing({ guest }: { guest: ListedGuest }) {
  switch (guest.state) {
    case 'unopened':
      return (
        <>
          Not yet opened; works until <Moment when={guest.ends} />
        </>
      )
    case 'accepted':
      return (
        <>
          Accepted; works until <Moment when={guest.ends} />
        </>
      )
    case 'expired':
      return (
        <>
          Expired <Moment when={guest.ends} />
        </>
      )
    case 'revoked':
      return guest.isHandedIn ? 'Revoked; the scorecard stays' : 'Revoked; owes no scorecard'
  }
}

type GuestButtonProps = {
  sessionId: string
  guest: ListedGuest
  intent: 'renew' | 'revoke'
  label: string
}

function GuestButton({ sessionId, guest, intent, label }: GuestButtonProps) {
  return (
    <Form method="post" action={paths.sessionGuests(sessionId)}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="guestId" value={guest.id} />
      <Button type="submit" size="small" aria-label={`${label}: ${guest.name}`}>
        {label}
      </Button>
    </Form>
  )
}

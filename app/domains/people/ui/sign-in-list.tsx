import { Form } from '@remix-run/react'
import type { FormEvent } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Pill } from '#app/ui/pill.tsx'

type SignInLine = { id: string; device: string; since: string; lastSeen: string; isThisOne: boolean }

type SignInListProps = {
  signIns: readonly SignInLine[]
  /** What is to happen before this browser is signed out, too; may hold the form back. */
  onSignOut: (event: FormEvent<HTMLFormElement>) => void
}

/** The browsers somebody is signed in with, each with a button that ends it. */
export function SignInList({ signIns, onSignOut }: SignInListProps) {
  return (
    <>
      <ul className="max-w-180">
        {signIns.map((item) => (
          <li
            key={item.id}
            className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-2 text-dense"
          >
            <div>
              <p className="font-semibold">
                {item.device} {item.isThisOne ? <Pill tone="calm">This one</Pill> : null}
              </p>
              <p className="text-ink-2">
                Signed in {item.since}, last seen {item.lastSeen}
              </p>
            </div>
            {item.isThisOne ? null : (
              <Form method="post">
                <input type="hidden" name="signIn" value={item.id} />
                <Button
                  type="submit"
                  name="intent"
                  value="revoke"
                  size="small"
                  aria-label={`Sign out ${item.device}, signed in ${item.since}`}
                >
                  Sign out
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Form method="post" onSubmit={onSignOut} className="mt-4 grid justify-items-start gap-2">
        <p className="text-dense text-ink-2">Ends all of them, this one too.</p>
        <Button type="submit" name="intent" value="everywhere" variant="danger">
          Sign out everywhere
        </Button>
      </Form>
    </>
  )
}

import { Form } from '@remix-run/react'
import { accessWords } from '#app/domains/people/access-words.ts'
import type { Access } from '#app/domains/people/access.ts'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'

type OpenInvitation = {
  id: string
  email: string | null
  access: Access
  invitedByName: string
  endsIn: string
  mayRevoke: boolean
}

/** Who was invited and has not come yet. */
export function OpenInvitations({ invitations }: { invitations: readonly OpenInvitation[] }) {
  if (invitations.length === 0) return null
  return (
    <Section title="Open invitations" aside={invitations.length}>
      <ul className="max-w-180">
        {invitations.map((item) => (
          <li
            key={item.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-2.5 last:border-0"
          >
            <div className="min-w-0 text-dense">
              <p className="font-semibold wrap-anywhere">{item.email}</p>
              <p className="text-ink-2">
                {accessWords[item.access].name}, invited by {item.invitedByName}; the link works for{' '}
                {item.endsIn}
              </p>
            </div>
            {item.mayRevoke ? (
              <Form method="post">
                <input type="hidden" name="invitation" value={item.id} />
                <Button type="submit" size="small" aria-label={`Take back the invitation of ${item.email}`}>
                  Take back
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

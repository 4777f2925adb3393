import { Form } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import type { NearDuplicate } from '#app/domains/question-bank/near-duplicates/near-duplicate.ts'

type VerdictFormProps = {
  pair: NearDuplicate
  /** The question on whose page the form stands; the answer leads back to it. */
  from?: string | undefined
}

/** Says whether two questions ask the same, or takes back what was said. */
export function VerdictForm({ pair, from }: VerdictFormProps) {
  const { a, b, decision } = pair
  const both = `“${a.title}” and “${b.title}”`
  return (
    <Form method="post" action={paths.nearDuplicates()} preventScrollReset className="flex flex-wrap gap-2">
      <input type="hidden" name="aId" value={a.id} />
      <input type="hidden" name="bId" value={b.id} />
      {from ? <input type="hidden" name="from" value={from} /> : null}
      {decision ? (
        <Button
          type="submit"
          name="verdict"
          value="none"
          size="small"
          aria-label={`Take back what was said of ${both}`}
        >
          Take it back
        </Button>
      ) : (
        <>
          <Button
            type="submit"
            name="verdict"
            value="same"
            size="small"
            aria-label={`They ask the same: ${both}`}
          >
            They ask the same
          </Button>
          <Button
            type="submit"
            name="verdict"
            value="different"
            size="small"
            aria-label={`They differ: ${both}`}
          >
            They differ
          </Button>
        </>
      )}
    </Form>
  )
}

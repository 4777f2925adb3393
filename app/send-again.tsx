import { paths } from './paths.ts'
import { Button } from '#app/ui/button.tsx'

type Kept = readonly (readonly [name: string, value: string])[]

/** What was typed into a form that arrived without a sign-in, as the answer carries it. */
export function keptOf(data: unknown): Kept {
  if (typeof data !== 'object' || data === null || !('kept' in data) || !Array.isArray(data.kept)) return []
  return data.kept.filter(isEntry)
}

function isEntry(entry: unknown): entry is [string, string] {
  return Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string')
}

/** The form once more, out of sight, to be sent again after signing in. Works without scripts. */
export function SendAgain({ action, kept }: { action: string; kept: Kept }) {
  return (
    <form method="post" action={action} className="mt-4 grid justify-items-start gap-3">
      {kept.map(([name, value], i) => (
        <input key={i} type="hidden" name={name} value={value} />
      ))}
      <p>
        <a href={paths.signIn()} target="_blank" rel="noopener" className="text-accent underline">
          Sign in in a new tab
        </a>
        , come back to this page, and send it again.
      </p>
      <Button type="submit" variant="primary">
        Send what I typed again
      </Button>
    </form>
  )
}

import { CircleCheck } from 'lucide-react'
import { fieldId } from '#app/ui/field-errors.ts'
import type { LiveDraft } from './use-live-draft.ts'

const behindWords = {
  'signed-out': 'You are signed out. What you typed is kept in this tab: sign in in another one, then save.',
  'no-answer': 'The server does not answer, so this list may be behind what you typed.',
}

/** What a draft still lacks, each with a link to its field. */
export function MissingPanel({ missing, behind }: Pick<LiveDraft, 'missing' | 'behind'>) {
  return (
    <div>
      <p role="status" className="text-dense text-ink-2">
        {missing.length === 0 ? (
          <span className="inline-flex items-center gap-1.5 font-semibold text-ink">
            <CircleCheck aria-hidden />
            Nothing. It can go into the bank.
          </span>
        ) : (
          `${missing.length} ${missing.length === 1 ? 'thing' : 'things'} to do before it can go into the bank.`
        )}
      </p>
      {behind ? <p className="mt-1 text-dense font-semibold text-amber">{behindWords[behind]}</p> : null}
      <ul className="mt-2 grid gap-0.5 text-dense">
        {missing.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a
              href={`#${fieldId(field)}`}
              onClick={showField}
              className="inline-block min-h-6 text-accent underline decoration-1 underline-offset-3 hover:decoration-2"
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Goes to a field and into it, also when it is folded away. */
function showField(event: React.MouseEvent<HTMLAnchorElement>) {
  const target = document.getElementById(event.currentTarget.hash.slice(1))
  if (!target) return
  event.preventDefault()
  for (
    let folded = target.closest('details');
    folded;
    folded = folded.parentElement?.closest('details') ?? null
  )
    folded.open = true
  target.focus()
}

import { useSearchParams, useSubmit } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { DoneToast } from '#app/ui/done-toast.tsx'
import {
  readVerdictDone,
  verdictDoneWords,
  writeVerdictDone,
} from '#app/domains/question-bank/near-duplicates/verdict-done.ts'

/** Tells what was said about two questions, and takes it back. `from` is the question whose page shows it. */
export function VerdictToast({ from }: { from?: string | undefined }) {
  const [params] = useSearchParams()
  const submit = useSubmit()
  const done = readVerdictDone(params.get('done'))
  if (!done) return null
  const key = writeVerdictDone(done)
  const back = { aId: done.aId, bId: done.bId, verdict: done.before, ...(from ? { from } : {}) }
  return (
    <DoneToast
      words={{ [key]: verdictDoneWords[done.verdict] }}
      undo={{ [key]: () => submit(back, { method: 'post', action: paths.nearDuplicates() }) }}
    />
  )
}

import { useSubmit } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { DoneToast } from '#app/ui/done-toast.tsx'

/** Says that a round was imported, and takes it back on demand. */
export function ImportedToast({ roundId }: { roundId: string }) {
  const submit = useSubmit()
  return (
    <DoneToast
      words={{ imported: 'The round is imported.' }}
      undo={{
        imported: () => submit({ intent: 'undo' }, { method: 'post', action: paths.pastRound(roundId) }),
      }}
    />
  )
}

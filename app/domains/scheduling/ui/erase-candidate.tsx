import { Disclosure } from '#app/ui/disclosure.tsx'
import { EraseForm } from '#app/ui/erase-form.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'

/** Erasure stands at the end of the page, folded, with what goes and what stays. */
export function EraseCandidate(props: {
  name: string
  /** The day when the last backup that holds the candidate is deleted; null when there are no backups. */
  goneOn: string | null
  errors: FieldErrors
}) {
  const { name, goneOn, errors } = props
  return (
    <div className="mt-10 max-w-measure border-t border-line pt-3 print:hidden">
      <Disclosure title="Erase this candidate" isOpen={errors !== undefined && errors !== null}>
        <EraseForm name={name} intent="erase" label="Erase for good" errors={errors}>
          <p>
            The name, the e-mail address, the code, every note, summary and ticked signal, and every earlier
            version of them are removed. Ratings and recommendations stay without a name, so that the panel’s
            figures do not change; the audit log keeps its hashes. This cannot be undone.
          </p>
          <p className="mt-2">
            {goneOn === null
              ? null
              : `Backups made before now still hold it; Panelist deletes the last of them on ${goneOn}, if it keeps running. `}
            Printed kits and copies of backups in other places are yours to destroy.
          </p>
        </EraseForm>
      </Disclosure>
    </div>
  )
}

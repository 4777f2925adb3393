import { Disclosure } from '#app/ui/disclosure.tsx'
import { EraseForm } from '#app/ui/erase-form.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'

/** Erasure stands at the end of the page, folded, with what goes and what stays. */
export function EraseCandidate({ name, errors }: { name: string; errors: FieldErrors }) {
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
            Backups and printed kits made before today still hold what is erased here: delete them, or let
            them age out as your retention plan says. Panelist keeps no other copy.
          </p>
        </EraseForm>
      </Disclosure>
    </div>
  )
}

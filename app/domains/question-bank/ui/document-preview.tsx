import { Form, useNavigation } from '@remix-run/react'
import { useMemo, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import { Note } from '#app/ui/note.tsx'
import { SelectField, type Option } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { useIsHydrated } from '#app/ui/use-is-hydrated.ts'
import type { ImportPreview } from '#app/domains/question-bank/import/import-preview.ts'
import { documentWords } from '#app/domains/question-bank/import/layout-words.ts'
import { countPreview, previewWords } from '#app/domains/question-bank/import/preview-words.ts'
import { PreviewItem } from './preview-item.tsx'
import { PreviewPart } from './preview-part.tsx'

type DocumentPreviewProps = {
  preview: ImportPreview
  carried: { text: string; fileName: string; name: string; roleId: string }
  errors: FieldErrors
  formKey: string
  roles: readonly Option[]
  competencies: readonly Option[]
}

/** What a document holds, source and understanding side by side, as the form that imports it. */
export function DocumentPreview(props: DocumentPreviewProps) {
  const { preview, carried, errors, formKey, roles, competencies } = props
  const counts = countPreview(preview)
  const [taken, setTaken] = useState(counts.taken)
  const isHydrated = useIsHydrated()
  const isImporting = useNavigation().formData?.get('intent') === 'confirm'
  // The count changes with every tick; hundreds of rows must not be rendered again for it.
  const rows = useMemo(() => listRows({ preview, errors, competencies }), [preview, errors, competencies])
  return (
    <section aria-labelledby="preview" className="mt-6 border-t-[1.5px] border-rule pt-2.5">
      <h2 id="preview" className="text-head">
        {documentWords(preview.layout)}
      </h2>
      <p role="status" className="mt-1 max-w-measure">
        {previewWords(counts)}
      </p>
      <Form
        method="post"
        encType="multipart/form-data"
        onChange={(event) => setTaken(countTicked(event.currentTarget))}
      >
        <input type="hidden" name="intent" value="confirm" />
        <input type="hidden" name="formKey" value={formKey} />
        <input type="hidden" name="text" value={carried.text} />
        <input type="hidden" name="fileName" value={carried.fileName} />
        <div className="mt-4 grid max-w-160 gap-4 sm:grid-cols-2">
          <div className="sm:col-span-2 empty:hidden">
            <ErrorSummary errors={errors} title="Nothing was imported yet" />
          </div>
          <TextField
            name="name"
            label="Name of this import"
            defaultValue={carried.name}
            maxLength={120}
            errors={errors}
          />
          <SelectField
            name="roleId"
            label="Role that all are for (optional)"
            placeholder="Say it later, one by one"
            options={roles}
            defaultValue={carried.roleId}
            errors={errors}
          />
        </div>
        <ol className="mt-5 border-t border-line">{rows.shown}</ol>
        {rows.furniture.length > 0 ? (
          <div className="mt-3">
            <Disclosure title={`Furniture of the page that was left out: ${rows.furniture.length}`}>
              <ol className="border-t border-line">{rows.furniture}</ol>
            </Disclosure>
          </div>
        ) : null}
        {counts.items === 0 ? (
          <Note className="mt-4 max-w-measure">
            Nothing in it was recognised as a question. Take the parts that are one, above, or paste the
            questions with an empty line between them.
          </Note>
        ) : null}
        <div className="sticky bottom-0 z-10 mt-4 flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-rule bg-paper py-2.5 max-sm:bottom-15">
          <Button type="submit" variant="primary" disabled={isImporting}>
            {importWords(isHydrated ? taken : null, isImporting)}
          </Button>
          <span className="text-dense text-ink-2 max-sm:hidden">
            Each becomes a draft that you finish in the editor, with its source beside it.
          </span>
        </div>
      </Form>
    </section>
  )
}

function listRows({
  preview,
  errors,
  competencies,
}: Pick<DocumentPreviewProps, 'preview' | 'errors' | 'competencies'>) {
  const shown: React.ReactNode[] = []
  const furniture: React.ReactNode[] = []
  for (const row of preview.rows) {
    if (row.kind === 'item')
      shown.push(<PreviewItem key={row.key} row={row} errors={errors} competencies={competencies} />)
    else (row.isFurniture ? furniture : shown).push(<PreviewPart key={row.key} row={row} errors={errors} />)
  }
  return { shown, furniture }
}

function countTicked(form: HTMLFormElement): number {
  return form.querySelectorAll('input[type=checkbox]:checked').length
}

/** Before JavaScript runs nobody counts what is ticked. */
function importWords(taken: number | null, isImporting: boolean): string {
  if (isImporting) return 'Importing…'
  if (taken === null) return 'Import what is ticked'
  return taken === 1 ? 'Import 1 question' : `Import ${taken} questions`
}

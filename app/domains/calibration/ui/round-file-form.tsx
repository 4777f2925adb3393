import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import { FiguresTable } from '#app/ui/figures-table.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

const largestMegabytes = 5

/** Takes a file of ratings, or what was copied from a spreadsheet. */
export function RoundFileForm({ errors, text }: { errors: FieldErrors; text: string }) {
  return (
    <>
      <Form method="post" encType="multipart/form-data" className="mt-5 grid max-w-130 gap-5">
        <ErrorSummary errors={errors} title="This cannot be read yet" />
        <FileField
          name="file"
          label="File of ratings"
          description={`CSV as a spreadsheet saves it, with commas, semicolons or tabs; at most ${largestMegabytes} MB and 100,000 rows.`}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
          mostMegabytes={largestMegabytes}
          errors={errors}
        />
        <TextAreaField
          name="text"
          label="Or paste the cells"
          description="Copied from a spreadsheet with their headings. Not read when a file is chosen."
          rows={4}
          defaultValue={text}
          className="[&_textarea]:max-h-60"
          spellCheck={false}
          errors={errors}
        />
        <FormActions>
          <Button type="submit" variant="primary" name="intent" value="open">
            Look at the ratings
          </Button>
        </FormActions>
      </Form>
      <div className="mt-6">
        <Disclosure title="Layouts that can be read">
          <div className="grid gap-5">
            {examples.map(({ words, columns, rows }) => (
              <div key={words}>
                <p className="mb-1 text-dense">{words}</p>
                <FiguresTable caption={words} columns={columns} rows={rows} />
              </div>
            ))}
          </div>
        </Disclosure>
      </div>
    </>
  )
}

const examples = [
  {
    words: 'One rating in each row; a question and a note may stand beside it.',
    columns: ['Candidate', 'Interviewer', 'Competency', 'Rating', 'Note'],
    rows: [
      ['Ana', 'Bo', 'API design', '3', 'Named two limits'],
      ['Ana', 'Bo', 'Troubleshooting', 'Good', ''],
    ],
  },
  {
    words: 'One row for each candidate and interviewer, one column for each competency.',
    columns: ['Candidate', 'Interviewer', 'API design', 'Troubleshooting'],
    rows: [
      ['Ana', 'Bo', '3', '2'],
      ['Ana', 'Cy', '4', 'n/a'],
    ],
  },
  {
    words: 'One row for each candidate, one column for each competency of each interviewer.',
    columns: ['Candidate', 'API design / Bo', 'API design / Cy', 'Troubleshooting / Bo'],
    rows: [['Ana', '3', '4', '2']],
  },
]

import { Form } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { CheckedRow } from '../candidate-rows.ts'

type ImportPreviewProps = {
  rows: readonly CheckedRow[]
  panelId: string
  panelName: string | null
  formKey: string
}

const shownRows = 200

/** What an import would do, row by row; those with a problem come first. */
export function ImportPreview({ rows, panelId, panelName, formKey }: ImportPreviewProps) {
  const toAdd = rows.filter((row) => row.state === 'add')
  const skipped = rows.filter((row) => row.state === 'skip').length
  const broken = rows.filter((row) => row.state === 'error').length
  const ordered = ['error', 'skip', 'add'].flatMap((state) => rows.filter((row) => row.state === state))
  return (
    <section aria-labelledby="preview" className="mt-8 border-t-[1.5px] border-rule pt-2.5">
      <h2 id="preview" className="text-head">
        What the import will do
      </h2>
      <p role="status" className="mt-1">
        <b>{toAdd.length}</b> to add{panelName ? ` and put on ${panelName}` : ''}, <b>{skipped}</b> already
        there, <b>{broken}</b> with a problem.
      </p>
      {broken > 0 ? (
        <Note title="Lines with a problem are left out" className="mt-2 max-w-measure">
          Import the others now and the mended lines later, or mend the file and choose it again: whoever is
          there already is skipped.
        </Note>
      ) : null}
      <div role="region" aria-label="Lines of the file" tabIndex={0} className="mt-3 max-h-120 overflow-auto">
        <table className="w-full min-w-140 text-left text-dense">
          <thead>
            <tr className="text-label text-ink-2">
              {['Line', 'Name', 'What happens', 'E-mail', 'Code', 'CV link'].map((head) => (
                <th
                  key={head}
                  scope="col"
                  className="sticky top-0 border-b border-rule bg-paper py-1 pr-3 font-normal"
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ordered.slice(0, shownRows).map((row) => (
              <tr key={row.line} className="align-top">
                <td className="border-b border-line py-1.5 pr-3 tabular-nums">{row.line}</td>
                <th scope="row" className="border-b border-line py-1.5 pr-3 font-normal wrap-anywhere">
                  {row.name || <span className="text-ink-2">None</span>}
                </th>
                <td className="border-b border-line py-1.5 pr-3">
                  <RowState row={row} />
                </td>
                <td className="border-b border-line py-1.5 pr-3 wrap-break-word">{row.email}</td>
                <td className="border-b border-line py-1.5 pr-3">{row.code || <RowCode row={row} />}</td>
                <td className="max-w-60 border-b border-line py-1.5 pr-3 wrap-anywhere">{row.cvUrl}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {ordered.length > shownRows ? (
        <p className="mt-2 text-dense text-ink-2">
          The first {shownRows} of {ordered.length} lines; problems come first.
        </p>
      ) : null}
      <Form method="post" encType="multipart/form-data">
        <input type="hidden" name="formKey" value={formKey} />
        <input type="hidden" name="panelId" value={panelId} />
        <input type="hidden" name="rows" value={JSON.stringify(toAdd.map(toPosted))} />
        <FormActions>
          {toAdd.length > 0 ? (
            <Button type="submit" variant="primary" name="intent" value="confirm">
              Add {toAdd.length === 1 ? '1 candidate' : `${toAdd.length} candidates`}
            </Button>
          ) : null}
          <LinkButton to={paths.candidates()}>
            {toAdd.length > 0 ? 'Cancel' : 'Back to the candidates'}
          </LinkButton>
        </FormActions>
      </Form>
    </section>
  )
}

function toPosted({ line, name, email, code, cvUrl }: CheckedRow) {
  return { line, name, email, code, cvUrl }
}

function RowCode({ row }: { row: CheckedRow }) {
  return row.state === 'add' ? <span className="text-ink-2">made for them</span> : null
}

function RowState({ row }: { row: CheckedRow }) {
  switch (row.state) {
    case 'error':
      return <StatusTag status="blocked" label={row.words} />
    case 'skip':
      return <span className="text-ink-2">Skipped. {row.words}</span>
    case 'add':
      return <span>Added. {row.words}</span>
  }
}

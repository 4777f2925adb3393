import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { batchIdSchema } from '#app/domains/question-bank/bank-files/bank-file.schema.ts'
import { layoutWords } from '#app/domains/question-bank/batch-words.ts'
import { getImport, undoImport } from '#app/domains/question-bank/batches.server.ts'
import { BroughtList } from '#app/domains/question-bank/ui/brought-list.tsx'
import { ImportedList } from '#app/domains/question-bank/ui/imported-list.tsx'
import { formatPrinted } from '#app/lib/dates.ts'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { DoneToast } from '#app/ui/done-toast.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pill } from '#app/ui/pill.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { rule: 'bank.import' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.batch.name ?? 'Import'} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { batch, brought, items } = unwrap(getImport(ctx, parseOr404(batchIdSchema, args.params).batchId))
  return { batch, brought, items, at: formatPrinted(batch.createdAtMs, zoneOf(args.request)) }
}

export function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { batchId } = parseOr404(batchIdSchema, args.params)
  unwrap(undoImport(ctx, batchId))
  return redirect(`${paths.importBatch(batchId)}?done=undone`)
}

export default function Import() {
  const { batch, brought, items, at } = useLoaderData<typeof loader>()
  const isUndone = batch.undoneAtMs !== null
  const left = items.filter((item) => item.state === 'draft' || item.state === 'edited').length
  const shown = isUndone ? items.filter((item) => item.state !== 'gone') : items
  const isEmpty = brought.length === 0 && shown.length === 0
  return (
    <>
      <DoneToast
        words={{
          loaded: 'The files are loaded.',
          imported: 'The questions are imported.',
          undone: 'The import is undone.',
        }}
      />
      <PageHead
        title={batch.name}
        crumbs={[
          { to: paths.questions(), label: 'Questions' },
          { to: paths.imports(), label: 'Imports' },
        ]}
        status={isUndone ? <Pill>Undone</Pill> : undefined}
        lead={`${layoutWords(batch.layout)}, by ${batch.createdByName}, ${at}.`}
        actions={
          isUndone || isEmpty ? undefined : (
            <Form method="post">
              <Button type="submit">Undo this import</Button>
            </Form>
          )
        }
      />
      {shown.length > 0 ? (
        <Section
          title={isUndone ? 'What stayed of the document' : 'Questions of the document'}
          aside={left === 0 ? 'None left to finish' : `${left} of ${shown.length} to finish`}
        >
          <ImportedList items={shown} isUndone={isUndone} />
        </Section>
      ) : null}
      {brought.length > 0 || isEmpty ? (
        <Section
          title={isUndone ? 'What stayed in the bank' : 'What it put into the bank'}
          aside={String(brought.length)}
        >
          {brought.length > 0 ? (
            <BroughtList brought={brought} />
          ) : (
            <Note>
              {isUndone ? 'Nothing: all of it is gone.' : 'Nothing new: the bank held all of it already.'}
            </Note>
          )}
        </Section>
      ) : null}
    </>
  )
}

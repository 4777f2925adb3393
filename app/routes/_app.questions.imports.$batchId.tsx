import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { batchIdSchema } from '#app/domains/question-bank/bank-files/bank-file.schema.ts'
import { layoutWords } from '#app/domains/question-bank/batch-words.ts'
import { getImport, undoImport } from '#app/domains/question-bank/batches.server.ts'
import { BroughtList } from '#app/domains/question-bank/ui/brought-list.tsx'
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
  const { batch, brought } = unwrap(getImport(ctx, parseOr404(batchIdSchema, args.params).batchId))
  return { batch, brought, at: formatPrinted(batch.createdAtMs, zoneOf(args.request)) }
}

export function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { batchId } = parseOr404(batchIdSchema, args.params)
  unwrap(undoImport(ctx, batchId))
  return redirect(`${paths.importBatch(batchId)}?done=undone`)
}

export default function Import() {
  const { batch, brought, at } = useLoaderData<typeof loader>()
  const isUndone = batch.undoneAtMs !== null
  return (
    <>
      <DoneToast words={{ loaded: 'The files are loaded.', undone: 'The import is undone.' }} />
      <PageHead
        title={batch.name}
        crumbs={[
          { to: paths.questions(), label: 'Questions' },
          { to: paths.imports(), label: 'Imports' },
        ]}
        status={isUndone ? <Pill>Undone</Pill> : undefined}
        lead={`${layoutWords(batch.layout)}, by ${batch.createdByName}, ${at}.`}
        actions={
          isUndone || brought.length === 0 ? undefined : (
            <Form method="post">
              <Button type="submit">Undo this import</Button>
            </Form>
          )
        }
      />
      <Section title={isUndone ? 'What stayed' : 'What it brought'} aside={String(brought.length)}>
        {brought.length > 0 ? (
          <BroughtList brought={brought} />
        ) : (
          <Note>
            {isUndone ? 'Nothing: all of it is gone.' : 'Nothing new: the bank held all of it already.'}
          </Note>
        )}
      </Section>
    </>
  )
}

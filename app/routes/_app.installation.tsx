import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation, type MetaFunction } from '@remix-run/react'
import { backUpSchema } from '#app/domains/people/installation/installation.schema.ts'
import { BackupList } from '#app/domains/people/installation/ui/backup-list.tsx'
import { BackupState } from '#app/domains/people/installation/ui/backup-state.tsx'
import { Keeping } from '#app/domains/people/installation/ui/keeping.tsx'
import { backUpNow, getInstallation } from '#app/domains/people/installation/use-cases.server.ts'
import { formRefusal, parseForm, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Columns } from '#app/ui/columns.tsx'
import { DoneToast } from '#app/ui/done-toast.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { rule: 'installation.read' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Data and backups · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const view = unwrap(getInstallation(ctx, args.context.services, zoneOf(args.request)))
  return { view, formKey: newId() }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const form = await parseForm(args.request, backUpSchema)
  if (!form.ok) return formRefusal({ kind: 'invalid', errors: form.errors })
  const result = await backUpNow(ctx, args.context.services, form.value)
  if (!result.ok) return formRefusal(result.error)
  throw redirect(`${paths.installation()}?done=backed-up`)
}

export default function Installation() {
  const { view, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { state, formMethod } = useNavigation()
  const isMaking = state !== 'idle' && formMethod === 'POST'
  const { newest, backups } = view
  return (
    <>
      <DoneToast words={{ 'backed-up': 'A backup is made and checked.' }} />
      <PageHead
        title="Data and backups"
        lead={<span className="font-mono text-dense wrap-anywhere">{view.databaseFile}</span>}
        actions={
          <Form method="post" onSubmit={(event) => isMaking && event.preventDefault()}>
            <input type="hidden" name="formKey" value={formKey} />
            <Button type="submit" variant="primary" aria-disabled={isMaking || undefined}>
              {isMaking ? 'Backing up…' : 'Back up now'}
            </Button>
          </Form>
        }
      />
      <ErrorSummary errors={answer?.errors} title="No backup was made" />
      <BackupState {...view} failure={answer?.errors ? null : view.failure} />
      <Facts
        facts={[
          { label: 'Database', value: view.databaseSize },
          { label: 'Free on the disk', value: view.free },
          {
            label: 'Newest backup',
            value: newest ? newest.when.text : 'None yet',
            detail: newest ? 'checked when it was made' : null,
            isWide: true,
          },
          { label: 'All backups', value: view.backupsSize },
        ]}
      />
      <Columns layout="halves">
        <Section title="Backups" aside={backups.length}>
          {backups.length === 0 ? (
            <EmptyState title="No backups yet">
              {view.isDemo
                ? 'You can try it with Back up now.'
                : 'The first one is made a few minutes after the start, and then one every hour.'}
            </EmptyState>
          ) : (
            <BackupList backups={backups} />
          )}
        </Section>
        <Keeping view={view} />
      </Columns>
    </>
  )
}

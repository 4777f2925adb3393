import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { revokeInvitation } from '#app/domains/people/invite-use-cases.server.ts'
import { listPeople } from '#app/domains/people/people-use-cases.server.ts'
import { revokeInvitationSchema } from '#app/domains/people/person.schema.ts'
import { OpenInvitations } from '#app/domains/people/ui/open-invitations.tsx'
import { peopleColumns, peopleTableView } from '#app/domains/people/ui/people-columns.tsx'
import { formRefusal, parseForm, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { ChipLink } from '#app/ui/chip.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DoneToast } from '#app/ui/done-toast.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { toggleFilter } from '#app/ui/table-view.ts'
import { useAppTable } from '#app/ui/use-app-table.ts'
import { useTableView } from '#app/ui/use-table-view.ts'

export const handle = { rule: 'people.read' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'People · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  return unwrap(listPeople(requirePerson(args, handle.rule)))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const form = await parseForm(args.request, revokeInvitationSchema)
  if (!form.ok) return formRefusal({ kind: 'invalid', errors: form.errors })
  unwrap(revokeInvitation(ctx, form.value.invitation))
  throw redirect(`${paths.people()}?done=revoked`)
}

export default function People() {
  const { people, invitations, mayInvite } = useLoaderData<typeof loader>()
  const { view, setView, toView } = useTableView(peopleTableView)
  const table = useAppTable({
    data: people,
    columns: peopleColumns,
    getRowId: (person) => person.id,
    view,
    onViewChange: setView,
  })
  const levels = [...new Set(people.map((person) => person.access))].toSorted()
  const isOn = (value: string) =>
    view.filters.some(({ id, values }) => id === 'access' && values.includes(value))
  const shown = table.getRowModel().rows.length
  const invite = mayInvite ? (
    <LinkButton to={paths.invitePerson()} variant="primary">
      Invite somebody
    </LinkButton>
  ) : null
  return (
    <>
      <DoneToast words={{ revoked: 'The invitation is taken back; its link opens nothing any more.' }} />
      <PageHead title="People" actions={invite} />
      <form role="search" className="mt-4 flex flex-wrap items-center gap-2">
        <SearchField
          label="Search people"
          defaultValue={view.search}
          onSearch={(search) => setView({ ...view, search })}
        />
        {levels.length > 1
          ? levels.map((level) => (
              <ChipLink
                key={level}
                isOn={isOn(level)}
                count={people.filter((person) => person.access === level).length}
                to={toView(toggleFilter(view, 'access', level))}
              >
                {level}
              </ChipLink>
            ))
          : null}
        <p role="status" className="ml-auto text-dense text-ink-2">
          {shown === 1 ? '1 person' : `${shown} people`}
        </p>
      </form>
      <div className="mt-3">
        <DataTable
          table={table}
          caption="People"
          isCaptionHidden
          minWidth={640}
          empty={
            <EmptyState
              title="Nobody fits"
              action={<LinkButton to={paths.people()}>Show everybody</LinkButton>}
            >
              Take a filter away or search for another name or e-mail.
            </EmptyState>
          }
        />
      </div>
      <OpenInvitations invitations={invitations} />
    </>
  )
}

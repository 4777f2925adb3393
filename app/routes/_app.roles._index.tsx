import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, type MetaFunction } from '@remix-run/react'
import { definitionQuerySchema } from '#app/domains/question-bank/definitions/definition-form.schema.ts'
import { DefinitionTabs } from '#app/domains/question-bank/ui/definition-tabs.tsx'
import { listRoles } from '#app/domains/question-bank/use-cases.server.ts'
import { mayAny, parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { ChipLink } from '#app/ui/chip.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

export const handle = { rule: 'bank.read' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Roles · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const asked = parseOr404(definitionQuerySchema, Object.fromEntries(new URL(args.request.url).searchParams))
  const archived = unwrap(listRoles(ctx, 'archived'))
  const isArchived = asked.archived === '1'
  return {
    roles: isArchived ? archived : unwrap(listRoles(ctx)),
    isArchived,
    archivedCount: archived.length,
    mayDefine: mayAny(ctx, 'bank.define'),
  }
}

export default function Roles() {
  const { roles, isArchived, archivedCount, mayDefine } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="Roles"
        lead="What each job needs, how much each part weighs, and a panel to start from."
        actions={
          mayDefine ? (
            <LinkButton to={paths.newRole()} variant="primary">
              New role
            </LinkButton>
          ) : null
        }
      />
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <DefinitionTabs at="roles" />
        {archivedCount > 0 || isArchived ? (
          <ChipLink
            to={paths.roles(isArchived ? {} : { archived: '1' })}
            isOn={isArchived}
            count={archivedCount}
          >
            Archived
          </ChipLink>
        ) : null}
        <p role="status" className="text-dense text-ink-2">
          {roles.length === 1 ? '1 role' : `${roles.length} roles`}
        </p>
      </div>
      {roles.length === 0 ? (
        <div className="mt-4">
          <EmptyState
            level={2}
            title={isArchived ? 'Nothing is archived' : 'No role yet'}
            action={isArchived ? <LinkButton to={paths.roles()}>Show those in use</LinkButton> : null}
          >
            A role says what a job needs and which panel a new one starts from.
          </EmptyState>
        </div>
      ) : (
        <ul className="mt-4 border-t-[1.5px] border-rule">
          {roles.map(({ role, questions }) => {
            const gates = role.competencies.filter((entry) => entry.gate !== null).length
            const { interviews } = role.recommendedPanel
            const minutes = interviews.reduce((sum, interview) => sum + interview.minutes, 0)
            return (
              <li key={role.id} className="relative border-b border-line py-4 hover:bg-hover sm:px-2">
                <h2 className="flex flex-wrap items-center gap-x-2.5 text-head">
                  <Link to={paths.role(role.id)} className="after:absolute after:inset-0">
                    {role.name}
                  </Link>
                  {isArchived ? <StatusTag status="archived" /> : null}
                </h2>
                <p className="mt-0.5 max-w-[80ch]">{role.summary}</p>
                <p className="mt-1.5 flex flex-wrap gap-x-4 text-dense text-ink-2">
                  <span>
                    {role.competencies.length} competencies, {gates} of them must-haves
                  </span>
                  <span>{questions} questions</span>
                  <span>
                    recommended panel: {interviews.length} interviews, {minutes} min
                  </span>
                </p>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}

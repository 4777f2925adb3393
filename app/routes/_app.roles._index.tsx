import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, type MetaFunction } from '@remix-run/react'
import { listRoles } from '#app/domains/question-bank/use-cases.server.ts'
import { requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { PageHead } from '#app/ui/page-head.tsx'

export const handle = { rule: 'bank.read' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Roles · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  return unwrap(listRoles(requirePerson(args, handle.rule)))
}

export default function Roles() {
  const roles = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="Roles"
        lead="What each job needs, how much each part weighs, and a panel to start from."
      />
      <ul className="mt-5 border-t-[1.5px] border-rule">
        {roles.map(({ role, questions }) => {
          const gates = role.competencies.filter((entry) => entry.gate !== null).length
          const { interviews } = role.recommendedPanel
          const minutes = interviews.reduce((sum, interview) => sum + interview.minutes, 0)
          return (
            <li key={role.id} className="relative border-b border-line py-4 hover:bg-hover sm:px-2">
              <h2 className="text-head">
                <Link to={paths.role(role.id)} className="after:absolute after:inset-0">
                  {role.name}
                </Link>
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
    </>
  )
}

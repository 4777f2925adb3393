import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { bankIdSchema } from '#app/domains/question-bank/question-query.schema.ts'
import { RecommendedPanel } from '#app/domains/question-bank/ui/recommended-panel.tsx'
import { WeightList } from '#app/domains/question-bank/ui/weight-list.tsx'
import { getRole } from '#app/domains/question-bank/roles/read-role.server.ts'
import { mayAny, parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { rule: 'bank.read' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.role.name ?? 'Role'} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const detail = unwrap(getRole(ctx, parseOr404(bankIdSchema, args.params).id))
  return { ...detail, mayAssemble: mayAny(ctx, 'panel.create') }
}

export default function RolePage() {
  const { role, competencies, questions, questionCount, mayAssemble } = useLoaderData<typeof loader>()
  const names = new Map(competencies.map((item) => [item.id, item.name]))
  const { interviews } = role.recommendedPanel
  const minutes = interviews.reduce((sum, interview) => sum + interview.minutes, 0)
  return (
    <>
      <PageHead
        title={role.name}
        crumbs={[{ to: paths.roles(), label: 'Roles' }]}
        lead={role.summary}
        actions={
          mayAssemble ? (
            <LinkButton to={paths.newPanel({ role: role.id })} variant="primary">
              Assemble a panel
            </LinkButton>
          ) : null
        }
      />
      <Section title="What the job needs" aside="weights add up to 100">
        <WeightList entries={role.competencies} competencies={competencies} />
      </Section>
      <Section
        title="Recommended panel"
        aside={`${interviews.length} interviews, ${minutes} min of the candidate’s time`}
      >
        <RecommendedPanel interviews={interviews} questions={questions} names={names} />
        <p className="mt-4">
          <TextLink to={paths.questions({ role: role.id })}>
            All {questionCount} questions for this role
          </TextLink>
        </p>
      </Section>
    </>
  )
}

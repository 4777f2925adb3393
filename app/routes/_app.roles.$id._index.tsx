import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { Copy, Pencil } from 'lucide-react'
import { setDefinitionArchived } from '#app/domains/question-bank/definitions/archive-definition.server.ts'
import { archiveFormSchema } from '#app/domains/question-bank/definitions/definition-form.schema.ts'
import { getDefinitionVersions } from '#app/domains/question-bank/definitions/versions.server.ts'
import { bankIdSchema } from '#app/domains/question-bank/question-query.schema.ts'
import { getRole } from '#app/domains/question-bank/roles/read-role.server.ts'
import { ArchiveButton, ArchivedNote, DefinitionToast } from '#app/domains/question-bank/ui/archive-part.tsx'
import { PanelsOfRole } from '#app/domains/question-bank/ui/panels-of-role.tsx'
import { RecommendedPanel } from '#app/domains/question-bank/ui/recommended-panel.tsx'
import { WeightList } from '#app/domains/question-bank/ui/weight-list.tsx'
import { VersionList } from '#app/domains/question-bank/ui/version-list.tsx'
import { datedVersions } from '#app/domains/question-bank/versions/dated-versions.ts'
import { versionPair } from '#app/domains/question-bank/versions/version-items.ts'
import { formatWhen } from '#app/lib/dates.ts'
import {
  mayAny,
  parseOr404,
  readForm,
  requirePerson,
  unwrap,
  type RouteHandle,
} from '#app/lib/http.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { rule: 'bank.read' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.role.name ?? 'Role'} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { id } = parseOr404(bankIdSchema, args.params)
  const page = unwrap(getRole(ctx, id))
  const { view } = unwrap(getDefinitionVersions(ctx, { kind: 'role', id }))
  const as = { now: ctx.now, zone: zoneOf(args.request) }
  const { archived } = page
  return {
    ...page,
    versions: datedVersions(view.items, as),
    archived: archived && { by: archived.by, when: formatWhen(archived.atMs, as) },
    mayDefine: mayAny(ctx, 'bank.define'),
    mayAssemble: mayAny(ctx, 'panel.create') && !archived,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, 'bank.define')
  const { id } = parseOr404(bankIdSchema, args.params)
  const { intent } = parseOr404(archiveFormSchema, Object.fromEntries(await readForm(args.request)))
  const isArchived = intent === 'archive'
  unwrap(setDefinitionArchived(ctx, { kind: 'role', id, isArchived }))
  return redirect(`${paths.role(id)}?done=${isArchived ? 'archived' : 'brought-back'}`)
}

export default function RolePage() {
  const page = useLoaderData<typeof loader>()
  const { role, versions, archived, competencies, questions, questionCount, panels } = page
  const names = new Map(competencies.map((item) => [item.id, item.name]))
  const { interviews } = role.recommendedPanel
  const minutes = interviews.reduce((sum, interview) => sum + interview.minutes, 0)
  return (
    <>
      <DefinitionToast words={{ archived: 'Archived. No new panel is offered it.' }} />
      <PageHead
        title={role.name}
        crumbs={[{ to: paths.roles(), label: 'Roles' }]}
        status={archived ? <StatusTag status="archived" /> : null}
        lead={role.summary}
        actions={
          <>
            {page.mayDefine ? (
              <>
                {archived ? null : <ArchiveButton />}
                <LinkButton to={paths.newRole({ copy: role.id })} variant="quiet">
                  <Copy aria-hidden /> Copy
                </LinkButton>
                <LinkButton to={paths.editRole(role.id)}>
                  <Pencil aria-hidden /> Edit
                </LinkButton>
              </>
            ) : null}
            {page.mayAssemble ? (
              <LinkButton to={paths.newPanel({ role: role.id })} variant="primary">
                Assemble a panel
              </LinkButton>
            ) : null}
          </>
        }
      />
      {archived ? (
        <ArchivedNote archived={archived} mayBringBack={page.mayDefine}>
          <p>
            New panels are not offered it. Panels that exist, and questions written for it, stay as they are.
          </p>
        </ArchivedNote>
      ) : null}
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
      <PanelsOfRole panels={panels} />
      <Section title="Versions" aside={versions.length}>
        <VersionList
          versions={versions}
          toDifference={(version) => paths.roleVersions(role.id, versionPair(version))}
        />
      </Section>
    </>
  )
}

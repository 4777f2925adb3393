import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { Pencil } from 'lucide-react'
import { stillNamedWords } from '#app/domains/question-bank/competencies/competency-view.ts'
import { getCompetency } from '#app/domains/question-bank/competencies/use-cases.server.ts'
import { setDefinitionArchived } from '#app/domains/question-bank/definitions/archive-definition.server.ts'
import { archiveFormSchema } from '#app/domains/question-bank/definitions/definition-form.schema.ts'
import { getDefinitionVersions } from '#app/domains/question-bank/definitions/versions.server.ts'
import { bankIdSchema } from '#app/domains/question-bank/question-query.schema.ts'
import { ArchiveButton, ArchivedNote, DefinitionToast } from '#app/domains/question-bank/ui/archive-part.tsx'
import { CompetencyUses } from '#app/domains/question-bank/ui/competency-uses.tsx'
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

export const handle = { rule: 'bank.read' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.competency.name ?? 'Competency'} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { id } = parseOr404(bankIdSchema, args.params)
  const page = unwrap(getCompetency(ctx, id))
  const { view } = unwrap(getDefinitionVersions(ctx, { kind: 'competency', id }))
  const as = { now: ctx.now, zone: zoneOf(args.request) }
  const { archived } = page
  return {
    ...page,
    versions: datedVersions(view.items, as),
    archived: archived && { by: archived.by, when: formatWhen(archived.atMs, as) },
    mayDefine: mayAny(ctx, 'bank.define'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, 'bank.define')
  const { id } = parseOr404(bankIdSchema, args.params)
  const { intent } = parseOr404(archiveFormSchema, Object.fromEntries(await readForm(args.request)))
  const isArchived = intent === 'archive'
  unwrap(setDefinitionArchived(ctx, { kind: 'competency', id, isArchived }))
  return redirect(`${paths.competency(id)}?done=${isArchived ? 'archived' : 'brought-back'}`)
}

export default function CompetencyPage() {
  const { competency, versions, archived, roles, questions, mayDefine } = useLoaderData<typeof loader>()
  const { id, name, definition, looksLike } = competency
  const rated = questions.filter((question) => question.isRated).length
  const named = stillNamedWords(roles, rated, questions.length - rated)
  return (
    <>
      <DefinitionToast
        words={{ archived: named ? 'Archived. What names it keeps it.' : 'Archived. Nothing named it.' }}
      />
      <PageHead
        title={name}
        crumbs={[{ to: paths.competencies(), label: 'Competencies' }]}
        status={archived ? <StatusTag status="archived" /> : null}
        lead={definition}
        actions={
          mayDefine ? (
            <>
              {archived ? null : <ArchiveButton />}
              <LinkButton to={paths.editCompetency(id)} variant="primary">
                <Pencil aria-hidden /> Edit
              </LinkButton>
            </>
          ) : null
        }
      />
      {archived ? (
        <ArchivedNote archived={archived} mayBringBack={mayDefine}>
          <p>
            {named ? `${named} They keep it, and its weight goes on counting. ` : 'Nothing names it. '}
            It is offered for no new question, role or panel.
          </p>
        </ArchivedNote>
      ) : null}
      <Section title="What it looks like">
        <ul className="grid max-w-measure list-disc gap-1 pl-5">
          {looksLike.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <CompetencyUses competencyId={id} roles={roles} questions={questions} />
      <Section title="Versions" aside={versions.length}>
        <VersionList
          versions={versions}
          toDifference={(version) => paths.competencyVersions(id, versionPair(version))}
        />
      </Section>
    </>
  )
}

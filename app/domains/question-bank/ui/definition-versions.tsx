import type { DefinitionKind } from '#app/domains/question-bank/definitions/definition.ts'
import { paths } from '#app/paths.ts'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { VersionsPage, type DatedVersionsView } from './versions-page.tsx'

type DefinitionVersionsProps = {
  kind: DefinitionKind
  id: string
  name: string
  view: DatedVersionsView
  mayDefine: boolean
  errors: FieldErrors
}

const places = {
  competency: {
    all: { to: paths.competencies(), label: 'Competencies' },
    one: paths.competency,
    versions: paths.competencyVersions,
  },
  role: { all: { to: paths.roles(), label: 'Roles' }, one: paths.role, versions: paths.roleVersions },
}

/** The versions of a competency or a role, and the difference between two of them. */
export function DefinitionVersions({ kind, id, name, view, mayDefine, errors }: DefinitionVersionsProps) {
  const { all, one, versions } = places[kind]
  return (
    <>
      <PageHead
        title="Versions"
        crumbs={[all, { to: one(id), label: name }]}
        lead={`Every save of ${name}. Nothing that was said is lost, and an earlier version can be made current again.`}
      />
      <VersionsPage
        view={view}
        toPair={(from, to) => versions(id, { from: String(from), to: String(to) })}
        mayEdit={mayDefine}
        errors={errors}
      />
    </>
  )
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData, useNavigate, type MetaFunction } from '@remix-run/react'
import { pickCompetencies, weighedWords } from '#app/domains/question-bank/competencies/competency-view.ts'
import { listCompetencyItems } from '#app/domains/question-bank/competencies/use-cases.server.ts'
import { definitionQuerySchema } from '#app/domains/question-bank/definitions/definition-form.schema.ts'
import { DefinitionTabs } from '#app/domains/question-bank/ui/definition-tabs.tsx'
import { mayAny, parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { ChipLink } from '#app/ui/chip.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

export const handle = { rule: 'bank.read' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Competencies · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const asked = parseOr404(definitionQuerySchema, Object.fromEntries(new URL(args.request.url).searchParams))
  const all = unwrap(listCompetencyItems(ctx))
  return { ...pickCompetencies(all, asked), asked, mayDefine: mayAny(ctx, 'bank.define') }
}

export default function Competencies() {
  const { items, archivedCount, asked, mayDefine } = useLoaderData<typeof loader>()
  const navigate = useNavigate()
  const { archived } = asked
  return (
    <>
      <PageHead
        title="Competencies"
        lead="What roles weigh and questions are rated for. Each has one definition, whichever role it stands in."
        actions={
          mayDefine ? (
            <LinkButton to={paths.newCompetency()} variant="primary">
              New competency
            </LinkButton>
          ) : null
        }
      />
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <DefinitionTabs at="competencies" />
        <Form role="search" action={paths.competencies()} className="min-w-40 grow">
          {archived ? <input type="hidden" name="archived" value="1" /> : null}
          <SearchField
            label="Search competencies"
            defaultValue={asked.q ?? ''}
            onSearch={(q) =>
              void navigate(paths.competencies({ q: q || undefined, archived }), {
                replace: true,
                preventScrollReset: true,
              })
            }
          />
        </Form>
        {archivedCount > 0 || archived ? (
          <ChipLink
            to={paths.competencies({ q: asked.q, archived: archived ? undefined : '1' })}
            isOn={archived === '1'}
            count={archivedCount}
          >
            Archived
          </ChipLink>
        ) : null}
        <p role="status" className="text-dense text-ink-2">
          {items.length === 1 ? '1 competency' : `${items.length} competencies`}
        </p>
      </div>
      {items.length === 0 ? (
        <div className="mt-4">
          <EmptyState
            level={2}
            title="No competency fits"
            action={<LinkButton to={paths.competencies()}>Show all in use</LinkButton>}
          >
            {archived ? 'Nothing that is archived fits.' : 'Search for another word.'}
          </EmptyState>
        </div>
      ) : (
        <ul className="mt-4 border-t-[1.5px] border-rule">
          {items.map((item) => (
            <li key={item.id} className="relative border-b border-line py-3.5 hover:bg-hover sm:px-2">
              <h2 className="flex flex-wrap items-center gap-x-2.5 text-head">
                <Link to={paths.competency(item.id)} className="after:absolute after:inset-0">
                  {item.name}
                </Link>
                {item.isArchived ? <StatusTag status="archived" /> : null}
              </h2>
              <p className="mt-0.5 max-w-[80ch]">{item.definition}</p>
              <p className="mt-1 flex flex-wrap gap-x-4 text-dense text-ink-2">
                <span>
                  {item.rated === 1 ? '1 question rated' : `${item.rated} questions rated`} for it,{' '}
                  {item.touched} more touch it
                </span>
                <span>{weighedWords(item.roles)}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

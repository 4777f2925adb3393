import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData, useNavigate, type MetaFunction } from '@remix-run/react'
import { questionQuerySchema } from '#app/domains/question-bank/question-query.schema.ts'
import { queryOf, questionsView, sentenceCase } from '#app/domains/question-bank/questions-view.ts'
import { QuestionFacts } from '#app/domains/question-bank/ui/question-facts.tsx'
import { FoldedFilters, QuestionFilters } from '#app/domains/question-bank/ui/question-filters.tsx'
import { listCompetencies, listRoles, searchQuestions } from '#app/domains/question-bank/use-cases.server.ts'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SearchField } from '#app/ui/search-field.tsx'

export const handle = { rule: 'bank.read' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Questions · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const params = Object.fromEntries(new URL(args.request.url).searchParams)
  const address = parseOr404(questionQuerySchema, params)
  const { q, minutes, ...filters } = address
  const found = unwrap(searchQuestions(ctx, { ...filters, text: q, maxMinutes: minutes }))
  const roles = new Map(unwrap(listRoles(ctx)).map(({ role }) => [role.id, role.name]))
  const competencies = new Map(unwrap(listCompetencies(ctx)).map((item) => [item.id, item.name]))
  return { address, view: questionsView(found, address, { roles, competencies }) }
}

export default function Questions() {
  const { address, view } = useLoaderData<typeof loader>()
  const navigate = useNavigate()
  const count = `${view.total} ${view.total === 1 ? 'question' : 'questions'}`
  return (
    <>
      <PageHead
        title="Questions"
        lead="Everything a panel may ask, each with its rubric. Search the words of a question, its anchors or its signals."
      />
      <div className="mt-4 gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_264px]">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <Form role="search" action={paths.questions()} className="min-w-0 grow">
              {Object.entries(queryOf({ ...address, q: undefined })).map(([name, value]) =>
                value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
              )}
              <SearchField
                label="Search questions"
                defaultValue={view.text}
                className="max-w-110"
                onSearch={(q) =>
                  void navigate(paths.questions(queryOf({ ...address, q })), {
                    replace: true,
                    preventScrollReset: true,
                  })
                }
              />
            </Form>
            <p role="status" className="text-dense text-ink-2">
              {view.total > view.rows.length ? `${view.rows.length} of ${count}` : count}
            </p>
          </div>
          <div className="mt-2 lg:hidden">
            <FoldedFilters view={view} />
          </div>
          {view.rows.length === 0 ? (
            <div className="mt-4">
              <EmptyState
                level={2}
                title="No question fits"
                action={<LinkButton to={paths.questions()}>Show all questions</LinkButton>}
              >
                Take a filter away, or search for another word.
              </EmptyState>
            </div>
          ) : (
            <ul className="mt-3 border-t-[1.5px] border-rule">
              {view.rows.map((row) => (
                <li key={row.id} className="relative border-b border-line py-3.5 hover:bg-hover sm:px-2">
                  <h2 className="text-body font-semibold">
                    <Link to={paths.question(row.id)} className="after:absolute after:inset-0">
                      {row.title}
                    </Link>
                  </h2>
                  <p className="mt-0.5 max-w-[80ch]">{row.prompt}</p>
                  <p className="mt-1 mb-1.5 max-w-[80ch] text-dense text-ink-2">
                    <b>What employers look for:</b> {row.intent}
                  </p>
                  <QuestionFacts
                    competency={row.competency.name}
                    minutes={row.minutes}
                    kind={sentenceCase(row.kind)}
                    difficulty={row.difficulty}
                  />
                </li>
              ))}
            </ul>
          )}
        </div>
        <aside aria-label="Filters" className="sticky top-4 hidden self-start lg:block">
          <QuestionFilters view={view} />
        </aside>
      </div>
    </>
  )
}

import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData, useNavigate, type MetaFunction } from '@remix-run/react'
import { canEver } from '#app/domains/people/access.ts'
import { countDrafts } from '#app/domains/question-bank/editor/list-drafts.server.ts'
import { questionsAddressSchema } from '#app/domains/question-bank/question-query.schema.ts'
import {
  hiddenFieldsOf,
  pageRows,
  queryOf,
  questionsView,
} from '#app/domains/question-bank/questions-view.ts'
import { searchQuestions } from '#app/domains/question-bank/search/search-questions.server.ts'
import { BankActions, OffersLine } from '#app/domains/question-bank/ui/bank-actions.tsx'
import {
  ChosenFilters,
  FoldedFilters,
  QuestionFilters,
} from '#app/domains/question-bank/ui/question-filters.tsx'
import { NoQuestion } from '#app/domains/question-bank/ui/no-question.tsx'
import { QuestionResults } from '#app/domains/question-bank/ui/question-results.tsx'
import { ReadingLine } from '#app/domains/question-bank/ui/reading-line.tsx'
import { listCompetencies, listRoles } from '#app/domains/question-bank/use-cases.server.ts'
import { countOffers } from '#app/domains/question-bank/versions/offers.server.ts'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { readSearchParams } from '#app/lib/search-params.ts'
import { paths } from '#app/paths.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { useListKeys } from '#app/ui/use-list-keys.ts'

export const handle = { rule: 'bank.read' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Questions · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const address = parseOr404(questionsAddressSchema, readSearchParams(args.request.url))
  const { q: text, filters, page } = address
  const slice = { offset: (page - 1) * pageRows, limit: pageRows }
  const found = unwrap(searchQuestions(ctx, { text, filters }, slice))
  const roles = new Map(unwrap(listRoles(ctx)).map(({ role }) => [role.id, role.name]))
  const competencies = new Map(unwrap(listCompetencies(ctx)).map((item) => [item.id, item.name]))
  const view = questionsView(found, address, { roles, competencies })
  if (page > view.pages) throw redirect(paths.questions(queryOf({ ...address, page: view.pages })))
  const bank = {
    mayWrite: canEver(ctx.user.access, 'bank.edit'),
    mayImport: canEver(ctx.user.access, 'bank.import'),
    drafts: countDrafts(ctx),
    offers: countOffers(ctx),
  }
  return { address, view, bank }
}

export default function Questions() {
  const { address, view, bank } = useLoaderData<typeof loader>()
  const navigate = useNavigate()
  const keys = useListKeys<HTMLUListElement>('question')
  const toText = (q: string) => paths.questions(queryOf({ ...address, q, page: 1 }))
  return (
    <>
      <PageHead
        title="Questions"
        lead="Everything a panel may ask, each with its rubric. Search the words of a question, its anchors or its signals."
        actions={<BankActions {...bank} />}
      />
      <OffersLine count={bank.offers} className="mt-3" />
      <div className="mt-4 gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_264px]">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <Form role="search" action={paths.questions()} className="min-w-0 grow">
              {hiddenFieldsOf(address).map(({ name, value }) => (
                <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
              ))}
              <SearchField
                label="Search questions"
                defaultValue={address.q}
                className="max-w-110"
                id={keys.fieldId}
                onKeyDown={keys.moveByArrow}
                onSearch={(q) => void navigate(toText(q), { replace: true, preventScrollReset: true })}
              />
            </Form>
            <p role="status" className="text-dense text-ink-2">
              {view.countInWords}
            </p>
          </div>
          <ChosenFilters view={view} toNone={paths.questions({ q: address.q || undefined })} />
          <div className="mt-2 lg:hidden">
            <FoldedFilters view={view} />
          </div>
          {view.rows.length === 0 ? (
            <NoQuestion view={view} text={address.q} />
          ) : (
            <>
              <div className="mt-2 empty:hidden">
                <ReadingLine typed={address.q} reading={view.reading} toText={toText} />
              </div>
              <QuestionResults rows={view.rows} listRef={keys.list} onKeyDown={keys.moveByArrow} />
            </>
          )}
          <Pagination
            page={view.page}
            pages={view.pages}
            toPage={(page) => paths.questions(queryOf({ ...address, page }))}
          />
        </div>
        <aside aria-label="Filters" className="hidden lg:block">
          <QuestionFilters view={view} />
        </aside>
      </div>
    </>
  )
}

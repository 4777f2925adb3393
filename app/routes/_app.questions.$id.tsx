import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { findNearDuplicatesOf } from '#app/domains/question-bank/near-duplicates/use-cases.server.ts'
import { bankIdSchema } from '#app/domains/question-bank/question-query.schema.ts'
import { sentenceCase } from '#app/domains/question-bank/questions-view.ts'
import { sourceWords } from '#app/domains/question-bank/source-words.ts'
import { AlikeSection } from '#app/domains/question-bank/ui/alike-section.tsx'
import { QuestionBlock } from '#app/domains/question-bank/ui/question-block.tsx'
import { QuestionFacts } from '#app/domains/question-bank/ui/question-facts.tsx'
import { getQuestion } from '#app/domains/question-bank/use-cases.server.ts'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pill } from '#app/ui/pill.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { rule: 'bank.read' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.question.content.title ?? 'Question'} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { id } = parseOr404(bankIdSchema, args.params)
  return { ...unwrap(getQuestion(ctx, id)), alike: unwrap(findNearDuplicatesOf(ctx, id)) }
}

export default function QuestionPage() {
  const { question, alike, usedIn, roles, competencyNames, scales } = useLoaderData<typeof loader>()
  const { content } = question
  const source = sourceWords(content.sources)
  const nameOf = (id: string) => competencyNames[id] ?? id
  return (
    <article>
      <PageHead
        title={content.title}
        crumbs={[{ to: paths.questions(), label: 'Questions' }]}
        status={
          question.isArchived ? (
            <Pill tone="attention">Archived</Pill>
          ) : (
            <Pill>Version {question.number}</Pill>
          )
        }
      />
      <div className="mt-1">
        <QuestionFacts
          competency={nameOf(content.primaryCompetency)}
          otherCompetencies={content.otherCompetencies.map(nameOf)}
          minutes={content.minutes}
          kind={sentenceCase(content.kind)}
          difficulty={content.difficulty}
        />
      </div>
      <QuestionBlock question={content} scales={scales} />
      <Section
        title="Where it is used"
        aside={usedIn.length === 1 ? 'one interview' : `${usedIn.length} interviews`}
      >
        {usedIn.length === 0 ? (
          <p className="text-ink-2">No panel asks it yet. Add it to an interview in the panel builder.</p>
        ) : (
          <ul className="grid gap-1">
            {usedIn.map((use) => (
              <li key={`${use.id} ${use.interview}`}>
                <TextLink to={paths.panel(use.id)}>{use.name}</TextLink>, {use.interview}
              </li>
            ))}
          </ul>
        )}
        {roles.length > 0 ? (
          <p className="mt-3 text-dense text-ink-2">
            Written for{' '}
            {roles.map((role, index) => (
              <span key={role.id}>
                {index > 0 ? ', ' : null}
                <TextLink to={paths.role(role.id)}>{role.name}</TextLink>
              </span>
            ))}
          </p>
        ) : null}
        {source ? <p className="mt-1 text-dense text-ink-2">{source}</p> : null}
      </Section>
      <AlikeSection questionId={question.id} {...alike} />
    </article>
  )
}

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSubmit, type MetaFunction } from '@remix-run/react'
import { Pencil } from 'lucide-react'
import { archiveFormSchema } from '#app/domains/question-bank/definitions/definition-form.schema.ts'
import { findNearDuplicatesOf } from '#app/domains/question-bank/near-duplicates/use-cases.server.ts'
import { bankIdSchema } from '#app/domains/question-bank/question-query.schema.ts'
import { sentenceCase } from '#app/domains/question-bank/questions-view.ts'
import { AlikeSection } from '#app/domains/question-bank/ui/alike-section.tsx'
import { ArchiveButton, ArchivedNote, DefinitionToast } from '#app/domains/question-bank/ui/archive-part.tsx'
import { QuestionBlock } from '#app/domains/question-bank/ui/question-block.tsx'
import { QuestionFacts } from '#app/domains/question-bank/ui/question-facts.tsx'
import { QuestionOrigin } from '#app/domains/question-bank/ui/question-origin.tsx'
import { QuestionUses } from '#app/domains/question-bank/ui/question-uses.tsx'
import { SourcePanel } from '#app/domains/question-bank/ui/source-panel.tsx'
import { StarsForm } from '#app/domains/question-bank/ui/stars-form.tsx'
import { VersionList } from '#app/domains/question-bank/ui/version-list.tsx'
import { getStars } from '#app/domains/question-bank/stars/use-cases.server.ts'
import { getQuestion } from '#app/domains/question-bank/use-cases.server.ts'
import {
  getQuestionHistory,
  setQuestionArchived,
} from '#app/domains/question-bank/versions/question-versions.server.ts'
import { datedVersions } from '#app/domains/question-bank/versions/dated-versions.ts'
import { formatWhen } from '#app/lib/dates.ts'
import { parseOr404, readForm, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pill } from '#app/ui/pill.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

export const handle = { rule: 'bank.read' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.question.content.title ?? 'Question'} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { id } = parseOr404(bankIdSchema, args.params)
  const as = { now: ctx.now, zone: zoneOf(args.request) }
  const { items, archived, ...history } = unwrap(getQuestionHistory(ctx, id))
  return {
    ...unwrap(getQuestion(ctx, id)),
    ...history,
    alike: unwrap(findNearDuplicatesOf(ctx, id)),
    stars: unwrap(getStars(ctx, id)),
    versions: datedVersions(items, as),
    archived: archived && { by: archived.by, when: formatWhen(archived.atMs, as) },
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, 'bank.edit')
  const { id } = parseOr404(bankIdSchema, args.params)
  const { intent } = parseOr404(archiveFormSchema, Object.fromEntries(await readForm(args.request)))
  const isArchived = intent === 'archive'
  unwrap(setQuestionArchived(ctx, { questionId: id, isArchived }))
  return redirect(`${paths.question(id)}?done=${isArchived ? 'archived' : 'brought-back'}`)
}

export default function QuestionPage() {
  const page = useLoaderData<typeof loader>()
  const { question, archived, versions, source, mayEdit, competencyNames, scales } = page
  const { id, content, number } = question
  const nameOf = (competency: string) => competencyNames[competency] ?? competency
  const toVersions = (from: number, to: number) =>
    paths.questionVersions(id, { from: String(from), to: String(to) })
  const submit = useSubmit()
  const undoEdit = () =>
    submit({ number: number - 1, base: number }, { method: 'post', action: paths.questionVersions(id) })
  return (
    <article>
      <DefinitionToast
        words={{
          added: 'Put into the bank.',
          changed: `Saved as version ${number}. Published panels keep the wording they have.`,
          archived: 'Archived. No new panel is offered it; panels that ask it keep it.',
        }}
        undo={{ changed: undoEdit, restored: undoEdit }}
      />
      <PageHead
        title={content.title}
        crumbs={[{ to: paths.questions(), label: 'Questions' }]}
        status={archived ? <StatusTag status="archived" /> : <Pill>Version {number}</Pill>}
        actions={
          mayEdit ? (
            <>
              {archived ? null : <ArchiveButton />}
              <LinkButton to={paths.editQuestion(id)} variant="primary">
                <Pencil aria-hidden /> Edit
              </LinkButton>
            </>
          ) : null
        }
      />
      {archived ? (
        <ArchivedNote archived={archived} mayBringBack={mayEdit}>
          Lists and new panels leave it out. Panels that ask it keep it.
        </ArchivedNote>
      ) : null}
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
      <QuestionUses drafts={page.usedIn} published={page.publishedIn} current={number} />
      <StarsForm questionId={id} stars={page.stars} />
      <QuestionOrigin roles={page.roles} sources={content.sources} tags={content.tags ?? []} />
      {source ? (
        <Section title="As it was imported">
          <SourcePanel source={source} />
        </Section>
      ) : null}
      <AlikeSection questionId={id} {...page.alike} />
      <Section title="Versions" aside={versions.length}>
        <VersionList
          versions={versions}
          toDifference={(version) => toVersions(Math.max(1, version.number - 1), version.number)}
        />
      </Section>
    </article>
  )
}

import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { printChoiceSchema } from '#app/domains/people/printing/print-choice.schema.ts'
import { usualPaper } from '#app/domains/people/printing/print-choice.ts'
import { settlePrintChoice } from '#app/domains/people/printing/use-cases.server.ts'
import { UnprintableTexts } from '#app/domains/people/ui/unprintable-texts.tsx'
import { parseOr404, requirePerson, type RouteHandle } from '#app/lib/http.server.ts'
import { paths, type SearchQuery } from '#app/paths.ts'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { AuditedFile } from './audited-file.tsx'
import { describeFile, findFile } from './files.server.ts'
import { PrintForm } from './print-form.tsx'
import { PrintButtons } from '#app/domains/people/ui/print-buttons.tsx'
import { ShownFile } from './shown-file.tsx'

export const handle = { rule: 'signed-in' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Print ${page?.title ?? 'a document'} · Panelist` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const file = findFile(args.params.document)
  if (!file) throw data({ message: 'There is no such document to print.' }, 404)
  const id = args.params.id ?? ''
  const asked = Object.fromEntries(new URL(args.request.url).searchParams)
  const { paper, size, ink, names, chosen, ...rest } = asked
  const choice = settlePrintChoice(ctx, {
    // A blank scorecard is chosen apart from the kit that it shares its address with.
    document: rest.as === undefined ? file.document : `${file.document} ${rest.as}`,
    given: parseOr404(printChoiceSchema, { paper, size, ink, names }),
    isChosen: chosen === '1',
    usualPaper: usualPaper(args.request.headers.get('Accept-Language')),
  })
  const blind: SearchQuery = file.choices.includes('names') && choice.names === 'code' ? { blind: '1' } : {}
  const path = file.path(id, { ...rest, paper: choice.paper, size: choice.size, ink: choice.ink, ...blind })
  const facts = await describeFile(args, file, { id, path, rest })
  return {
    ...facts,
    document: file.document,
    path,
    choice,
    choices: file.choices,
    rest,
    kind: file.kind ?? 'plain',
    back: file.back(id),
    here: paths.print(file.document, id),
  }
}

export default function PrintDocument() {
  const { title, unprintable, path, choice, choices, rest, kind, back, here } = useLoaderData<typeof loader>()
  const isAudited = kind === 'audited'
  const buttons = isAudited ? null : <PrintButtons path={path} fileName={title} />
  return (
    <>
      <PageHead title={title} crumbs={[back]} actions={buttons} />
      <PrintForm action={here} choice={choice} choices={choices} rest={rest} />
      <UnprintableTexts texts={unprintable} />
      {kind === 'form' ? (
        <Note className="mt-4" title="Fill it in a PDF viewer">
          Download the form and open it there. The picture below is only for looking.
        </Note>
      ) : null}
      {isAudited ? (
        <AuditedFile key={path} path={path} title={title} />
      ) : (
        <ShownFile key={path} path={path} title={title} />
      )}
    </>
  )
}

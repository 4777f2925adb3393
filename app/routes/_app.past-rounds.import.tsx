import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import {
  importRound,
  lookAtRound,
  type GivenSheet,
} from '#app/domains/calibration/past-rounds/import/import-round.server.ts'
import { importRoundSchema } from '#app/domains/calibration/past-rounds/import/import-round.schema.ts'
import { decodeSheet } from '#app/domains/calibration/past-rounds/import/read-sheet.server.ts'
import { RoundFileForm } from '#app/domains/calibration/ui/round-file-form.tsx'
import { RoundPreviewForm } from '#app/domains/calibration/ui/round-preview-form.tsx'
import type { Ctx } from '#app/domains/people/context.ts'
import { formatPrinted } from '#app/lib/dates.ts'
import {
  errorsByField,
  formRefusal,
  readForm,
  requirePerson,
  typedValues,
  type RouteHandle,
} from '#app/lib/http.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { invalid, type Failure } from '#app/lib/result.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

export const handle = { rule: 'round.import' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Import ratings · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  requirePerson(args, handle.rule)
  return { formKey: newId() }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const form = await readForm(args.request)
  const values = { text: typedValues(form).text ?? '' }
  const parsed = importRoundSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return data({ errors: errorsByField(parsed.error), values }, 422)
  const sent = parsed.data
  const zone = zoneOf(args.request)
  if (sent.intent === 'open') {
    const isFile = sent.file !== undefined && sent.file.size > 0
    const bytes = isFile ? await sent.file?.arrayBuffer() : new TextEncoder().encode(sent.text)
    const decoded = decodeSheet(new Uint8Array(bytes ?? new ArrayBuffer(0)))
    if ('problem' in decoded) return formRefusal(invalid('file', decoded.problem).error, values)
    return look(ctx, { ...decoded, fileName: isFile ? (sent.file?.name ?? '').slice(-255) : '' }, zone)
  }
  // A form sends other line ends than it was given.
  const given = { text: sent.text.replace(/\r\n?/g, '\n'), fileName: sent.fileName, form }
  if (sent.intent === 'look') return look(ctx, given, zone)
  const made = importRound(ctx, { ...given, formKey: sent.formKey, seen: sent.seen })
  if (made.ok) return redirect(`${paths.comparison(made.value.roundId)}?done=imported`)
  return look(ctx, given, zone, made.error)
}

/** The preview of a file; after an import that was refused with what it was refused for. */
function look(ctx: Ctx, given: GivenSheet, zone: string, refused?: Failure) {
  const { text, fileName } = given
  const found = lookAtRound(ctx, given)
  if (!found.ok) return formRefusal(found.error, { text })
  const { earlier, ...shown } = found.value
  const problem = refused?.kind === 'invalid' ? refused.errors['']?.join(' ') : undefined
  return data(
    {
      errors: {},
      values: { text: '' },
      shown: {
        ...shown,
        problem,
        isTried: refused !== undefined,
        earlier: earlier.map(({ id, name, createdAtMs }) => ({
          id,
          name,
          at: formatPrinted(createdAtMs, zone),
        })),
        carried: { text, fileName },
      },
    },
    refused === undefined ? 200 : 422,
  )
}

export default function ImportRound() {
  const { formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const shown = answer && 'shown' in answer ? answer.shown : undefined
  const upload = <RoundFileForm errors={answer?.errors} text={answer?.values.text ?? ''} />
  return (
    <>
      <PageHead
        title="Import ratings"
        crumbs={[
          { to: paths.panels(), label: 'Panels' },
          { to: paths.pastRounds(), label: 'Past rounds' },
        ]}
        lead="Ratings of interviews that were held before or elsewhere, from a spreadsheet. You see what was understood; nothing is stored before you say so."
      />
      {shown ? (
        <>
          <div className="mt-4">
            <Disclosure title="Choose another file">{upload}</Disclosure>
          </div>
          <RoundPreviewForm
            key={JSON.stringify(shown.preview.settings)}
            preview={shown.preview}
            scales={shown.scales}
            earlier={shown.earlier}
            isTried={shown.isTried}
            problem={shown.problem}
            carried={{ ...shown.carried, seen: shown.seen, formKey }}
          />
        </>
      ) : (
        upload
      )}
    </>
  )
}

import { Form } from '@remix-run/react'
import { FileX } from 'lucide-react'
import type { ChangeView, FormPreview } from '#app/domains/scorecards/forms/form-preview.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { Section } from '#app/ui/section.tsx'
import { FormConflict } from './form-conflict.tsx'

type Ready = Extract<FormPreview, { state: 'ready' }>

/** What filled forms would change, scorecard by scorecard; those that are not taken come first, with the reason. */
export function FormPreviews({ previews }: { previews: readonly FormPreview[] }) {
  const refused = previews.filter((preview) => preview.state === 'refused')
  const ready = previews.filter((preview): preview is Ready => preview.state === 'ready')
  const changing = ready.filter(({ changes }) => changes.some(({ kind }) => kind !== 'unfit'))
  return (
    <>
      <p role="status" className="mt-5">
        {summaryOf(ready.length, changing.length, refused.length)}
      </p>
      {refused.map((preview, i) => (
        <Note
          key={`${i} ${preview.name}`}
          tone="stop"
          icon={FileX}
          title={preview.name}
          className="mt-3 max-w-measure"
        >
          {preview.state === 'refused' ? preview.why : null}
        </Note>
      ))}
      {ready.length > 0 ? (
        <Form method="post" encType="multipart/form-data">
          {ready.map((preview) => (
            <ReadyForm key={preview.scorecardId} preview={preview} />
          ))}
          <FormActions>
            {changing.length > 0 ? (
              <Button type="submit" variant="primary" name="intent" value="apply">
                {changing.length === 1 ? 'Bring this form back' : `Bring ${changing.length} forms back`}
              </Button>
            ) : null}
            <LinkButton to={paths.importForms()} reloadDocument>
              {changing.length > 0 ? 'Cancel' : 'Choose others'}
            </LinkButton>
          </FormActions>
        </Form>
      ) : null}
    </>
  )
}

function summaryOf(ready: number, changing: number, refused: number): string {
  const words = [
    ready === 0
      ? 'No form can be brought back.'
      : changing === 0
        ? 'Nothing would change: everything in it is saved already.'
        : changing === 1
          ? 'One scorecard would change.'
          : `${changing} scorecards would change.`,
    refused === 0 || ready === 0
      ? ''
      : refused === 1
        ? 'One file is not taken.'
        : `${refused} files are not taken.`,
  ]
  return words.filter(Boolean).join(' ')
}

function ReadyForm({ preview }: { preview: Ready }) {
  const { candidateName, focus, interviewerName, isOwn, changes, untouched, name, carried } = preview
  const unlike = (kind: ChangeView['kind']) => changes.filter((change) => change.kind === kind)
  return (
    <Section title={`${candidateName}, ${focus}`} aside={isOwn ? 'your scorecard' : `of ${interviewerName}`}>
      <input type="hidden" name="form" value={JSON.stringify(carried)} />
      <p className="text-dense wrap-anywhere text-ink-2">{name}</p>
      {unlike('conflict').map((change) => (
        <FormConflict key={change.field} scorecardId={preview.scorecardId} change={change} />
      ))}
      {unlike('unfit').map(({ field, place, after, problem }) => (
        <Note key={field} tone="stop" title={place} className="mt-3 max-w-measure">
          “{shorten(after)}” {problem}, so it stays out. Type it in on the scorecard.
        </Note>
      ))}
      {unlike('change').length > 0 ? <Changes changes={unlike('change')} /> : null}
      <p className="mt-2 text-dense text-ink-2">
        {changes.length === 0 ? 'Nothing to change. ' : null}
        {untouched === 1 ? 'One field stays as it is.' : `${untouched} fields stay as they are.`}
      </p>
    </Section>
  )
}

function Changes({ changes }: { changes: readonly ChangeView[] }) {
  return (
    <dl className="mt-3 grid max-w-measure gap-y-2.5">
      {changes.map(({ field, place, before, after }) => (
        <div key={field} className="border-b border-line pb-2 text-dense">
          <dt className="font-semibold wrap-anywhere">{place}</dt>
          <dd className="wrap-anywhere whitespace-pre-wrap">
            {isNothing(before) ? null : (
              <>
                <span className="sr-only">Before: </span>
                <del className="text-ink-2">{before}</del>
                <br />
              </>
            )}
            <span className="sr-only">After: </span>
            {isNothing(after) ? <i>Taken out</i> : after}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function isNothing(words: string): boolean {
  return words === 'none' || words === 'empty' || words === 'Not rated'
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}

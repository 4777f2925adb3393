import { Form, useLocation, useNavigation } from '@remix-run/react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Columns } from '#app/ui/columns.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead, type Crumb } from '#app/ui/page-head.tsx'
import { SaveLine } from '#app/ui/save-line.tsx'
import type { SaveState } from '#app/ui/save-state.ts'
import { Section } from '#app/ui/section.tsx'
import { useKeptForm } from '#app/ui/use-kept-form.ts'
import type { DatedAnswer } from '#app/domains/question-bank/editor/dated-answer.ts'
import type { EditorTarget, EditorView } from '#app/domains/question-bank/editor/editor-view.ts'
import type { Offer } from '#app/domains/question-bank/versions/offer.ts'
import type { QuestionDraft } from '../question-draft.ts'
import { AnchorFields } from './anchor-fields.tsx'
import { AskingFields, FitFields, LastFields, ProbeFields, SignalFields } from './editor-fields.tsx'
import { DifferenceView } from './difference-view.tsx'
import { EditorOvertaken } from './editor-overtaken.tsx'
import { MissingPanel } from './missing-panel.tsx'
import { OtherDrafts } from './other-drafts.tsx'
import { QuestionBlock, type BlockContent } from './question-block.tsx'
import { SourcePanel } from './source-panel.tsx'
import { useEditorBase } from './use-editor-base.ts'
import { useLiveDraft } from './use-live-draft.ts'

type QuestionEditorProps = {
  title: string
  crumbs: readonly Crumb[]
  view: EditorView
  formKey: string
  answer: DatedAnswer | undefined
  /** When the draft was saved last, as a clock says it. */
  savedAt?: string | undefined
  /** A shipped version that its writer has before them. */
  offer?: Offer | null | undefined
}

/** One form for a new question, a draft and an edit, with what is missing and how it will look beside it. */
export function QuestionEditor(props: QuestionEditorProps) {
  const { title, crumbs, view, formKey, answer, savedAt, offer } = props
  const form = useRef<HTMLFormElement>(null)
  const draftButton = useRef<HTMLButtonElement>(null)
  // What was typed stays in the fields whatever the server says later; only what it is based on moves on.
  const [first] = useState(answer?.draft ?? view.draft)
  const { choices } = view
  const live = useLiveDraft(form, { draft: first, missing: answer?.missing ?? view.missing })
  const kept = useKeptForm(form, { personId: view.personId, name: keptNameOf(view.target) })
  const based = useEditorBase(form, { view, formKey, answer, restored: kept.restored?.hidden })
  useSaveKey(draftButton)
  const isSaving = useNavigation().formMethod === 'POST'
  const errors = answer?.errors
  const fields = { draft: first, errors }
  return (
    <>
      <PageHead
        title={title}
        crumbs={crumbs}
        actions={<SaveLine state={saveStateOf({ isSaving, isUnsaved: kept.isUnsaved, answer, savedAt })} />}
      />
      <div className="mt-4">
        {answer?.overtaken ? (
          <EditorOvertaken theirs={answer.overtaken} theirsTo={theirsOf(view)} onTake={kept.forget} />
        ) : null}
        <ErrorSummary errors={errors} />
        {kept.restored ? (
          <Note
            tone="calm"
            title="What you typed before is back"
            className="mb-4"
            action={
              <Button type="button" size="small" onClick={kept.dropRestored}>
                Drop it
              </Button>
            }
          >
            It had not been saved. Save it, or drop it and start from what is stored.
          </Note>
        ) : null}
        <OtherDrafts drafts={view.otherDrafts} />
      </div>
      <Columns layout="aside">
        <Form method="post" action={useLocation().pathname} ref={form} noValidate className="group/editor">
          <input type="hidden" name="formKey" value={based.formKey} />
          <input type="hidden" name="revision" value={based.revision} />
          <input type="hidden" name="base" value={based.base} />
          {offer ? <input type="hidden" name="offer" value={offer.theirs.id} /> : null}
          <AskingFields {...fields} typed={live.draft.prompt} />
          <FitFields {...fields} choices={choices} />
          <ProbeFields {...fields} />
          <AnchorFields rubrics={first.rubrics} scales={choices.scales} errors={errors} />
          <SignalFields {...fields} />
          <LastFields {...fields} tags={choices.tags} />
          <FormActions>
            <Button type="submit" name="save" value="draft" ref={draftButton}>
              Save as draft
            </Button>
            <Button type="submit" name="save" value="bank" variant="primary">
              {view.question ? 'Save as a new version' : 'Put into the bank'}
            </Button>
            <LinkButton
              to={view.question ? paths.question(view.question.id) : paths.drafts()}
              variant="quiet"
            >
              Leave
            </LinkButton>
          </FormActions>
        </Form>
        <aside aria-label="Beside the form" className="self-start lg:sticky lg:top-4">
          {offer ? (
            <Section title="A newer shipped version is offered" isFirst>
              <p className="mb-2 text-dense text-ink-2">
                From ours to theirs. Saving a new version settles the offer.
              </p>
              <div
                className="max-h-96 overflow-y-auto text-dense"
                tabIndex={0}
                role="region"
                aria-label="What is offered"
              >
                <DifferenceView differences={offer.differences} />
              </div>
            </Section>
          ) : null}
          {view.source ? (
            <Section title="As it was imported" isFirst>
              <SourcePanel source={view.source} />
            </Section>
          ) : null}
          <Section title="What is still missing" isFirst>
            <MissingPanel missing={live.missing} behind={live.behind} />
            <p className="mt-3 text-dense text-ink-2">
              <Kbd>Ctrl</Kbd> <Kbd>S</Kbd> saves a draft at any time.
            </p>
          </Section>
        </aside>
      </Columns>
      {live.draft.prompt ? (
        <Section title="As the interviewer sees it" aside="follows what you type">
          <QuestionBlock question={previewOf(live.draft)} scales={choices.scales} />
        </Section>
      ) : null}
    </>
  )
}

function keptNameOf(target: EditorTarget): string {
  return target.kind === 'new' ? 'question' : `${target.kind} ${target.id}`
}

function theirsOf({ target, question }: EditorView): string {
  if (target.kind === 'draft' && target.base === null) return paths.draft(target.id)
  return question ? paths.question(question.id) : paths.newQuestion()
}

type Saving = Pick<QuestionEditorProps, 'answer' | 'savedAt'> & { isSaving: boolean; isUnsaved: boolean }

function saveStateOf({ isSaving, isUnsaved, answer, savedAt }: Saving): SaveState {
  if (isSaving) return { kind: 'saving' }
  if (answer?.overtaken) return { kind: 'conflict' }
  if (isUnsaved) return { kind: 'in-page', why: 'not saved yet' }
  return savedAt === undefined ? { kind: 'untouched' } : { kind: 'saved', at: savedAt }
}

function previewOf(draft: QuestionDraft): BlockContent {
  const filled = (lines: readonly string[]) => lines.filter((line) => line !== '')
  const { signals, kind, star } = draft
  return {
    ...draft,
    star: kind === 'behavioural' ? star : null,
    probes: filled(draft.probes),
    signals: { strong: filled(signals.strong), weak: filled(signals.weak) },
  }
}

/** Ctrl or Command S saves the draft, wherever the focus is. */
function useSaveKey(button: RefObject<HTMLButtonElement | null>) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      if (!event.repeat) button.current?.form?.requestSubmit(button.current)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [button])
}

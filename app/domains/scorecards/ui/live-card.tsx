import { Link } from '@remix-run/react'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { fieldName } from '#app/domains/scorecards/field.ts'
import { questionRecordOf } from '#app/domains/scorecards/scorecard-record.ts'
import type { QueueState, SaveQueue } from '#app/domains/scorecards/save-queue.ts'
import type { ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import type { Missing } from '#app/domains/scorecards/submit-check.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { KeysDialog } from '#app/ui/keys-dialog.tsx'
import { Logo } from '#app/ui/logo.tsx'
import { Note } from '#app/ui/note.tsx'
import { SaveLine } from '#app/ui/save-line.tsx'
import { SkipLink } from '#app/ui/skip-link.tsx'
import { useShortcutListener, useShortcuts } from '#app/ui/use-shortcuts.ts'
import { useIsHydrated } from '#app/ui/use-is-hydrated.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import { Guide } from './guide.tsx'
import { liveMissing, liveRecord, saveStateOf } from './live-values.ts'
import { QuestionNotes } from './question-notes.tsx'
import { RatingChoice } from './rating-choice.tsx'
import { StepBar } from './step-bar.tsx'
import { SummaryStep } from './summary-step.tsx'
import { useStep } from './use-step.ts'

type LiveCardProps = {
  view: ScorecardView
  fields: Readonly<Record<string, { version: number; value: unknown }>>
  queue: SaveQueue
  state: QueueState
  onSubmit: () => Promise<string | null>
}

/** The screen of an interview: the guide at the left, the record at the right, nothing else. */
export function LiveCard({ view, fields, queue, state, onSubmit }: LiveCardProps) {
  const [step, setStep] = useStep(view.questions.length + 1)
  const [areKeysShown, setKeysShown] = useState(false)
  const isHydrated = useIsHydrated()
  const record = liveRecord(view, fields, state)
  const question = view.questions[step]
  const previous = view.questions[step - 1]
  const next = view.questions[step + 1]
  const conflict = state.conflicts[0]
  const edit = (field: string, value: unknown) => queue.edit(field, value)
  const rate = (value: unknown) => {
    if (question) edit(fieldName('rating', question.questionId), value)
  }

  useShortcutListener()
  useShortcuts([
    ...view.levels.map((level) => ({
      keys: String(level.value),
      label: level.label,
      group: 'Rate',
      run: () => rate({ state: 'rated', level: level.value }),
    })),
    { keys: 'n', label: 'Not asked', group: 'Rate', run: () => rate({ state: 'not-asked' }) },
    { keys: 'e', label: 'No evidence', group: 'Rate', run: () => rate({ state: 'no-evidence' }) },
    { keys: 'j', label: 'Next question', group: 'Move', run: () => setStep(step + 1) },
    { keys: 'k', label: 'Question before', group: 'Move', run: () => setStep(step - 1) },
    { keys: 'ArrowRight', label: 'Next question', group: 'Move', run: () => setStep(step + 1) },
    { keys: 'ArrowLeft', label: 'Question before', group: 'Move', run: () => setStep(step - 1) },
    { keys: '?', label: 'All keys', group: 'This page', run: () => setKeysShown(true) },
  ])

  function goTo(missing: Missing): void {
    const index = view.questions.findIndex((entry) => entry.questionId === missing.questionId)
    if (index >= 0) setStep(index)
    // The step has to be on the screen before its field can take the focus.
    setTimeout(() => document.getElementById(missing.field)?.focus(), 50)
  }

  return (
    <div className="mx-auto flex min-h-dvh max-w-[1344px] flex-col px-4 sm:px-8">
      <SkipLink />
      <header className="sticky top-0 z-20 -mx-4 border-b border-line bg-paper px-4 pt-2 pb-2 sm:mx-0 sm:border-0 sm:px-0 sm:pt-3.5 sm:pb-0">
        <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
          <Link to={paths.home()} aria-label="Leave to Home; nothing is lost" className="max-sm:hidden">
            <Logo />
          </Link>
          <p className="min-w-0">
            <b className="text-head">{view.candidateName}</b>
            <span className="ml-2.5 text-ink-2 max-sm:hidden">
              {view.focus}, {view.roleName}
            </span>
          </p>
          <div className="ml-auto">
            <SaveLine
              state={isHydrated ? saveStateOf(state, clockTime) : { kind: 'untouched' }}
              onChoose={() => document.getElementById('conflict')?.focus()}
            />
          </div>
        </div>
        <StepBar view={view} record={record} step={step} onStep={setStep} />
      </header>
      <main id="main" tabIndex={-1} className="flex grow flex-col outline-none">
        {view.enteredByName ? (
          <Note className="mt-3" title={`${view.enteredByName} entered this scorecard from your paper one.`}>
            Check it, correct what is wrong, then submit it. It does not count before that.
          </Note>
        ) : null}
        {conflict ? (
          <div id="conflict" tabIndex={-1} className="mt-3 outline-none">
            <ConflictChoice
              key={conflict.field}
              conflict={conflict}
              place={placeOf(conflict.field, view)}
              onResolve={(value) => queue.resolve(conflict.field, value)}
            />
          </div>
        ) : null}
        {question ? (
          <div className="grow gap-12 py-4 sm:grid sm:grid-cols-[minmax(0,456fr)_minmax(0,744fr)]">
            <Guide
              question={question}
              of={view.questions.length}
              signals={questionRecordOf(record, question.questionId).signals}
              onSignals={(signals) => edit(fieldName('signals', question.questionId), signals)}
            />
            <section
              aria-label="Record"
              key={question.questionId}
              className="flex min-w-0 flex-col max-sm:mt-5 sm:sticky sm:top-[118px] sm:h-[calc(100dvh-204px)] sm:min-h-fit sm:self-start max-sm:border-t-[1.5px] max-sm:border-rule max-sm:pt-2.5"
            >
              <QuestionNotes
                questionId={question.questionId}
                entry={questionRecordOf(record, question.questionId)}
                edit={edit}
              />
              <div
                id={fieldName('rating', question.questionId)}
                tabIndex={-1}
                className="outline-none max-sm:contents"
              >
                <RatingChoice
                  anchors={question.anchors}
                  rating={questionRecordOf(record, question.questionId).rating}
                  onRate={rate}
                  onNext={() => setStep(step + 1)}
                />
              </div>
            </section>
          </div>
        ) : (
          <SummaryStep
            record={record}
            missing={liveMissing(view, record)}
            edit={edit}
            onGo={goTo}
            onSubmit={onSubmit}
          />
        )}
      </main>
      <footer className="sticky bottom-0 mt-auto hidden items-center gap-3 border-t border-line bg-paper pt-2.5 pb-3.5 text-dense text-ink-2 sm:flex">
        {step > 0 ? (
          <Button type="button" onClick={() => setStep(step - 1)}>
            <ArrowLeft aria-hidden /> {previous ? `${previous.number} ${previous.title}` : 'Back'}
          </Button>
        ) : null}
        <p className="ml-auto hidden gap-3.5 lg:flex">
          <span>
            <Kbd>1</Kbd> to <Kbd>{view.levels.length}</Kbd> rate
          </span>
          <span>
            <Kbd>j</Kbd> <Kbd>k</Kbd> move
          </span>
          <span>
            <Kbd>Esc</Kbd> leaves the notes
          </span>
        </p>
        <Button type="button" variant="quiet" onClick={() => setKeysShown(true)} className="max-lg:ml-auto">
          <Kbd>?</Kbd> all keys
        </Button>
        {question ? (
          <Button type="button" variant="primary" onClick={() => setStep(step + 1)}>
            {next ? `${next.number} ${next.title}` : 'Summary'} <ArrowRight aria-hidden />
          </Button>
        ) : null}
      </footer>
      <KeysDialog isOpen={areKeysShown} onOpenChange={setKeysShown} />
    </div>
  )
}

function placeOf(field: string, view: ScorecardView): string {
  const question = view.questions.find((entry) => field.endsWith(`:${entry.questionId}`))
  return question ? `your notes on question ${question.number}, ${question.title}` : 'a text of the summary'
}

function clockTime(atMs: number): string {
  return new Date(atMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

import { ArrowLeft, ArrowRight, Pencil, Plus, Trash2, X } from 'lucide-react'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroupField } from '#app/ui/choice-group-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { interviewMinutes, type PanelPlan } from '../panel.ts'
import type { PlanningView } from '../panel-views.ts'
import { EditForm } from './editor.tsx'
import { InterviewLetter } from './interview-letter.tsx'
import { MixLine } from './mix-line.tsx'
import { QuestionList } from './question-list.tsx'
import { WishesForm } from './wishes-form.tsx'

type InterviewCardProps = {
  plan: PanelPlan
  interview: PanelPlan['interviews'][number]
  position: number
  people: readonly { id: string; name: string }[]
  names: Readonly<Record<string, string>>
  planning: PlanningView['interviews'][string] | undefined
  /** Opens the bank for this interview. */
  bankTo: string
  /** Opens what may take the place of a question. */
  swapTo: (questionId: string) => string
}

/** One interview of the builder: its head, its people, its questions. */
export function InterviewCard(props: InterviewCardProps) {
  const { plan, interview, position, people, names, planning, bankTo, swapTo } = props
  const used = interview.questions.reduce((sum, question) => sum + question.content.minutes, 0)
  const isOver = used > interview.minutes
  const isLast = position === plan.interviews.length - 1
  const free = people.filter((person) => !interview.interviewerIds.includes(person.id))
  return (
    <section
      id={`interview-${interview.id}`}
      aria-label={`${interview.letter}, ${interview.focus}`}
      className="min-w-0 scroll-mt-4"
    >
      <div className="flex items-start gap-2 border-b-[1.5px] border-rule pb-1.5">
        <span className="mt-0.5">
          <InterviewLetter letter={interview.letter} />
        </span>
        <h3 className="flex-1 text-head wrap-anywhere">{interview.focus}</h3>
        <span className={isOver ? 'text-dense font-semibold text-amber' : 'text-dense text-ink-2'}>
          {used} of {interview.minutes} min{isOver ? `, ${used - interview.minutes} over` : ''}
        </span>
      </div>
      <Interviewers {...{ interview, free, names }} />
      <MixLine questions={interview.questions} />
      <QuestionList interview={interview} plan={plan} pinnedIds={planning?.pinnedIds ?? []} swapTo={swapTo} />
      <LinkButton to={bankTo} variant="quiet" size="small" className="mt-1.5" preventScrollReset>
        <Plus aria-hidden /> Add to {interview.letter}
      </LinkButton>
      <Disclosure title={<>Change {interview.letter}</>}>
        <EditForm
          fields={{ intent: 'change-interview', interviewId: interview.id }}
          key={`${interview.focus}${interview.minutes}${interview.competencyIds.join()}`}
          className="grid gap-3"
        >
          <TextField
            name="focus"
            label="Focus"
            defaultValue={interview.focus}
            maxLength={40}
            required
            idPrefix={interview.id}
          />
          <MinutesField defaultValue={interview.minutes} idPrefix={interview.id} />
          <CheckboxGroupField
            name="competencyIds"
            label="Competencies it looks into"
            idPrefix={interview.id}
            defaultValues={interview.competencyIds}
            choices={plan.competencies.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button type="submit" size="small" className="justify-self-start">
            <Pencil aria-hidden /> Save the changes
          </Button>
        </EditForm>
        {planning ? <WishesForm interview={interview} wishes={planning.wishes} /> : null}
        <div className="mt-3 flex flex-wrap gap-2">
          {position > 0 ? <MoveInterview id={interview.id} direction="earlier" label="Move earlier" /> : null}
          {isLast ? null : <MoveInterview id={interview.id} direction="later" label="Move later" />}
          <EditForm fields={{ intent: 'remove-interview', interviewId: interview.id }}>
            <Button type="submit" size="small" variant="danger">
              <Trash2 aria-hidden /> Remove the interview
            </Button>
          </EditForm>
        </div>
      </Disclosure>
    </section>
  )
}

/** The length of an interview. */
export function MinutesField({ defaultValue, idPrefix }: { defaultValue: number; idPrefix: string }) {
  return (
    <TextField
      name="minutes"
      label="Minutes"
      type="number"
      inputMode="numeric"
      min={interviewMinutes.min}
      max={interviewMinutes.max}
      defaultValue={defaultValue}
      required
      idPrefix={idPrefix}
      className="max-w-28"
    />
  )
}

function MoveInterview(props: { id: string; direction: 'earlier' | 'later'; label: string }) {
  const Icon = props.direction === 'earlier' ? ArrowLeft : ArrowRight
  return (
    <EditForm fields={{ intent: 'move-interview', interviewId: props.id, direction: props.direction }}>
      <Button type="submit" size="small">
        <Icon aria-hidden /> {props.label}
      </Button>
    </EditForm>
  )
}

type InterviewersProps = Pick<InterviewCardProps, 'interview' | 'names'> & {
  free: readonly { id: string; name: string }[]
}

function Interviewers({ interview, free, names }: InterviewersProps) {
  return (
    <div className="flex flex-wrap items-center gap-1.5 border-b border-line py-1.5 text-dense">
      {interview.interviewerIds.length === 0 ? <span className="text-amber">No interviewer yet</span> : null}
      {interview.interviewerIds.map((userId) => (
        <EditForm
          key={userId}
          fields={{ intent: 'unassign-interviewer', interviewId: interview.id, userId }}
          className="inline-flex items-center gap-0.5"
        >
          {names[userId] ?? 'Somebody'}
          <IconButton
            type="submit"
            icon={X}
            size="small"
            variant="quiet"
            label={`Take ${names[userId] ?? 'somebody'} off ${interview.letter}`}
          />
        </EditForm>
      ))}
      {free.length > 0 ? (
        <EditForm
          key={free.length}
          fields={{ intent: 'assign-interviewer', interviewId: interview.id }}
          className="ml-auto flex items-end gap-1"
        >
          <SelectField
            name="userId"
            label={`Interviewer for ${interview.letter}`}
            hasHiddenLabel
            idPrefix={interview.id}
            placeholder="Add interviewer"
            required
            options={free.map((person) => ({ value: person.id, label: person.name }))}
            className="w-40"
          />
          <IconButton type="submit" icon={Plus} label={`Add this interviewer to ${interview.letter}`} />
        </EditForm>
      ) : null}
    </div>
  )
}

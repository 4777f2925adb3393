import { ArrowDown, ArrowUp, Ban, Ellipsis, GripVertical, Pin, PinOff, Replace, Trash2 } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop, type Key } from 'react-aria-components'
import { buttonClass } from '#app/ui/button-class.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import type { PanelPlan, PlannedQuestion } from '../panel.ts'
import { EditForm, useEditor } from './editor.tsx'
import { QuestionFacts } from './question-facts.tsx'

type Interview = PanelPlan['interviews'][number]
type QuestionListProps = {
  interview: Interview
  plan: PanelPlan
  pinnedIds: readonly string[]
  /** Opens what may take the place of a question. */
  swapTo: (questionId: string) => string
}

const questionType = 'application/x-panelist-question'

/** The questions of one interview: dragged, moved by keyboard, or by the buttons of each row. */
export function QuestionList({ interview, plan, pinnedIds, swapTo }: QuestionListProps) {
  const { send } = useEditor()
  const place = (questionId: string, beforeQuestionId: string | undefined) =>
    send({
      intent: 'move-question',
      questionId,
      interviewId: interview.id,
      ...(beforeQuestionId === undefined ? {} : { beforeQuestionId }),
    })
  const beforeOf = (target: { key: Key; dropPosition: string }) => {
    if (target.dropPosition === 'before') return String(target.key)
    const at = interview.questions.findIndex((question) => question.questionId === target.key)
    return interview.questions[at + 1]?.questionId
  }
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [questionType]: String(key), 'text/plain': String(key) })),
    acceptedDragTypes: [questionType],
    getDropOperation: () => 'move',
    onReorder: ({ keys, target }) => {
      const [key] = keys
      const before = beforeOf(target)
      if (key !== undefined && before !== key) place(String(key), before)
    },
    onInsert: async ({ items, target }) => {
      const id = await firstId(items)
      if (id) place(id, beforeOf(target))
    },
    onRootDrop: async ({ items }) => {
      const id = await firstId(items)
      if (id) place(id, undefined)
    },
  })
  return (
    <GridList
      aria-label={`Questions of ${interview.letter}, ${interview.focus}`}
      items={interview.questions.map((question, at) => ({ ...question, id: question.questionId, at }))}
      dependencies={[plan, pinnedIds]}
      dragAndDropHooks={dragAndDropHooks}
      keyboardNavigationBehavior="tab"
      renderEmptyState={() => (
        <p className="py-3 text-dense text-ink-2">No question yet. Add one, or drag one here.</p>
      )}
      className="min-h-10 outline-offset-2 data-drop-target:bg-accent-soft"
    >
      {(question) => (
        <GridListItem
          id={question.id}
          textValue={question.content.title}
          className="border-b border-line py-2 outline-none data-dragging:opacity-50 data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus"
        >
          <div
            id={`question-${question.id}`}
            className="grid grid-cols-[auto_1.25rem_minmax(0,1fr)_auto_auto] items-start gap-x-1"
          >
            <AriaButton
              slot="drag"
              className="grid min-h-6 min-w-6 cursor-grab place-items-center rounded-sm text-ink-3 pointer-coarse:min-h-11 pointer-coarse:min-w-9"
            >
              <GripVertical aria-hidden />
            </AriaButton>
            <span className="font-semibold">{question.at + 1}.</span>
            <span>
              <QuestionFacts plan={plan} content={question.content} />
              {pinnedIds.includes(question.id) ? (
                <span className="mt-0.5 flex items-center gap-1 text-dense text-ink-2">
                  <Pin aria-hidden className="size-3.5" /> Pinned: the planner leaves it here
                </span>
              ) : null}
            </span>
            <span className="px-1 font-semibold">
              {question.content.minutes}
              <span className="sr-only"> minutes</span>
            </span>
            <QuestionMenu
              interview={interview}
              plan={plan}
              question={question}
              at={question.at}
              isPinned={pinnedIds.includes(question.id)}
              swapTo={swapTo(question.id)}
            />
          </div>
        </GridListItem>
      )}
    </GridList>
  )
}

async function firstId(items: readonly { kind: string }[]): Promise<string | undefined> {
  for (const item of items)
    if (isTextItem(item) && item.types.has(questionType)) return item.getText(questionType)
  return undefined
}

type TextItem = { kind: string; types: Set<string>; getText: (type: string) => Promise<string> }

function isTextItem(item: { kind: string }): item is TextItem {
  return item.kind === 'text'
}

type QuestionMenuProps = Pick<QuestionListProps, 'interview' | 'plan'> & {
  question: PlannedQuestion
  at: number
  isPinned: boolean
  swapTo: string
}

/** Every move as a form of its own, so that none needs a mouse or JavaScript. */
function QuestionMenu({ interview, plan, question, at, isPinned, swapTo }: QuestionMenuProps) {
  const { questionId, content } = question
  const move = { intent: 'move-question', questionId }
  const above = interview.questions[at - 1]
  const below = interview.questions[at + 1]
  const afterBelow = interview.questions[at + 2]?.questionId
  return (
    <details
      className="relative"
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.open = false
        // Keys typed in the menu are not keys of the list.
        event.stopPropagation()
      }}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <summary
        aria-label={`Move, swap, pin or remove “${content.title}”`}
        title="Move, swap, pin or remove"
        className={`${buttonClass({ variant: 'quiet', size: 'small' })} list-none [&::-webkit-details-marker]:hidden`}
      >
        <Ellipsis aria-hidden />
      </summary>
      <div className="absolute top-full right-0 z-10 mt-1 grid min-w-48 gap-0.5 rounded-md border border-line bg-surface p-1 shadow-float">
        {above ? (
          <EditForm fields={{ ...move, interviewId: interview.id, beforeQuestionId: above.questionId }}>
            <MenuSubmit>
              <ArrowUp aria-hidden /> Move up
            </MenuSubmit>
          </EditForm>
        ) : null}
        {below ? (
          <EditForm
            fields={{
              ...move,
              interviewId: interview.id,
              ...(afterBelow === undefined ? {} : { beforeQuestionId: afterBelow }),
            }}
          >
            <MenuSubmit>
              <ArrowDown aria-hidden /> Move down
            </MenuSubmit>
          </EditForm>
        ) : null}
        {plan.interviews
          .filter((other) => other.id !== interview.id)
          .map((other) => (
            <EditForm key={other.id} fields={{ ...move, interviewId: other.id }}>
              <MenuSubmit>
                Move to {other.letter}, {other.focus}
              </MenuSubmit>
            </EditForm>
          ))}
        <LinkButton
          to={swapTo}
          variant="quiet"
          size="small"
          preventScrollReset
          className="w-full justify-start! text-left text-ink!"
          onClick={closeMenu}
        >
          <Replace aria-hidden /> Swap for another
        </LinkButton>
        <EditForm fields={{ intent: isPinned ? 'unpin-question' : 'pin-question', questionId }}>
          <MenuSubmit>
            {isPinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
            {isPinned ? 'Unpin' : `Pin to ${interview.letter}`}
          </MenuSubmit>
        </EditForm>
        <EditForm fields={{ intent: 'ban-question', questionId }}>
          <MenuSubmit>
            <Ban aria-hidden /> Never ask in this panel
          </MenuSubmit>
        </EditForm>
        <EditForm fields={{ intent: 'remove-question', questionId }}>
          <MenuSubmit>
            <Trash2 aria-hidden /> Remove from the panel
          </MenuSubmit>
        </EditForm>
      </div>
    </details>
  )
}

function MenuSubmit({ children }: { children: ReactNode }) {
  return (
    <Button
      type="submit"
      variant="quiet"
      size="small"
      className="w-full justify-start! text-left text-ink!"
      onClick={closeMenu}
    >
      {children}
    </Button>
  )
}

function closeMenu(event: MouseEvent<HTMLElement>): void {
  const menu = event.currentTarget.closest('details')
  if (menu) menu.open = false
}

import { z } from 'zod'
import { questionKinds } from '#rubrics/content.schema.ts'
import { interviewMinutes, mostInterviews } from './panel.ts'

const id = z.string().min(1).max(64)
const wholeNumber = z
  .string({ error: 'Give a whole number.' })
  .trim()
  .regex(/^\d{1,4}$/, 'Give a whole number.')
  .transform(Number)

/** A panel's name as it is typed. */
export const panelName = z
  .string({ error: 'Give the panel a name.' })
  .trim()
  .min(3, 'Give the panel a name of three letters or more.')
  .max(80, 'Keep the name to 80 letters.')
const focus = z
  .string({ error: 'Say what the interview is about.' })
  .trim()
  .min(3, 'Say what the interview is about, in three letters or more.')
  .max(40, 'Keep the focus to 40 letters.')
const minutes = wholeNumber.refine(
  (value) => value >= interviewMinutes.min && value <= interviewMinutes.max,
  `An interview takes ${interviewMinutes.min} to ${interviewMinutes.max} minutes.`,
)
/** Repeated fields arrive as an array, a single one as a string, none not at all. */
const many = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(id).max(40),
)
const weights = z.array(wholeNumber).max(40)
const toArray = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const gate = z
  .string()
  .trim()
  .regex(/^(\d(\.\d)?)?$/, 'A bar is a number such as 2.5, or nothing.')
  .transform((text) => (text === '' ? null : Number(text)))

const proposalSchema = z.array(z.object({ id, questionIds: z.array(id).max(99) })).max(mostInterviews)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const weightsEdit = z
  .object({
    intent: z.literal('set-weights'),
    competencyId: many,
    weight: z.preprocess(toArray, weights),
    gate: z.preprocess(toArray, z.array(gate).max(40)),
  })
  .refine(
    (form) => form.competencyId.length === form.weight.length && form.weight.length === form.gate.length,
    {
      message: 'The table of weights came back incomplete. Reload the page.',
    },
  )
  .transform((form) => ({
    intent: form.intent,
    competencies: form.competencyId
      .map((competencyId, i) => ({ competencyId, weight: form.weight[i] ?? 0, gate: form.gate[i] ?? null }))
      .filter((competency) => competency.weight > 0),
  }))

const count = wholeNumber.refine((value) => value <= 40, 'A panel asks up to 40 questions.')

/** A whole plan, as the planner proposed it: interview ids and, for each, its questions in order. */
const takePlanEdit = z
  .object({ intent: z.literal('take-plan'), plan: z.string().max(20_000) })
  .transform(({ intent, plan }, context) => {
    const read = proposalSchema.safeParse(parseJson(plan))
    if (read.success) return { intent, interviews: read.data }
    context.addIssue({ code: 'custom', message: 'The proposal came back incomplete. Ask for it again.' })
    return z.NEVER
  })

const place = {
  questionId: id,
  interviewId: id,
  beforeQuestionId: id.optional().transform((value) => value ?? null),
}

/** One operation on a panel's draft, as the forms of the builder post it. */
export const panelEditSchema = z.union([
  z.discriminatedUnion('intent', [
    z.object({ intent: z.literal('rename'), name: panelName }),
    z.object({ intent: z.literal('set-scale'), scaleId: id }),
    z.object({ intent: z.literal('add-interview'), focus, minutes }),
    z.object({ intent: z.literal('change-interview'), interviewId: id, focus, minutes, competencyIds: many }),
    z.object({
      intent: z.literal('move-interview'),
      interviewId: id,
      direction: z.enum(['earlier', 'later']),
    }),
    z.object({ intent: z.literal('remove-interview'), interviewId: id }),
    z.object({ intent: z.literal('assign-interviewer'), interviewId: id, userId: id }),
    z.object({ intent: z.literal('unassign-interviewer'), interviewId: id, userId: id }),
    z.object({ intent: z.literal('add-question'), ...place }),
    z.object({ intent: z.literal('move-question'), ...place }),
    z.object({ intent: z.literal('remove-question'), questionId: id }),
    z.object({ intent: z.literal('pin-question'), questionId: id }),
    z.object({ intent: z.literal('unpin-question'), questionId: id }),
    z.object({ intent: z.literal('ban-question'), questionId: id }),
    z.object({ intent: z.literal('allow-question'), questionId: id }),
    z.object({ intent: z.literal('swap-question'), questionId: id, byQuestionId: id }),
    z.object({ intent: z.literal('set-loop-wishes'), minBehavioural: count }),
    z.object({
      intent: z.literal('set-wishes'),
      interviewId: id,
      buffer: wholeNumber.refine((value) => value <= 60, 'Keep up to 60 minutes free.'),
      minQuestions: count,
      maxQuestions: count,
      kinds: z.preprocess(toArray, z.array(z.enum(questionKinds)).min(1, 'Choose at least one kind.')),
      easyOpeners: count,
      minHard: count,
      maxHard: count,
    }),
  ]),
  takePlanEdit,
  weightsEdit,
])

export type PanelEdit = z.output<typeof panelEditSchema>

/** A step through the history of a draft. */
export const historyStepSchema = z.object({ intent: z.enum(['undo', 'undo-this', 'redo']) })

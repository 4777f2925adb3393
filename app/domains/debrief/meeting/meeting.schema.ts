import { z } from 'zod'
import { decisionForms } from './decision-form.schema.ts'

const id = z.string().min(1).max(64)
const whole = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)

/** What leads the meeting: the buttons of whoever leads. */
const moves = [
  z.object({ intent: z.literal('topic'), topicKey: id }),
  z.object({ intent: z.literal('turn'), turn: whole }),
  z.object({ intent: z.literal('order'), personId: id, to: whole }),
  z.object({ intent: z.literal('timer'), minutes: whole.refine((minutes) => minutes >= 1 && minutes <= 60) }),
  z.object({ intent: z.literal('more') }),
  z.object({ intent: z.literal('stop') }),
  z.object({ intent: z.literal('add'), topicKey: id }),
  z.object({ intent: z.literal('remove'), topicKey: id }),
  z.object({ intent: z.literal('done'), topicKey: id, isDone: z.enum(['yes', 'no']) }),
] as const

const moveSchema = z.discriminatedUnion('intent', moves)
export type Move = z.infer<typeof moveSchema>

const noteSchema = z.object({
  intent: z.literal('note'),
  topicKey: id,
  base: whole,
  /** An empty field arrives as not given. */
  note: z
    .string()
    .max(4000, 'Keep the note to 4,000 letters.')
    .default('')
    .transform((text) => text.replaceAll('\r\n', '\n').trim()),
})
export type NoteForm = z.infer<typeof noteSchema>

const rateSchema = z.object({
  intent: z.literal('rate'),
  scorecardId: id,
  questionId: z.string().min(1).max(200),
  base: whole,
  /** Empty takes the final rating back. */
  level: z
    .string()
    .regex(/^(-?\d{1,3}(\.\d{1,2})?)?$/, 'Choose a level of the scale.')
    .default('')
    .transform((text) => (text === '' ? null : Number(text))),
  reason: z
    .string()
    .max(1000, 'Keep the reason to 1,000 letters.')
    .default('')
    .transform((text) => text.trim()),
})
export type RateForm = z.infer<typeof rateSchema>

/** Every form of the debrief's page. */
export const meetingFormSchema = z.intersection(
  z.object({
    /** Tells the forms of one kind apart: a refusal goes back to the one that was sent. */
    form: z.string().max(400).default(''),
    /** Sent by a page that stays where it is. */
    answer: z.literal('data').optional(),
  }),
  z.discriminatedUnion('intent', [
    z.object({ intent: z.literal('start') }),
    ...moves,
    noteSchema,
    rateSchema,
    ...decisionForms,
  ]),
)

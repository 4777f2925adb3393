/** What is to be planned. Strict: an unknown key is an error, so that a typing slip cannot pass. */
import { z } from 'zod'
import { difficulties, questionKinds } from '#rubrics/content.schema.ts'
import { listReferenceProblems } from './plan-references.ts'
import { defaultPlanWeights, type PlanWeights } from './plan-weights.ts'

const id = z.string().min(1).max(100)
const name = z.string().min(1).max(200).optional()
const count = z.int().min(0).max(99)
const minutes = z.int().min(0).max(600)

const competencySchema = z
  .strictObject({
    id,
    name,
    weight: z.int().min(0).max(100),
    mustHave: z.boolean().default(false),
    coverage: z
      .int()
      .min(0)
      .max(24)
      .optional()
      .describe('Interviews that should probe it; 2 for a must-have and 1 otherwise when left out.'),
  })
  .transform(({ coverage, ...rest }) => ({ ...rest, coverage: coverage ?? (rest.mustHave ? 2 : 1) }))

const interviewSchema = z.strictObject({
  id,
  name,
  minutes,
  buffer: minutes.default(0).describe('Minutes that no question may take.'),
  focus: z.array(id).max(100).describe('Ids of the competencies that it probes.'),
  minQuestions: count.default(0),
  maxQuestions: count.default(99),
  kinds: z
    .array(z.enum(questionKinds))
    .default([...questionKinds])
    .describe('Kinds of questions that may be asked; all when left out.'),
  easyOpeners: count.default(0).describe('Easy questions that it needs at least.'),
  minHard: count.default(0),
  maxHard: count.default(99),
})

const questionSchema = z.strictObject({
  id,
  name,
  minutes,
  difficulty: z.enum(difficulties),
  kind: z.enum(questionKinds),
  rating: z.int().min(1).max(5).default(3).describe('One to five stars.'),
  competencies: z.array(id).max(24),
  group: z
    .union([id, z.array(id).max(24)])
    .optional()
    .describe(
      'Questions of one group ask nearly the same: a plan takes one of them. Several groups as a list.',
    ),
})

const weightsSchema: z.ZodType<Partial<PlanWeights>, Partial<PlanWeights>> = z.partialRecord(
  z.enum(Object.keys(defaultPlanWeights) as (keyof PlanWeights)[]),
  z.int().min(0).max(100_000),
)

export const planProblemSchema = z
  .strictObject({
    competencies: z.array(competencySchema).max(100),
    interviews: z.array(interviewSchema).max(24),
    minBehavioural: count.default(0).describe('Behavioural questions over all interviews, at least.'),
    questions: z.array(questionSchema).max(200_000),
    pins: z
      .array(z.strictObject({ question: id, interview: id }))
      .default([])
      .describe('Questions that must stand in an interview.'),
    bans: z
      .array(z.strictObject({ question: id, interview: id.optional() }))
      .default([])
      .describe('Questions that must not stand in an interview, or in none.'),
    previous: z
      .array(z.object({ id, questions: z.array(id) }))
      .default([])
      .describe('The interviews of an earlier plan, from which this one should not stray without need.'),
    weights: weightsSchema.default({}),
  })
  .superRefine((problem, context) => {
    for (const { path, message } of listReferenceProblems(problem))
      context.addIssue({ code: 'custom', path, message })
  })

export type PlanProblem = z.output<typeof planProblemSchema>
/** As it stands in a file, with what may be left out. */
export type PlanProblemInput = z.input<typeof planProblemSchema>

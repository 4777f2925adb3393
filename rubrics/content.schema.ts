/** The shape of every file under rubrics/. Strict: an unknown key is an error, so that a typing slip cannot pass. */
import { z } from 'zod'

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
  .max(64)
const sentence = (max: number) => z.string().trim().min(3).max(max)

export const questionKinds = ['technical', 'situational', 'behavioural', 'motivation'] as const
export const difficulties = ['easy', 'medium', 'hard'] as const

export const scaleSchema = z.strictObject({
  id,
  name: sentence(60),
  source: sentence(200),
  levels: z
    .array(
      z.strictObject({
        value: z.int().min(1).max(9),
        label: z.string().trim().min(1).max(30),
        meaning: sentence(200),
      }),
    )
    .min(2)
    .max(9),
})

export const competencySchema = z.strictObject({
  id,
  name: sentence(40),
  definition: sentence(300),
  looksLike: z.array(sentence(160)).min(2).max(5),
})

export const anchorSchema = z.strictObject({ level: z.int().min(1).max(9), text: sentence(420) })

export const rubricSchema = z
  .strictObject({ scale: id, anchors: z.array(anchorSchema).min(2).max(9) })
  .refine((rubric) => rubric.anchors.every((anchor, i) => anchor.level === i + 1), {
    message: 'anchors must run from level 1 upwards, one for each level',
    path: ['anchors'],
  })

export const starSchema = z.strictObject({
  situation: sentence(160),
  task: sentence(160),
  action: sentence(160),
  result: sentence(160),
})

const questionShape = z.strictObject({
  id,
  title: sentence(32),
  prompt: sentence(500),
  intent: sentence(400),
  kind: z.enum(questionKinds),
  difficulty: z.enum(difficulties),
  minutes: z.int().min(2).max(30),
  primaryCompetency: id,
  otherCompetencies: z.array(id).max(3),
  roles: z.array(id).min(1),
  probes: z.array(sentence(200)).min(2).max(4),
  star: starSchema.optional(),
  rubrics: z.array(rubricSchema).min(1),
  signals: z.strictObject({
    strong: z.array(sentence(120)).min(3).max(6),
    weak: z.array(sentence(120)).min(3).max(6),
  }),
  followUp: sentence(240),
  doNotInfer: sentence(300),
  /** Topics by which near-duplicates are found, `rate-limits`; none when left out. */
  tags: z.array(id).max(8).optional(),
  /** The document a question grew from, and its place there counted from 1; empty for one that grew from none. */
  sources: z.array(z.strictObject({ document: id, ordinal: z.int().min(1).max(10_000) })).max(10),
})

export const questionSchema = questionShape
  .refine((question) => (question.kind === 'behavioural') === (question.star !== undefined), {
    message: 'a behavioural question, and only one, carries the prompts for situation, task, action, result',
    path: ['star'],
  })
  .refine((question) => !question.otherCompetencies.includes(question.primaryCompetency), {
    message: 'the primary competency must not stand among the others',
    path: ['otherCompetencies'],
  })
  .superRefine((question, check) => {
    for (const name of ['otherCompetencies', 'roles'] as const)
      for (const i of listRepeats(question[name]))
        check.addIssue({ code: 'custom', path: [name, i], message: 'each stands in the list once' })
  })

const recommendedInterview = z.strictObject({
  focus: sentence(40),
  minutes: z.int().min(15).max(180),
  competencies: z.array(id).min(1),
  questions: z.array(id).min(1),
})

export const roleSchema = z
  .strictObject({
    id,
    name: sentence(60),
    summary: sentence(400),
    competencies: z
      .array(
        z.strictObject({
          competency: id,
          weight: z.int().min(1).max(100),
          reason: sentence(240),
          gate: z.number().min(1).max(9).nullable(),
        }),
      )
      .min(2),
    recommendedPanel: z.strictObject({
      scale: id,
      interviews: z.array(recommendedInterview).min(1).max(8),
    }),
  })
  .refine((role) => role.competencies.reduce((sum, entry) => sum + entry.weight, 0) === 100, {
    message: 'the weights must add up to 100',
    path: ['competencies'],
  })
  .superRefine((role, check) => {
    const report = (path: (string | number)[], message: string) =>
      check.addIssue({ code: 'custom', path, message })
    for (const i of listRepeats(role.competencies.map((entry) => entry.competency)))
      report(['competencies', i, 'competency'], 'a competency stands in a role once')
    role.recommendedPanel.interviews.forEach((interview, at) => {
      const path = ['recommendedPanel', 'interviews', at]
      for (const i of listRepeats(interview.competencies))
        report([...path, 'competencies', i], 'a competency stands in an interview once')
      for (const i of listRepeats(interview.questions))
        report([...path, 'questions', i], 'a question stands in an interview once')
    })
  })

/** The places of what stood before. */
function listRepeats(ids: readonly string[]): number[] {
  return ids.flatMap((name, i) => (ids.indexOf(name) < i ? [i] : []))
}

export type Scale = z.infer<typeof scaleSchema>
export type Competency = z.infer<typeof competencySchema>
export type Rubric = z.infer<typeof rubricSchema>
export type Question = z.infer<typeof questionSchema>
export type Role = z.infer<typeof roleSchema>
export type QuestionKind = Question['kind']
export type Difficulty = Question['difficulty']

/** Everything under rubrics/, each list sorted by id. */
export type RubricContent = {
  scales: Scale[]
  competencies: Competency[]
  questions: Question[]
  roles: Role[]
}

import { z } from 'zod'
import { questionSchema, scaleSchema } from '#rubrics/content.schema.ts'

/** A question as it stood when the panel was published. `questionId` joins ratings across versions of a panel. */
const snapshotQuestion = z.strictObject({
  questionId: z.string(),
  versionId: z.string(),
  number: z.int().min(1),
  content: questionSchema,
})

const snapshotCompetency = z.strictObject({
  id: z.string(),
  name: z.string(),
  definition: z.string(),
  weight: z.int().min(1).max(100),
  gate: z.number().nullable(),
})

const snapshotInterview = z.strictObject({
  id: z.string(),
  /** A, B, C… in the order of the loop. */
  letter: z.string(),
  focus: z.string(),
  minutes: z.int(),
  competencyIds: z.array(z.string()),
  interviewerIds: z.array(z.string()),
  questions: z.array(snapshotQuestion),
})

/** A published panel: all that is needed to print, fill and score it for ever. */
export const panelSnapshotSchema = z.strictObject({
  panelId: z.string(),
  name: z.string(),
  role: z.strictObject({ id: z.string(), name: z.string() }),
  scale: scaleSchema,
  competencies: z.array(snapshotCompetency),
  interviews: z.array(snapshotInterview),
})

export type PanelSnapshot = z.infer<typeof panelSnapshotSchema>
export type SnapshotInterview = z.infer<typeof snapshotInterview>
export type SnapshotQuestion = z.infer<typeof snapshotQuestion>
export type SnapshotCompetency = z.infer<typeof snapshotCompetency>

import { comparableHeading } from './sheet.ts'

export const columnUses = [
  'candidate',
  'interviewer',
  'competency',
  'question',
  'rating',
  'note',
  'skip',
] as const

/** What a column of the file is taken as. */
export type ColumnUse = (typeof columnUses)[number]

const headings: Record<ColumnUse, readonly string[]> = {
  candidate: [
    'candidate',
    'candidate name',
    'candidate id',
    'applicant',
    'applicant name',
    'applicant id',
    'interviewee',
    'ratee',
    'name',
    'person',
  ],
  interviewer: [
    'interviewer',
    'interviewer name',
    'interviewer id',
    'rater',
    'rated by',
    'scorer',
    'scored by',
    'assessor',
    'evaluator',
    'reviewer',
    'judge',
    'panelist',
    'panellist',
    'panel member',
    'submitted by',
  ],
  competency: [
    'competency',
    'competence',
    'criterion',
    'criteria',
    'attribute',
    'skill',
    'dimension',
    'trait',
    'category',
    'area',
    'focus area',
  ],
  question: ['question', 'question title', 'item', 'prompt'],
  rating: ['rating', 'score', 'level', 'mark', 'grade', 'value', 'points'],
  note: [
    'note',
    'notes',
    'comment',
    'comments',
    'evidence',
    'remark',
    'remarks',
    'feedback',
    'reason',
    'justification',
  ],
  skip: [
    'average',
    'mean',
    'total',
    'sum',
    'rank',
    'date',
    'interviewed at',
    'submitted at',
    'timestamp',
    'email',
    'e mail',
    'stage',
    'job',
    'role',
    'position',
    'department',
    'decision',
    'recommendation',
    'overall recommendation',
    'hire',
    'code',
  ],
}

const useOf = new Map(columnUses.flatMap((use) => headings[use].map((heading) => [heading, use] as const)))

/** What a heading says the column is; undefined for one that we do not know. */
export function findUse(heading: string): ColumnUse | undefined {
  return useOf.get(comparableHeading(heading))
}

/** Whether a heading ends like one of notes: "API design comments". */
export function isNoteHeading(heading: string): boolean {
  return findUse(comparableHeading(heading).split(' ').at(-1) ?? '') === 'note'
}

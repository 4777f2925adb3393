import type { FieldDifference } from '#app/domains/question-bank/versions/difference.ts'
import type { Competency, Role } from '#rubrics/content.schema.ts'

/** A competency or a role: planners define them, everybody reads them. */
export type Definition = { kind: 'competency'; content: Competency } | { kind: 'role'; content: Role }
export type DefinitionKind = Definition['kind']

/** The version that stands, and who wrote it. */
export type CurrentVersion = { number: number; by: string; createdAtMs: number }

/** Who archived something; `by` is null when the shipped files no longer hold it. */
export type Archived = { by: string | null; atMs: number }

/** What somebody else saved while a form was open, and what the form would make of it. */
export type Overtaken = CurrentVersion & { differences: FieldDifference[] }

/** What became of a save; when it was overtaken nothing is stored, and the person chooses. */
export type Saved = { outcome: 'saved' | 'unchanged' } | { outcome: 'overtaken'; theirs: Overtaken }

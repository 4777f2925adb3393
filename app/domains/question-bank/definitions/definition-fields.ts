import { competencyFields } from '#app/domains/question-bank/competencies/competency-fields.ts'
import { roleFields, type RoleNames } from '#app/domains/question-bank/roles/role-fields.ts'
import type { ContentField } from '#app/domains/question-bank/versions/difference.ts'
import type { Competency, Role } from '#rubrics/content.schema.ts'

/** A competency or a role as text, part by part. */
export function definitionFields(body: Competency | Role, names: RoleNames): ContentField[] {
  return 'looksLike' in body ? competencyFields(body) : roleFields(body, names)
}

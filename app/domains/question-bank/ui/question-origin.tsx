import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import type { Question } from '#rubrics/content.schema.ts'
import { sourceWords } from '#app/domains/question-bank/source-words.ts'

type QuestionOriginProps = {
  roles: readonly { id: string; name: string }[]
  sources: Question['sources']
  tags: readonly string[]
}

/** Which roles a question was written for, its tags, and the document that it grew from. */
export function QuestionOrigin({ roles, sources, tags }: QuestionOriginProps) {
  const source = sourceWords(sources)
  return (
    <div className="mt-4 grid gap-1 text-dense text-ink-2">
      {roles.length > 0 ? (
        <p>
          Written for{' '}
          {roles.map((role, index) => (
            <span key={role.id}>
              {index > 0 ? ', ' : null}
              <TextLink to={paths.role(role.id)}>{role.name}</TextLink>
            </span>
          ))}
        </p>
      ) : null}
      {tags.length > 0 ? <p>Tags: {tags.map((tag) => tag.replaceAll('-', ' ')).join(', ')}</p> : null}
      {source ? <p>{source}</p> : null}
    </div>
  )
}

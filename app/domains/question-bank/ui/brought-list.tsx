import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import { planUndo, type BroughtVersion } from '../batch-undo.ts'
import { broughtWords } from '../batch-words.ts'

const pages = { question: paths.question, competency: paths.competency, role: paths.role }

/** What an import brought, each with what undoing would do to it when that is not simply going away. */
export function BroughtList({ brought }: { brought: readonly BroughtVersion[] }) {
  return (
    <ul className="border-t-[1.5px] border-rule">
      {brought.map((version) => {
        const step = planUndo(version)
        return (
          <li
            key={version.versionId}
            className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-2"
          >
            <TextLink look="plain" to={pages[version.kind](version.itemId)}>
              {version.title}
            </TextLink>
            <span className="text-dense text-ink-2">
              {broughtWords(version)}
              {step.do === 'keep' ? `, ${step.why}: stays when the import is undone` : null}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

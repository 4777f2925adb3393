import { Moment } from '#app/ui/moment.tsx'
import { Pill } from '#app/ui/pill.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { DatedVersion } from '#app/domains/question-bank/versions/dated-versions.ts'

type VersionListProps = {
  versions: readonly DatedVersion[]
  /** The address of the difference between a version and the one before it. */
  toDifference: (version: DatedVersion) => string
}

/** Versions, the newest first: number, who, when, what changed. */
export function VersionList({ versions, toDifference }: VersionListProps) {
  return (
    <ol className="grid">
      {versions.map((version) => (
        <li
          key={version.number}
          className="grid gap-x-6 gap-y-0.5 border-b border-line py-2 last:border-0 sm:grid-cols-[9rem_minmax(0,1fr)]"
        >
          <p className="flex items-center gap-2">
            <TextLink look="plain" to={toDifference(version)}>
              Version {version.number}
            </TextLink>
            {version.isCurrent ? <Pill tone="calm">current</Pill> : null}
          </p>
          <div className="min-w-0">
            <p>{version.words}</p>
            <p className="text-dense text-ink-2">
              {version.by}, <Moment when={version.when} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
